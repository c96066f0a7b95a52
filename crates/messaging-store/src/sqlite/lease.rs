//! Leases of turns: of a whole lane, or of one event in it beside others.

use std::sync::Arc;

use messaging_core::UnixMillis;
use rusqlite::Row;

use super::{
    fault::Done,
    lane::LaneRow,
    verbs::{NEVER, Verbs},
};
use crate::{EventId, Lease, Seek, Side, StoreError};

/// Who holds a turn.
#[derive(Debug)]
pub(super) struct Holder {
    pub(super) lane: LaneRow,
    pub(super) fence: u64,
    pub(super) node: Arc<str>,
    pub(super) life: u64,
    /// The one event that is held beside others; none: the lane is.
    pub(super) event: Option<EventId>,
}

impl Holder {
    /// Whoever has or had a lane for itself.
    pub(super) fn of(lane: LaneRow) -> Self {
        Self { fence: lane.fence, node: Arc::clone(&lane.node), life: lane.life, event: None, lane }
    }
}

impl Verbs<'_> {
    /// Reads who a lease of turns is for; refuses one that is spent, or has a newer holder.
    pub(super) fn holder(&self, lease: &Lease) -> Done<Holder> {
        if lease.side != Side::Turns || lease.fence == 0 {
            return Err(StoreError::Fenced.into());
        }
        let found = self.find_conversation(&lease.lane)?.ok_or(StoreError::Fenced)?;
        let lane = self.side(found.conversation, Side::Turns)?;
        if lane.fence == lease.fence {
            return Ok(Holder::of(lane));
        }
        // Who has the lane for itself shuts out those who had a part of it.
        if lane.until != NEVER {
            return Err(StoreError::Fenced.into());
        }
        let sql = "SELECT id, node, life FROM event \
                   WHERE conversation = ?1 AND stage = 0 AND until_ms IS NOT NULL AND fence = ?2";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let held = self.one(sql, (lane.conversation, lease.fence), read)?;
        let (event, node, life) = held.ok_or(StoreError::Fenced)?;
        Ok(Holder { lane, fence: lease.fence, node, life, event: Some(event) })
    }

    /// How many turns are under way beside each other in a lane.
    pub(super) fn beside(&self, conversation: i64) -> Done<usize> {
        let sql = "SELECT count(*) FROM event \
                   WHERE conversation = ?1 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > ?2";
        Ok(self.one(sql, (conversation, self.now.0), |row| row.get(0))?.unwrap_or_default())
    }

    /// Notes that an event of a lane is held beside others from now on: other lanes come first, and whoever had the lane
    /// for itself is late.
    pub(super) fn share_out(&self, row: &mut LaneRow, event: EventId) -> Done {
        if row.until != NEVER {
            (row.fence, row.until) = (self.next_fence()?, NEVER);
        }
        row.not_before = self.now;
        self.store(row)?;
        self.adopt_live(row.conversation, event)
    }

    /// Takes what events are held beside others from the earlier lives of `node`; returns in which conversations.
    pub(super) fn outlive_turns(&self, node: &str, life: u64) -> Done<Vec<i64>> {
        let sql = "UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = ?1 AND life < ?2 \
                   RETURNING conversation";
        let mut freed = self.all(sql, (node, life), |row| row.get(0))?;
        freed.sort_unstable();
        freed.dedup();
        Ok(freed)
    }

    /// Leaves what a holder holds to others, after whatever became of its events.
    pub(super) fn free_turn(&self, holder: Holder, not_before: Option<UnixMillis>) -> Done {
        match holder.event {
            None => self.free(holder.lane, not_before),
            Some(_) => self.store(&holder.lane),
        }
    }
}

/// Until when a claim holds its events beside others, and who does; nothing if the lane is its own.
pub(super) type Part<'s> = (Option<i64>, Option<&'s str>, Option<u64>);

/// How the events of a claim are held.
pub(super) fn part(seek: &Seek, until: UnixMillis) -> Part<'_> {
    if seek.is_shared() { (Some(until.0), Some(&seek.node), Some(seek.life)) } else { (None, None, None) }
}
