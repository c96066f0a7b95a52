use std::time::Duration;

use messaging_core::UnixMillis;

use super::{fault::Done, verbs::Verbs};

/// How often old rows are looked for.
pub(super) const EVERY: Duration = Duration::from_secs(60);

/// Most rows of a kind that go in one transaction.
const MOST: usize = 256;

impl Verbs<'_> {
    /// Forgets what ended before `before`; returns whether there may be more of it.
    pub(super) fn forget(&self, before: UnixMillis) -> Done<bool> {
        let old = "SELECT id FROM event WHERE stage >= 2 AND arrived_ms < ?1 ORDER BY arrived_ms LIMIT ?2";
        let events = self.all(old, (before.0, MOST), |row| row.get::<_, i64>(0))?;
        for event in &events {
            self.run("DELETE FROM key WHERE event = ?1", [event])?;
            self.run("DELETE FROM event WHERE id = ?1", [event])?;
        }
        let mut gone = events.len();
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
        Ok(gone == MOST)
    }
}
