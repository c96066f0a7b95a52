//! Lanes by tenant: whose comes next.

use std::sync::Arc;

use super::{codes, fault::Done, verbs::Verbs};
use crate::{Seek, Side, claim::Held};

impl Verbs<'_> {
    /// The tenant of a conversation.
    pub(super) fn tenant(&self, conversation: i64) -> Done<Arc<str>> {
        if let Some((lane, _)) = self.last.borrow().as_ref().filter(|(_, last)| last.conversation == conversation) {
            return Ok(Arc::clone(&lane.tenant));
        }
        let sql = "SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([conversation], |row| row.get(0))?)
    }

    /// Writes down since when the first lane of a tenant can be claimed. Follows every change of a lane.
    pub(super) fn share(&self, side: Side, tenant: &str) -> Done {
        let sql = "SELECT due_ms FROM lane WHERE side = ?1 AND tenant = ?2 AND due_ms IS NOT NULL \
                   ORDER BY due_ms, head LIMIT 1";
        let key = (codes::of_side(side), tenant);
        let due = self.one(sql, key, |row| row.get::<_, i64>(0))?;
        let known = self.one("SELECT due_ms FROM share WHERE side = ?1 AND tenant = ?2", key, |row| row.get(0))?;
        match due {
            due if due == known => 0,
            None => self.run("DELETE FROM share WHERE side = ?1 AND tenant = ?2", key)?,
            Some(due) => {
                let sql = "INSERT INTO share (side, tenant, due_ms, served) VALUES (?1, ?2, ?3, 0) \
                           ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms";
                self.run(sql, (codes::of_side(side), tenant, due))?
            }
        };
        Ok(())
    }

    /// Notes that a lane was claimed: the other tenants come first now.
    pub(super) fn serve(&self, side: Side, tenant: &str, fence: u64) -> Done {
        let sql = "UPDATE share SET served = ?3 WHERE side = ?1 AND tenant = ?2";
        self.run(sql, (codes::of_side(side), tenant, fence))?;
        Ok(())
    }

    /// The conversation whose lane comes next: of the tenant that was served least recently, the one that has waited
    /// longest. Tenants that hold enough do not count, nor do those in `vain`, nor lanes with a suspect unless `suspects`
    /// may be claimed.
    pub(super) fn next_lane(&self, seek: &Seek, held: &Held, suspects: bool, vain: &[i64]) -> Done<Option<i64>> {
        let sql = "SELECT tenant FROM share WHERE side = ?1 AND due_ms <= ?2 ORDER BY served, due_ms, tenant";
        let tenants = self.all(sql, (codes::of_side(seek.side), self.now.0), |row| row.get::<_, Arc<str>>(0))?;
        for tenant in tenants.iter().filter(|tenant| !held.is_full(tenant)) {
            let sql = "SELECT conversation FROM lane WHERE side = ?1 AND tenant = ?5 AND due_ms IS NOT NULL \
                       AND due_ms <= ?2 AND (?3 OR NOT EXISTS (SELECT 1 FROM event e \
                       WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= ?4)) \
                       ORDER BY due_ms, head";
            let key = (codes::of_side(seek.side), self.now.0, suspects, seek.suspect_after, tenant);
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query(key)?;
            while let Some(row) = rows.next()? {
                let found = row.get(0)?;
                if !vain.contains(&found) {
                    return Ok(Some(found));
                }
            }
        }
        Ok(None)
    }
}
