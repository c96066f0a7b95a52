use std::collections::BTreeMap;

use rusqlite::Row;

use super::{codes, fault::Done, verbs::Verbs};
use crate::{Amount, Charge, Day, Direction, Money, Spent};

/// Which sum money belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Estimated,
    Billed,
}

impl Kind {
    fn code(self) -> i64 {
        match self {
            Self::Estimated => 0,
            Self::Billed => 1,
        }
    }
}

/// As SQLite can hold it.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn spent_of(row: &Row<'_>) -> rusqlite::Result<(i64, Spent)> {
    let country: String = row.get(4)?;
    let spent = Spent {
        day: Day(row.get(1)?),
        tenant: row.get(2)?,
        account: row.get(3)?,
        country: Some(country).filter(|country| !country.is_empty()),
        channel: row.get(5)?,
        direction: codes::direction(row.get(6)?),
        messages: row.get(7)?,
        units: row.get(8)?,
        unpriced: row.get(9)?,
        pending: row.get(10)?,
        unknown: row.get(11)?,
        estimated: BTreeMap::new(),
        billed: BTreeMap::new(),
    };
    Ok((row.get(0)?, spent))
}

impl Verbs<'_> {
    /// Finds the row that today's messages of this kind belong to, or makes it.
    pub(super) fn spend_row(&self, owner: i64, charge: &Charge, direction: Direction) -> Done<i64> {
        let key = (
            Day::of(self.now).0,
            owner,
            charge.country.as_deref().unwrap_or_default(),
            &charge.channel,
            codes::of_direction(direction),
        );
        let sql = "SELECT id FROM spend WHERE day = ?1 AND owner = ?2 AND country = ?3 AND channel = ?4 \
                   AND direction = ?5";
        if let Some(id) = self.one(sql, key, |row| row.get(0))? {
            return Ok(id);
        }
        let sql = "INSERT INTO spend (day, owner, country, channel, direction) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.run(sql, key)?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Counts one message.
    pub(super) fn reserve(&self, spend: i64, charge: &Charge) -> Done {
        let sql = "UPDATE spend SET messages = messages + 1, units = units + ?2, unpriced = unpriced + ?3 \
                   WHERE id = ?1";
        self.run(sql, (spend, charge.units, charge.cost.is_none()))?;
        charge.cost.iter().try_for_each(|cost| self.add_money(spend, Kind::Estimated, cost))
    }

    /// Takes one message back that was counted.
    pub(super) fn release(&self, spend: i64, units: u32, cost: Option<&Money>) -> Done {
        let sql = "UPDATE spend SET messages = max(messages - 1, 0), units = max(units - ?2, 0), \
                   unpriced = max(unpriced - ?3, 0) WHERE id = ?1";
        self.run(sql, (spend, units, cost.is_none()))?;
        cost.map_or(Ok(()), |cost| {
            let back = Money::new(Amount::default().minus(cost.amount), cost.currency.as_str());
            self.add_money(spend, Kind::Estimated, &back)
        })
    }

    pub(super) fn add_money(&self, spend: i64, kind: Kind, money: &Money) -> Done {
        if self.one("SELECT 1 FROM spend WHERE id = ?1", [spend], |_| Ok(()))?.is_none() {
            // So old that it is forgotten.
            return Ok(());
        }
        let sql = "SELECT micros FROM money WHERE spend = ?1 AND kind = ?2 AND currency = ?3";
        let sum = self.one(sql, (spend, kind.code(), &money.currency), |row| row.get(0))?.unwrap_or_default();
        let sum = Amount::micros(sum).plus(money.amount);
        let sql = "INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (?1, ?2, ?3, ?4)";
        self.run(sql, (spend, kind.code(), &money.currency, sum.as_micros()))?;
        Ok(())
    }

    /// Lists what every day took from `since` on, oldest first.
    pub(super) fn spent(&self, since: Day) -> Done<Vec<Spent>> {
        let sql = "SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, \
                   s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= ?1 \
                   ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction";
        let mut rows = self.all(sql, [since.0], spent_of)?;
        for (id, spent) in &mut rows {
            let sql = "SELECT kind, currency, micros FROM money WHERE spend = ?1";
            let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get(1)?, Amount::micros(row.get(2)?)));
            for (kind, currency, amount) in self.all(sql, [*id], read)? {
                let sums = if kind == Kind::Billed.code() { &mut spent.billed } else { &mut spent.estimated };
                sums.insert(currency, amount);
            }
        }
        Ok(rows.into_iter().map(|(_, spent)| spent).collect())
    }
}
