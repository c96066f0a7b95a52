use messaging_core::{
    UnixMillis,
    id::{IntentId, MessageId},
};

use super::Tables;
use crate::{EventId, Lane, Lease, Live, Result, Side, StoreError, stage::Stage};

/// What was begun, and what the turn is about that began it; none: it had its lane for itself.
#[derive(Debug)]
pub(super) struct Begun {
    live: Live,
    event: Option<EventId>,
}

impl Begun {
    /// Whether a turn may go on with it that holds `own` beside others, or the lane.
    fn is_of(&self, own: Option<EventId>) -> bool {
        own.is_none() || self.event == own
    }
}

impl Tables {
    /// Writes down that a message is about to be begun, as [`Store::begin_live`](crate::Store::begin_live).
    ///
    /// # Errors
    /// [`Fenced`](StoreError::Fenced), also under a lease of sends; [`Unavailable`](StoreError::Unavailable) for a name
    /// that is taken.
    pub fn begin_live(&mut self, now: UnixMillis, lease: &Lease, id: &IntentId, text: &str) -> Result<Live> {
        let event = self.check_turn(lease)?;
        if self.live.values().flatten().any(|row| row.live.id == *id) {
            return Err(StoreError::taken(id));
        }
        self.written = true;
        let live = Live { id: id.clone(), message: None, text: text.to_owned(), since: now, beside: false };
        self.live.entry(lease.lane.clone()).or_default().push(Begun { live: live.clone(), event });
        Ok(live)
    }

    /// Writes down what became of it, as [`Store::name_live`](crate::Store::name_live).
    ///
    /// # Errors
    /// [`Fenced`](StoreError::Fenced), also under a lease of sends.
    pub fn name_live(&mut self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Result<()> {
        let own = self.check_turn(lease)?;
        self.written = true;
        let Some(rows) = self.live.get_mut(&lease.lane) else { return Ok(()) };
        match message {
            Some(message) => {
                if let Some(row) = rows.iter_mut().find(|row| row.live.id == *id && row.is_of(own)) {
                    row.live.message = Some(message.clone());
                }
            }
            None => rows.retain(|row| row.live.id != *id || !row.is_of(own)),
        }
        if rows.is_empty() {
            self.live.remove(&lease.lane);
        }
        Ok(())
    }

    /// Lists what earlier turns left, as [`Store::live`](crate::Store::live).
    ///
    /// # Errors
    /// [`Fenced`](StoreError::Fenced).
    pub fn leftovers(&self, lease: &Lease) -> Result<Vec<Live>> {
        let own = match lease.side {
            Side::Turns => Some(self.check_turn(lease)?),
            Side::Sends => self.check(lease).map(|()| None)?,
        };
        let rows = self.live.get(&lease.lane).into_iter().flatten();
        let told = rows.map(|row| Live { beside: own.is_none_or(|own| !row.is_of(own)), ..row.live.clone() });
        Ok(told.collect())
    }

    /// Forgets what turns left, about `event` if that was held beside others, now that the end of one says what becomes of
    /// it.
    pub(super) fn forget_live(&mut self, lane: &Lane, event: Option<EventId>) {
        self.retain_live(lane, |row| !row.is_of(event));
    }

    /// Makes what is nobody's in a lane that of the turn about `event`: what turns left that had the lane for themselves,
    /// and those about what is in it no more.
    pub(super) fn adopt_live(&mut self, lane: &Lane, event: EventId) {
        let events = &self.events;
        for row in self.live.get_mut(lane).into_iter().flatten() {
            let waits = |id: EventId| events.get(&id).is_some_and(|row| row.stage == Stage::Queued);
            if !row.event.is_some_and(waits) {
                row.event = Some(event);
            }
        }
    }

    /// Forgets what was shown in a lane of which something is erased, but for what is about events that are still there;
    /// returns how much.
    pub(super) fn erase_live(&mut self, lane: &Lane) -> usize {
        let events = &self.events;
        let Some(rows) = self.live.get(lane) else { return 0 };
        let waits = |id: EventId| events.get(&id).is_some_and(|row| row.stage == Stage::Queued);
        let kept: Vec<_> = rows.iter().map(|row| row.event.is_some_and(waits)).collect();
        let mut kept = kept.into_iter();
        self.retain_live(lane, |_| kept.next().unwrap_or_default())
    }

    fn retain_live(&mut self, lane: &Lane, keep: impl FnMut(&Begun) -> bool) -> usize {
        let Some(rows) = self.live.get_mut(lane) else { return 0 };
        let before = rows.len();
        rows.retain(keep);
        let gone = before - rows.len();
        if rows.is_empty() {
            self.live.remove(lane);
        }
        gone
    }
}
