use messaging_core::Delivery;

use super::{
    fault::Done,
    places::lane_of,
    spend::{Kind, signed},
    verbs::Verbs,
};
use crate::{
    Bill, Money,
    billing::{Due, FIRST, due},
};

impl Verbs<'_> {
    /// Brings the first question forward, once a delivery has come to its end.
    pub(super) fn expect_bill(&self, owner: i64, delivery: &Delivery) -> Done {
        if !delivery.status.is_final() {
            return Ok(());
        }
        let sql = "UPDATE bill SET due_ms = min(due_ms, ?3) WHERE owner = ?1 AND message = ?2 AND asked = 0";
        self.run(sql, (owner, delivery.message.as_str(), self.now.plus(FIRST).0))?;
        Ok(())
    }

    /// Takes questions that are due; each of them is asked again later, unless it is answered.
    pub(super) fn bills(&self, limit: usize) -> Done<Vec<Bill>> {
        let sql = "SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b \
                   JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner \
                   WHERE b.due_ms <= ?1 ORDER BY b.due_ms, b.id LIMIT ?2";
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let read = |row: &rusqlite::Row<'_>| {
            Ok((lane_of(row)?, row.get::<_, u64>(3)?, row.get::<_, u32>(4)?, row.get::<_, String>(5)?))
        };
        let mut bills = Vec::new();
        for (lane, id, asked, message) in self.all(sql, (self.now.0, most), read)? {
            match due(asked) {
                Due::Ask { next, last } => {
                    let sql = "UPDATE bill SET asked = asked + 1, due_ms = ?2 WHERE id = ?1";
                    self.run(sql, (signed(id), self.now.plus(next).0))?;
                    bills.push(Bill { id, lane, message: message.into(), last });
                }
                Due::GiveUp => self.billed(id, None)?,
            }
        }
        Ok(bills)
    }

    /// Writes down what a message cost, or that nobody will know.
    pub(super) fn billed(&self, id: u64, price: Option<&Money>) -> Done {
        let sql = "DELETE FROM bill WHERE id = ?1 RETURNING spend";
        let Some(spend) = self.one(sql, [signed(id)], |row| row.get::<_, i64>(0))? else { return Ok(()) };
        let sql = "UPDATE spend SET pending = max(pending - 1, 0), unknown = unknown + ?2 WHERE id = ?1";
        self.run(sql, (spend, price.is_none()))?;
        price.map_or(Ok(()), |price| self.add_money(spend, Kind::Billed, price))
    }
}
