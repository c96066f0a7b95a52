use std::time::Duration;

use messaging_core::UnixMillis;
use rusqlite::Row;

use crate::{Day, Shelf, spent::KEPT_DAYS};

use super::{codes, fault::Done, verbs::Verbs};

/// How often old rows are looked for.
pub(super) const EVERY: Duration = Duration::from_secs(60);

/// Most rows of a kind that go in one transaction.
const MOST: usize = 256;

impl Verbs<'_> {
    /// Forgets what ended before `before`; returns whether there may be more of it.
    pub(super) fn forget(&self, before: UnixMillis) -> Done<bool> {
        let old = "SELECT id FROM event WHERE stage >= 2 AND stage NOT IN (4, 5) AND arrived_ms < ?1 ORDER BY arrived_ms LIMIT ?2";
        let events = self.all(old, (before.0, MOST), |row| row.get::<_, i64>(0))?;
        for event in &events {
            self.run("DELETE FROM key WHERE event = ?1", [event])?;
            self.run("DELETE FROM answer WHERE event = ?1", [event])?;
            self.run("DELETE FROM event WHERE id = ?1", [event])?;
        }
        let mut gone = events.len();
        let told = "SELECT owner, message FROM delivery WHERE at_ms < ?1 ORDER BY at_ms LIMIT ?2";
        let told = self.all(told, (before.0, MOST), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        for message in &told {
            self.run("DELETE FROM delivery WHERE owner = ?1 AND message = ?2", (message.0, &message.1))?;
        }
        gone = gone.max(told.len());
        // Nobody decides on what was rejected: it goes like what was answered.
        let rejected = "SELECT id, name, at_ms FROM shelved WHERE shelf = ?1 ORDER BY id LIMIT ?2";
        let key = (codes::of_shelf(Shelf::Rejected), MOST);
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, UnixMillis(row.get(2)?)));
        let rejected: Vec<_> = self.all(rejected, key, read)?.into_iter().filter(|(.., at)| *at < before).collect();
        for (id, name, _) in &rejected {
            self.run("DELETE FROM intent WHERE id = ?1 AND trace = 3", [name])?;
            self.run("DELETE FROM shelved WHERE id = ?1", [id])?;
        }
        gone = gone.max(rejected.len());
        let decided = "SELECT name FROM decided WHERE at_ms < ?1 ORDER BY at_ms LIMIT ?2";
        let decided = self.all(decided, (before.0, MOST), |row| row.get::<_, String>(0))?;
        for name in &decided {
            self.run("DELETE FROM decided WHERE name = ?1", [name])?;
        }
        gone = gone.max(decided.len());
        // These two grow in the order of time: the old ones are at their beginning.
        for (old, delete) in [
            ("SELECT cursor, at_ms FROM record ORDER BY cursor LIMIT ?1", "DELETE FROM record WHERE cursor = ?1"),
            ("SELECT id, at_ms FROM receipt ORDER BY id LIMIT ?1", "DELETE FROM receipt WHERE id = ?1"),
        ] {
            let rows = self.all(old, [MOST], |row| Ok((row.get::<_, i64>(0)?, UnixMillis(row.get(1)?))))?;
            let rows: Vec<_> = rows.into_iter().filter(|(_, at)| *at < before).collect();
            for (id, _) in &rows {
                self.run(delete, [id])?;
            }
            gone = gone.max(rows.len());
        }
        Ok(gone.max(self.forget_ledgers()?) == MOST)
    }

    /// Forgets days and quiet contacts of long ago, whatever else is kept. Who has opted out is never forgotten.
    fn forget_ledgers(&self) -> Done<usize> {
        let oldest = Day::of(self.now).minus(KEPT_DAYS);
        let days =
            self.all("SELECT id FROM spend WHERE day < ?1 LIMIT ?2", (oldest.0, MOST), |row| row.get::<_, i64>(0))?;
        for id in &days {
            self.run("DELETE FROM spend WHERE id = ?1", [id])?;
        }
        let sql = "SELECT id FROM contact WHERE opted_out_ms IS NULL AND last_inbound_ms < ?1 LIMIT ?2";
        let quiet = self.all(sql, (oldest.start().0, MOST), |row| row.get::<_, i64>(0))?;
        for id in &quiet {
            self.run("DELETE FROM contact WHERE id = ?1", [id])?;
        }
        Ok(days.len().max(quiet.len()))
    }
}
