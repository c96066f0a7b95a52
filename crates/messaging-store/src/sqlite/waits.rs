use std::{collections::BTreeMap, sync::Arc};

use messaging_core::UnixMillis;

use super::{codes, fault::Done, verbs::Verbs};
use crate::{Depth, Shelf, Waits};

/// What is in the lanes of turns: of every lane how much, and the event that came first, in the order of an index.
pub(super) const TURNS: &str = "SELECT c.owner, q.queued, q.first FROM \
     (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q \
     CROSS JOIN conversation c ON c.id = q.conversation";

/// The same of the lanes of sends.
pub(super) const SENDS: &str = "SELECT c.owner, q.queued, q.first FROM \
     (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q \
     CROSS JOIN conversation c ON c.id = q.conversation";

/// The lanes of an owner: how many, what is in them, and what came first.
pub(super) type Sums = BTreeMap<i64, (u64, u64, i64)>;

impl Verbs<'_> {
    /// Tells what waits, and for how long.
    pub(super) fn waits(&self) -> Done<Waits> {
        let mut waits = Waits::default();
        for (owner, sum) in self.sums(TURNS)? {
            let turns = self.depth(sum, "SELECT arrived_ms FROM event WHERE id = ?1")?;
            let depths = waits.accounts.entry(self.account(owner)?).or_default();
            depths.turns = depths.turns.and(turns);
        }
        for (owner, sum) in self.sums(SENDS)? {
            let sends = self.depth(sum, "SELECT drafted_ms FROM intent WHERE place = ?1")?;
            let depths = waits.accounts.entry(self.account(owner)?).or_default();
            depths.sends = depths.sends.and(sends);
        }
        let sql = "SELECT at_ms FROM shelved WHERE shelf = ?1 ORDER BY id LIMIT 1";
        let first = self.one(sql, [codes::of_shelf(Shelf::Unknown)], |row| row.get(0))?;
        waits.held = first.map(|at| self.now.since(UnixMillis(at))).unwrap_or_default();
        Ok(waits)
    }

    pub(super) fn sums(&self, sql: &str) -> Done<Sums> {
        let mut sums = Sums::new();
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (queued, first) = (row.get::<_, u64>(1)?, row.get(2)?);
            let sum = sums.entry(row.get(0)?).or_insert((0, 0, first));
            *sum = (sum.0 + 1, sum.1 + queued, sum.2.min(first));
        }
        Ok(sums)
    }

    fn depth(&self, (lanes, queued, first): (u64, u64, i64), sql: &str) -> Done<Depth> {
        let came = self.one(sql, [first], |row| row.get(0))?.map(UnixMillis);
        Ok(Depth { lanes, queued, age: came.map(|came| self.now.since(came)).unwrap_or_default() })
    }

    pub(super) fn account(&self, owner: i64) -> Done<Arc<str>> {
        let sql = "SELECT account FROM owner WHERE id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([owner], |row| row.get(0))?)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::sqlite::schema::migrate;

    #[test]
    fn what_waits_is_read_off_the_indexes() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, "in memory").unwrap();
        for (sql, index) in [(TURNS, "event_queue"), (SENDS, "intent_queue")] {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let plan = statement.query_map([], |row| row.get::<_, String>(3)).unwrap();
            let plan = plan.collect::<rusqlite::Result<Vec<_>>>().unwrap().join("; ");
            let by_index = plan.contains(&format!("INDEX {index}"));
            assert!(by_index && !plan.contains("TEMP B-TREE") && !plan.contains("AUTOMATIC"), "{sql}: {plan}");
        }
    }
}
