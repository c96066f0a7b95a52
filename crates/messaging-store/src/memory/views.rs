use super::Tables;
use crate::{Counts, Kept, Lane, News, Record, Shelf, Shelved, Slice, Tally};

impl Tables {
    /// Reads what was said in a lane, as [`Store::records`](crate::Store::records).
    #[must_use]
    pub fn records(&self, lane: &Lane, slice: Slice, limit: usize) -> Vec<Record> {
        match slice {
            Slice::After(cursor) => {
                let oldest = self.records.from(lane, |record| record.cursor <= cursor).take(limit);
                oldest.cloned().map(|record| self.named(lane, record)).collect()
            }
            Slice::Before(cursor) => {
                let newest = self.records.until(lane, |record| record.cursor < cursor).rev().take(limit);
                let mut newest: Vec<_> = newest.cloned().map(|record| self.named(lane, record)).collect();
                newest.reverse();
                newest
            }
        }
    }

    /// Reads what was said in a lane and what became of it, as [`Store::news`](crate::Store::news).
    #[must_use]
    pub fn news(&self, lane: &Lane, after: u64, limit: usize) -> Vec<News> {
        let changed = self.records.of(lane).filter(|record| record.cursor <= after && record.changed > after);
        let mut changed: Vec<_> = changed.cloned().map(|record| self.named(lane, record)).collect();
        changed.sort_by_key(|record| record.changed);
        News::merge(self.records(lane, Slice::After(after), limit), changed, limit)
    }

    /// Finds an event by its names, as [`Store::event`](crate::Store::event).
    #[must_use]
    pub fn event(&self, name: &str) -> Option<Kept> {
        let id = self.keys.find_anywhere(&name.into()).or_else(|| name.parse().ok())?;
        let row = self.events.get(&id)?;
        Some(Kept::new(id, row.lane.clone(), row.event.as_deref()?.clone()))
    }

    /// Lists what waits for a person, newest first.
    #[must_use]
    pub fn shelved(&self, shelf: Shelf, limit: usize) -> Vec<Shelved> {
        self.shelves.get(&shelf).into_iter().flatten().rev().take(limit).cloned().collect()
    }

    /// Counts where everything is. What is in flight is counted by its rows, everything else by counters.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts { in_flight: u64::try_from(self.in_flight()).unwrap_or(u64::MAX), ..self.tally.whole }
    }

    /// Counts the same, and by account and channel, as [`Store::tally`](crate::Store::tally).
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally { whole: self.counts(), ..self.tally.clone() };
        for row in self.events.values().filter(|row| row.stage.is_in_flight()) {
            let account = row.lane.conversation.account();
            tally.change_account(account, |counts| counts.in_flight += 1);
            if let Some(channel) = &row.channel {
                tally.change_channel(account, channel, |counts| counts.in_flight += 1);
            }
        }
        tally
    }
}
