use std::sync::Arc;

use messaging_core::UnixMillis;
use rusqlite::Row;

use super::{
    codes,
    fault::Done,
    verbs::{NEVER, Verbs},
};
use crate::{
    Lease, Seek, Side, StoreError,
    order::{Readiness, Waiting},
};

/// One side of a conversation.
#[derive(Clone, Debug)]
pub(super) struct LaneRow {
    pub(super) conversation: i64,
    pub(super) side: Side,
    pub(super) fence: u64,
    pub(super) until: UnixMillis,
    pub(super) not_before: UnixMillis,
    pub(super) node: Arc<str>,
    pub(super) life: u64,
    /// The place expected next.
    pub(super) next: u64,
    /// Whether anything handed out so far was addressed to us.
    pub(super) addressed: bool,
    /// Since when its head could be claimed, and which that was, when this was read.
    pub(super) due: Option<(i64, u64)>,
}

impl LaneRow {
    fn new(conversation: i64, side: Side) -> Self {
        let (until, not_before, node) = (NEVER, NEVER, "".into());
        Self { conversation, side, fence: 0, until, not_before, node, life: 0, next: 0, addressed: false, due: None }
    }

    /// Takes it, shutting out every earlier holder; returns when the earlier lease ends.
    pub(super) fn take(&mut self, fence: u64, until: UnixMillis, seek: &Seek) -> UnixMillis {
        (self.fence, self.node, self.life) = (fence, Arc::clone(&seek.node), seek.life);
        std::mem::replace(&mut self.until, until)
    }
}

/// Reads what order needs to know off `place, sequenced, ambient, arrived_ms, retry_ms, until_ms`, from `column` on.
pub(super) fn waiting(row: &Row<'_>, column: usize) -> rusqlite::Result<Waiting> {
    Ok(Waiting {
        place: row.get(column)?,
        sequenced: row.get(column + 1)?,
        calls: codes::calls(row.get(column + 2)?),
        arrived: UnixMillis(row.get(column + 3)?),
        retry: row.get::<_, Option<i64>>(column + 4)?.map(UnixMillis),
        leased: row.get::<_, Option<i64>>(column + 5)?.map(UnixMillis),
    })
}

impl Verbs<'_> {
    /// Reads one side of a conversation; a fresh one if there is none yet.
    pub(super) fn side(&self, conversation: i64, side: Side) -> Done<LaneRow> {
        let sql = "SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane \
                   WHERE conversation = ?1 AND side = ?2";
        let read = |row: &Row<'_>| {
            Ok(LaneRow {
                conversation,
                side,
                fence: row.get(0)?,
                until: UnixMillis(row.get(1)?),
                not_before: UnixMillis(row.get(2)?),
                node: row.get(3)?,
                life: row.get(4)?,
                next: row.get(5)?,
                addressed: row.get(6)?,
                due: row.get::<_, Option<_>>(7)?.zip(row.get(8)?),
            })
        };
        let found = self.one(sql, (conversation, codes::of_side(side)), read)?;
        Ok(found.unwrap_or_else(|| LaneRow::new(conversation, side)))
    }

    /// Writes one side down, and since when its head can be claimed. Follows every change of a lane.
    pub(super) fn store(&self, row: &LaneRow) -> Done {
        self.write(row, self.due(row)?)
    }

    /// The same after something was put into the lane and nothing else has happened since it was read: most that come
    /// into a full lane change nothing of it.
    pub(super) fn store_head(&self, row: &LaneRow) -> Done {
        let due = self.due(row)?;
        if due == row.due { Ok(()) } else { self.write(row, due) }
    }

    /// Since when its head can be claimed, and which that is.
    fn due(&self, row: &LaneRow) -> Done<Option<(i64, u64)>> {
        let head = match row.side {
            Side::Turns => self.head_turn(row)?,
            Side::Sends => self.head_send(row.conversation)?,
        };
        // The lease of a life that has been replaced holds nobody up.
        let until = if self.is_outlived(row)? { NEVER } else { row.until };
        Ok(head.map(|(ready, head)| (ready.max(row.not_before).max(until).0, head)))
    }

    fn write(&self, row: &LaneRow, due: Option<(i64, u64)>) -> Done {
        let sql = "INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, \
                   next_sequence, addressed, due_ms, head, tenant) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        let tenant = self.tenant(row.conversation)?;
        let params = rusqlite::params![
            row.conversation,
            codes::of_side(row.side),
            row.fence,
            row.until.0,
            row.not_before.0,
            &*row.node,
            row.life,
            row.next,
            row.addressed,
            due.map(|(due, _)| due),
            due.map(|(_, head)| head),
            &*tenant,
        ];
        self.run(sql, params)?;
        self.share(row.side, &tenant)
    }

    fn is_outlived(&self, row: &LaneRow) -> Done<bool> {
        if row.until == NEVER {
            return Ok(false);
        }
        let newest = self.one("SELECT life FROM node WHERE name = ?1", [&*row.node], |row| row.get::<_, u64>(0))?;
        Ok(newest.is_some_and(|newest| newest > row.life))
    }

    fn head_turn(&self, row: &LaneRow) -> Done<Option<(UnixMillis, u64)>> {
        let sql = "SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event \
                   WHERE conversation = ?1 AND stage = 0 ORDER BY place, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([row.conversation])?;
        let mut ready = Readiness::new(self.hold_back, row.next);
        while let Some(next) = rows.next()? {
            let (id, waiting) = (next.get::<_, u64>(0)?, waiting(next, 1)?);
            if !ready.step(&waiting, id, || self.earliest(row.conversation, waiting.place, id))? {
                break;
            }
        }
        Ok(ready.best())
    }

    /// Tells when the first of everything in a lane of turns, from one event on, arrived.
    pub(super) fn earliest(&self, conversation: i64, place: u64, id: u64) -> Done<UnixMillis> {
        let sql = "SELECT min(arrived_ms) FROM event WHERE conversation = ?1 AND stage = 0 AND (place, id) >= (?2, ?3)";
        let earliest = self.one(sql, (conversation, place, id), |row| row.get::<_, Option<i64>>(0))?;
        Ok(UnixMillis(earliest.flatten().unwrap_or_default()))
    }

    fn head_send(&self, conversation: i64) -> Done<Option<(UnixMillis, u64)>> {
        let sql = "SELECT drafted_ms, place FROM intent WHERE conversation = ?1 AND trace < 3 ORDER BY place LIMIT 1";
        self.one(sql, [conversation], |row| Ok((UnixMillis(row.get(0)?), row.get(1)?)))
    }

    /// Reads the side a lease is for; refuses a lease that is spent, or is not the lane's newest.
    pub(super) fn held(&self, lease: &Lease) -> Done<LaneRow> {
        let found = self.find_conversation(&lease.lane)?.ok_or(StoreError::Fenced)?;
        let row = self.side(found.conversation, lease.side)?;
        // A fence of 0 was never given away.
        if row.fence == lease.fence && row.fence != 0 { Ok(row) } else { Err(StoreError::Fenced.into()) }
    }

    /// Gives a lane back, to be taken from `not_before` on, if that is given.
    pub(super) fn free(&self, mut row: LaneRow, not_before: Option<UnixMillis>) -> Done {
        (row.fence, row.until) = (self.next_fence()?, NEVER);
        row.not_before = not_before.unwrap_or(row.not_before);
        self.store(&row)
    }

    /// Begins a new life of `node`; the leases of its earlier lives hold nobody up any more.
    pub(super) fn enroll(&self, node: &str) -> Done<u64> {
        let sql = "INSERT INTO node (name, life) VALUES (?1, 1) \
                   ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life";
        let life = self.connection.prepare_cached(sql)?.query_row([node], |row| row.get(0))?;
        self.outlive(node, life)?;
        Ok(life)
    }

    /// Refuses a life of a node that has been replaced by a later one.
    pub(super) fn recognize(&self, seek: &Seek) -> Done {
        let newest = self.one("SELECT life FROM node WHERE name = ?1", [&*seek.node], |row| row.get::<_, u64>(0))?;
        match newest {
            Some(newest) if newest > seek.life => Err(StoreError::Fenced.into()),
            Some(newest) if newest == seek.life => Ok(()),
            _ => {
                let sql = "INSERT OR REPLACE INTO node (name, life) VALUES (?1, ?2)";
                self.run(sql, (&*seek.node, seek.life))?;
                self.outlive(&seek.node, seek.life)
            }
        }
    }

    fn outlive(&self, node: &str, life: u64) -> Done {
        let sql = "SELECT conversation, side FROM lane WHERE node = ?1 AND life < ?2 AND until_ms > ?3";
        let read = |row: &Row<'_>| Ok((row.get(0)?, codes::side(row.get(1)?)));
        for (conversation, side) in self.all(sql, (node, life, NEVER.0), read)? {
            self.store(&self.side(conversation, side)?)?;
        }
        for conversation in self.outlive_turns(node, life)? {
            self.store(&self.side(conversation, Side::Turns)?)?;
        }
        Ok(())
    }
}
