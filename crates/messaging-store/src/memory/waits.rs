use messaging_core::UnixMillis;

use super::Tables;
use crate::{Depth, Lane, Shelf, Side, Waits};

impl Tables {
    /// Tells what waits, as [`Store::waits`](crate::Store::waits).
    #[must_use]
    pub fn waits(&self, now: UnixMillis) -> Waits {
        let mut waits = Waits::default();
        let mut add = |side, lane: &Lane, queued: usize, came: UnixMillis| {
            let depths = waits.accounts.entry(lane.conversation.account().into()).or_default();
            let depth = Depth { lanes: 1, queued: u64::try_from(queued).unwrap_or(u64::MAX), age: now.since(came) };
            match side {
                Side::Turns => depths.turns = depths.turns.and(depth),
                Side::Sends => depths.sends = depths.sends.and(depth),
            }
        };
        for lane in self.due.lanes(Side::Turns) {
            let Some(queue) = self.turns.get(lane).map(|row| &row.queue) else { continue };
            // What came first has the smallest number, wherever its place is.
            if let Some((_, first)) = queue.iter().min_by_key(|((_, id), _)| *id) {
                add(Side::Turns, lane, queue.len(), first.arrived);
            }
        }
        for lane in self.due.lanes(Side::Sends) {
            let Some(queue) = self.sends.get(lane).map(|row| &row.queue) else { continue };
            if let Some((drafted, _)) = queue.values().next() {
                add(Side::Sends, lane, queue.len(), *drafted);
            }
        }
        let first = self.shelves.get(&Shelf::Unknown).and_then(|shelf| shelf.front());
        waits.held = first.map(|held| now.since(held.at)).unwrap_or_default();
        waits
    }
}
