use messaging_core::id::{IntentId, MessageId};

use super::{fault::Done, outbox::IntentRow, spend::signed, verbs::Verbs};
use crate::{Admission, Admit, Amount, Day, Direction, Lease, Limit, Money, Side, StoreError, billing::SILENCE};

/// What is reserved for an intent.
struct Reserved {
    spend: i64,
    units: u32,
    cost: Option<Money>,
    billed: bool,
}

impl Verbs<'_> {
    /// Decides whether a send may leave, and reserves what it takes.
    pub(super) fn admit(&self, lease: &Lease, id: &IntentId, admit: &Admit) -> Done<Admission> {
        let row = self.held(lease)?;
        let sql = "SELECT conversation, trace FROM intent WHERE id = ?1";
        let found = self.one(sql, [id.as_str()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
        if lease.side != Side::Sends || found.is_some_and(|(conversation, _)| conversation != row.conversation) {
            return Err(StoreError::Fenced.into());
        }
        if found.is_none_or(|(_, trace)| trace >= 3) {
            return Ok(Admission::Over);
        }
        self.let_out(self.owner(&lease.lane)?, id, admit)
    }

    /// Decides whether an intent may leave, and reserves what it takes.
    pub(super) fn let_out(&self, owner: i64, id: &IntentId, admit: &Admit) -> Done<Admission> {
        if let Some(address) = &admit.address
            && let Some(refused) = admit.refused_for(self.consent(owner, address)?, self.now)
        {
            return Ok(refused);
        }
        if self.reserved(id)?.is_some() {
            self.put_instead(id, admit)?;
            return Ok(Admission::Granted);
        }
        for limit in &admit.limits {
            let (messages, spent) = self.today(owner, limit)?;
            if let Some(refused) = admit.refused_by(limit, messages, spent) {
                return Ok(refused);
            }
        }
        self.put_instead(id, admit)?;
        let spend = self.spend_row(owner, &admit.charge, Direction::Outbound)?;
        self.reserve(spend, &admit.charge)?;
        let cost = admit.charge.cost.as_ref();
        let sql = "INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (currency, micros) = (cost.map(|cost| &cost.currency), cost.map(|cost| cost.amount.as_micros()));
        self.run(sql, (id.as_str(), spend, admit.charge.units, currency, micros, admit.billed))?;
        Ok(Admission::Granted)
    }

    fn put_instead(&self, id: &IntentId, admit: &Admit) -> Done {
        let Some(instead) = &admit.instead else { return Ok(()) };
        self.run("UPDATE intent SET message = ?2 WHERE id = ?1", (id.as_str(), serde_json::to_string(instead)?))?;
        Ok(())
    }

    /// Counts what went out today within a limit.
    fn today(&self, owner: i64, limit: &Limit) -> Done<(u64, Amount)> {
        let sql = "SELECT s.id, s.messages FROM spend s WHERE s.day = ?1 AND s.owner = ?2 AND s.direction = 1 \
                   AND (?3 IS NULL OR s.country = ?3) AND (?4 IS NULL OR s.channel = ?4)";
        let key = (Day::of(self.now).0, owner, &limit.country, &limit.channel);
        let rows = self.all(sql, key, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u64>(1)?)))?;
        let (mut messages, mut spent) = (0_u64, Amount::default());
        for (spend, count) in rows {
            messages = messages.saturating_add(count);
            if let Some(most) = &limit.spend {
                let sql = "SELECT micros FROM money WHERE spend = ?1 AND kind = 0 AND currency = ?2";
                let micros = self.one(sql, (spend, &most.currency), |row| row.get(0))?.unwrap_or_default();
                spent = spent.plus(Amount::micros(micros));
            }
        }
        Ok((messages, spent))
    }

    fn reserved(&self, id: &IntentId) -> Done<Option<Reserved>> {
        let sql = "SELECT spend, units, currency, micros, billed FROM charge WHERE intent = ?1";
        self.one(sql, [id.as_str()], |row| {
            let (currency, micros): (Option<String>, Option<i64>) = (row.get(2)?, row.get(3)?);
            let cost = currency.zip(micros).map(|(currency, micros)| Money::new(Amount::micros(micros), currency));
            Ok(Reserved { spend: row.get(0)?, units: row.get(1)?, cost, billed: row.get(4)? })
        })
    }

    fn forget_charge(&self, id: &IntentId) -> Done<Option<Reserved>> {
        let found = self.reserved(id)?;
        if found.is_some() {
            self.run("DELETE FROM charge WHERE intent = ?1", [id.as_str()])?;
        }
        Ok(found)
    }

    /// An intent ended: what was reserved for it stands, unless it provably was not carried.
    pub(super) fn close_charge(&self, id: &IntentId, was_carried: bool) -> Done {
        match self.forget_charge(id)? {
            Some(Reserved { spend, units, cost, .. }) if !was_carried => self.release(spend, units, cost.as_ref()),
            _ => Ok(()),
        }
    }

    /// An intent was carried: its price is asked for, part by part, where the provider names it.
    pub(super) fn bill(&self, row: &IntentRow, parts: &[MessageId]) -> Done {
        let Some(Reserved { spend, billed: true, .. }) = self.forget_charge(&row.id)? else { return Ok(()) };
        let owner = self.owner_of(row.conversation)?;
        let due = self.now.plus(SILENCE).0;
        for part in parts {
            let number = signed(self.next_cursor()?);
            let sql = "INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) \
                       VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)";
            self.run(sql, (number, spend, owner, row.conversation, part.as_str(), due))?;
            self.run("UPDATE spend SET pending = pending + 1 WHERE id = ?1", [spend])?;
        }
        Ok(())
    }
}
