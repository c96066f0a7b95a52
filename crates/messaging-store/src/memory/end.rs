use messaging_core::{UnixMillis, id::IntentId};

use super::Tables;
use crate::{EventId, Lane, Shelf, Shelved, attempts::Trace, stage::Stage};

impl Tables {
    /// Moves an event that is in flight; counts it once it has ended.
    pub(super) fn advance(&mut self, now: UnixMillis, event: EventId, stage: Stage) {
        let Some(row) = self.events.get_mut(&event).filter(|row| row.stage.is_in_flight()) else { return };
        row.stage = stage;
        row.fence = 0;
        if stage.is_in_flight() {
            return;
        }
        row.event = None;
        match stage {
            Stage::Answered => self.counts.answered += 1,
            Stage::Silent => self.counts.silent += 1,
            Stage::Held => self.counts.held += 1,
            Stage::Dead => self.counts.dead += 1,
            Stage::Rejected => self.counts.rejected += 1,
            Stage::Noted | Stage::Queued | Stage::Replying(_) => {}
        }
        self.retire(now, event);
    }

    /// Adds an event to those that have ended, and forgets the oldest of them beyond the bound.
    pub(super) fn retire(&mut self, now: UnixMillis, event: EventId) {
        self.ended.push_back(event);
        while self.ended.len() > self.limits.ended {
            let Some(oldest) = self.ended.pop_front() else { return };
            let Some(row) = self.events.remove(&oldest) else { continue };
            self.keys.remove(&row.lane, &row.keys);
            self.forget_answer(Some(oldest));
            self.forget_lane(now, &row.lane, oldest);
        }
    }

    /// Forgets a lane that has gone quiet, together with the last of its events.
    fn forget_lane(&mut self, now: UnixMillis, lane: &Lane, event: EventId) {
        let quiet = |row: &super::lane::Turns| row.last == event && row.queue.is_empty() && !row.hold.is_leased(now);
        if self.turns.get(lane).is_some_and(quiet) {
            self.turns.remove(lane);
        }
        if self.sends.get(lane).is_some_and(|row| row.queue.is_empty() && !row.hold.is_leased(now)) {
            self.sends.remove(lane);
        }
    }

    /// Puts something on a shelf, and forgets the oldest beyond the bound.
    pub(super) fn shelve(&mut self, now: UnixMillis, shelf: Shelf, id: String, lane: &Lane, reason: &str) {
        let things = self.shelves.entry(shelf).or_default();
        things.push_back(Shelved { id, lane: lane.clone(), reason: reason.into(), at: now });
        while things.len() > self.limits.shelved {
            let dropped = things.pop_front().map(|thing| IntentId::from(thing.id));
            let ended = |id: &IntentId| self.intents.get(id).is_some_and(|row| row.attempts.trace == Trace::Final);
            if let Some(id) = dropped.filter(ended) {
                self.intents.remove(&id);
            }
        }
    }
}
