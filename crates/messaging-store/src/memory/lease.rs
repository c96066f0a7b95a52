//! Leases of turns: of a whole lane, or of one event in it beside others.

use std::sync::Arc;

use messaging_core::UnixMillis;

use super::Tables;
use crate::{EventId, Lane, Lease, Result, Side, StoreError};

impl Tables {
    /// Refuses a lease of turns that is spent, or has a newer holder; returns the event if that is held beside others.
    pub(super) fn check_turn(&self, lease: &Lease) -> Result<Option<EventId>> {
        let row = self.turns.get(&lease.lane).filter(|_| lease.side == Side::Turns).ok_or(StoreError::Fenced)?;
        if row.hold.fence == lease.fence {
            return Ok(None);
        }
        // Who has the lane for itself shuts out those who had a part of it.
        let held = row.open.get(&lease.fence).copied().filter(|_| !row.hold.is_taken());
        held.map(Some).ok_or(StoreError::Fenced)
    }

    /// How many turns are under way beside each other in a lane.
    pub(super) fn beside(&self, now: UnixMillis, lane: &Lane) -> usize {
        let Some(row) = self.turns.get(lane) else { return 0 };
        let leased = row.open.values().filter_map(|id| row.queue.get(&(self.events.get(id)?.place, *id))?.leased);
        leased.filter(|until| *until > now).count()
    }

    /// Notes that an event of a lane is held beside others from now on: other lanes come first, and whoever had the lane
    /// for itself is late.
    pub(super) fn share_out(&mut self, now: UnixMillis, lane: &Lane, event: EventId, fence: u64) {
        let is_late = self.turns.get(lane).is_some_and(|row| row.hold.is_taken());
        let spent = is_late.then(|| self.next_fence());
        let Some(row) = self.turns.get_mut(lane) else { return };
        if let Some(spent) = spent {
            row.hold.free(spent);
        }
        row.hold.hold_up(now);
        row.open.insert(fence, event);
        self.index(Side::Turns, lane);
        self.adopt_live(lane, event);
    }

    /// Holds an event beside others until then, or no more.
    pub(super) fn lease_event(&mut self, lane: &Lane, event: EventId, until: Option<UnixMillis>) {
        let place = self.events.get(&event).map_or(0, |row| row.place);
        if let Some(row) = self.turns.get_mut(lane) {
            if until.is_none() {
                row.open.retain(|_, held| *held != event);
            }
            if let Some(waiting) = row.queue.get_mut(&(place, event)) {
                waiting.leased = until;
            }
        }
    }

    /// Takes what events are held beside others from the earlier lives of `node`; returns in which lanes.
    pub(super) fn outlive_turns(&mut self, node: &str, life: u64) -> Vec<Lane> {
        let events = &self.events;
        let is_outlived = |id: &EventId| {
            let holder = events.get(id).and_then(|row| row.holder.as_ref());
            holder.is_some_and(|(by, of)| **by == *node && *of < life)
        };
        let mut freed = Vec::new();
        for (lane, row) in self.turns.iter() {
            let outlived = row.open.values().filter(|id| is_outlived(id));
            freed.extend(outlived.map(|id| (lane.clone(), *id)));
        }
        for (lane, event) in &freed {
            self.lease_event(lane, *event, None);
        }
        freed.into_iter().map(|(lane, _)| lane).collect()
    }

    /// Who holds an event, or held it last: by itself, or with its lane.
    pub(super) fn holder_of(&self, event: EventId, lane: &Lane) -> (Arc<str>, u64) {
        let own = self.events.get(&event).and_then(|row| row.holder.clone());
        own.unwrap_or_else(|| self.lane_holder(lane))
    }

    fn lane_holder(&self, lane: &Lane) -> (Arc<str>, u64) {
        self.turns.get(lane).map_or_else(|| ("".into(), 0), |row| row.hold.holder())
    }

    /// Who has a lease of turns.
    pub(super) fn holder(&self, lease: &Lease, own: Option<EventId>) -> (Arc<str>, u64) {
        let by_itself = own.and_then(|event| self.events.get(&event)?.holder.clone());
        by_itself.unwrap_or_else(|| self.lane_holder(&lease.lane))
    }

    /// Leaves what a lease of turns was for to others, after whatever became of its events.
    pub(super) fn free_turn(&mut self, lease: &Lease, own: Option<EventId>, not_before: Option<UnixMillis>) {
        match own {
            None => self.free(lease, not_before),
            Some(_) => self.index(Side::Turns, &lease.lane),
        }
    }
}
