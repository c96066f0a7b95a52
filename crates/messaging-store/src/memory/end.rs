use messaging_core::{UnixMillis, id::IntentId};

use super::Tables;
use crate::{EventId, Lane, Shelf, Shelved, ShelvedKind, stage::Stage};

impl Tables {
    /// Moves an event that is in flight; counts it once it has ended.
    pub(super) fn advance(&mut self, now: UnixMillis, event: EventId, stage: Stage) {
        let Some(row) = self.events.get_mut(&event).filter(|row| row.stage.is_in_flight()) else { return };
        row.stage = stage;
        row.fence = 0;
        if stage.is_in_flight() {
            return;
        }
        if stage.is_parked() {
            self.parked.insert(event);
        }
        self.tally.change(row.lane.conversation.account(), row.channel.as_ref(), |counts| match stage {
            Stage::Answered => counts.answered += 1,
            Stage::Silent => counts.silent += 1,
            Stage::Held => counts.held += 1,
            Stage::Dead => counts.dead += 1,
            Stage::Rejected => counts.rejected += 1,
            Stage::Dropped => counts.dropped += 1,
            Stage::Erased => counts.erased += 1,
            Stage::Noted | Stage::Queued | Stage::Replying(_) => {}
        });
        if !stage.is_parked() {
            self.retire(now, event);
        }
    }

    /// How many events have not ended.
    pub(super) fn in_flight(&self) -> usize {
        self.events.len().saturating_sub(self.ended.len() + self.parked.len())
    }

    /// Adds an event to those that have ended, and forgets the oldest of them beyond the bound.
    pub(super) fn retire(&mut self, now: UnixMillis, event: EventId) {
        self.ended.push_back(event);
        // What it said is kept for those who want to see it again, as long as there is room.
        let silenced = self.ended.len().checked_sub(self.limits.shelved + 1).and_then(|at| self.ended.get(at));
        if let Some(row) = silenced.and_then(|event| self.events.get_mut(event)) {
            row.event = None;
        }
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
    pub(super) fn shelve(
        &mut self,
        now: UnixMillis,
        shelf: Shelf,
        kind: ShelvedKind,
        id: String,
        lane: &Lane,
        reason: &str,
    ) {
        let things = self.shelves.entry(shelf).or_default();
        things.push_back(Shelved { id, kind, lane: lane.clone(), reason: reason.into(), at: now });
        let excess = things.len().saturating_sub(self.limits.shelved);
        let dropped: Vec<_> = things.drain(..excess).collect();
        for thing in dropped {
            self.forget_shelved(now, &thing);
        }
    }

    /// Forgets what there was no room for any more; what it was about is counted where it ended.
    fn forget_shelved(&mut self, now: UnixMillis, thing: &Shelved) {
        let id = IntentId::from(thing.id.as_str());
        let events = match thing.kind {
            ShelvedKind::Event => thing.id.parse().into_iter().collect(),
            ShelvedKind::Send if self.intents.get(&id).is_some_and(super::tables::IntentRow::is_final) => {
                self.close_charge(&id, true);
                self.intents.remove(&id).map(|row| row.causes).unwrap_or_default()
            }
            ShelvedKind::Send => Vec::new(),
        };
        for event in events {
            let kept = self.intents.values().any(|row| row.is_final() && row.causes.contains(&event));
            if !kept && self.parked.remove(&event) {
                self.retire(now, event);
            }
        }
    }
}
