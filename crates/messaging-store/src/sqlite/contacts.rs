use messaging_core::{Keyword, UnixMillis};

use super::{fault::Done, outbox::IntentRow, verbs::Verbs};
use crate::{
    Arrival, Direction, Lane, OptedOut, Settled,
    contact::{Consent, THEY_ARE_OUT, THEY_SAID_SO, cancelled},
    known::said_at,
};

impl Verbs<'_> {
    /// Notes what a new event says of its sender: that they are there, and what they agreed to.
    pub(super) fn hear(&self, owner: i64, arrival: &Arrival) -> Done {
        let Arrival { lane, event, sender, charge, .. } = arrival;
        let said = event.said();
        let wrote = said.as_ref().map(|message| message.id.as_str());
        if let (Some(charge), Some(_)) = (charge, wrote) {
            let spend = self.spend_row(owner, charge, Direction::Inbound)?;
            self.reserve(spend, charge)?;
        }
        let Some(sender) = sender.as_ref().filter(|_| wrote.is_some() || event.keyword.is_some()) else {
            return Ok(());
        };
        let conversation = self.conversation(lane)?.conversation;
        if sender.alone {
            let sql = "UPDATE conversation SET contact = ?2 WHERE id = ?1 AND contact IS NOT ?2";
            self.run(sql, (conversation, &sender.address))?;
        }
        let sql = "INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(?3, last_inbound_ms), \
                   last_inbound = coalesce(?4, last_inbound)";
        self.run(sql, (owner, &sender.address, wrote.map(|_| self.now.0), wrote))?;
        let at = said_at(event, self.now);
        match event.keyword {
            Some(Keyword::Stop) => {
                let sql =
                    "UPDATE contact SET opted_out_ms = ?3 WHERE owner = ?1 AND address = ?2 AND opted_out_ms < ?3";
                self.run(sql, (owner, &sender.address, at.0))?;
                let why = if wrote.is_some() { THEY_SAID_SO } else { THEY_ARE_OUT };
                self.withdraw(owner, &sender.address, at, why)
            }
            Some(Keyword::Start | Keyword::Yes) => {
                let sql = "UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL \
                           WHERE owner = ?1 AND address = ?2 AND opted_out_ms <= ?3";
                self.run(sql, (owner, &sender.address, at.0))?;
                self.forget_sealed(owner, &sender.address, at)
            }
            _ => Ok(()),
        }
    }

    /// Writes down that somebody wants nothing from us, on somebody else's word.
    pub(super) fn opt_out(&self, lane: &Lane, address: &str, why: &str) -> Done {
        // What happens here has its place in the stream, as everything that is written.
        self.next_cursor()?;
        self.withdraw(self.owner(lane)?, address, self.now, why)
    }

    /// Takes a person's consent back, and cancels what waits for them untouched.
    fn withdraw(&self, owner: i64, address: &str, at: UnixMillis, why: &str) -> Done {
        let sql = "INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (owner, address) DO UPDATE SET opted_out_ms = ?3, opted_out_why = ?4 \
                   WHERE opted_out_ms IS NULL";
        self.run(sql, (owner, address, at.0, why))?;
        let sql = "SELECT id FROM conversation WHERE owner = ?1 AND contact = ?2";
        for conversation in self.all(sql, (owner, address), |row| row.get::<_, i64>(0))? {
            self.forget_answers(conversation)?;
        }
        let sql = "SELECT i.id FROM conversation c JOIN intent i ON i.conversation = c.id \
                   WHERE c.owner = ?1 AND c.contact = ?2 AND i.trace = 0 ORDER BY i.place";
        let waiting = self.all(sql, (owner, address), |row| row.get::<_, String>(0))?;
        for id in waiting {
            if let Some(row) = self.intent(&id.into())? {
                self.cancel(&row, why)?;
            }
        }
        Ok(())
    }

    fn cancel(&self, row: &IntentRow, why: &str) -> Done {
        self.conclude(row, &Settled::Rejected { reason: cancelled(why) })
    }

    /// Finds what is known of somebody.
    pub(super) fn consent(&self, owner: i64, address: &str) -> Done<Consent> {
        let sql = "SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = ?1 AND address = ?2";
        let found = self.one(sql, (owner, address), |row| {
            let (since, why): (Option<i64>, Option<String>) = (row.get(0)?, row.get(1)?);
            let opted_out = since.map(|since| (UnixMillis(since), why.unwrap_or_default()));
            Ok(Consent { opted_out, last_inbound: row.get::<_, Option<i64>>(2)?.map(UnixMillis) })
        })?;
        let mut consent = found.unwrap_or_default();
        if consent.opted_out.is_none() {
            consent.opted_out = self.sealed_out(owner, address)?;
        }
        Ok(consent)
    }

    /// Lists who has opted out, newest first.
    pub(super) fn opted_out(&self, limit: usize) -> Done<Vec<OptedOut>> {
        let sql = "SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c \
                   JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL \
                   ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT ?1";
        self.all(sql, [i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
            Ok(OptedOut {
                tenant: row.get(0)?,
                account: row.get(1)?,
                address: row.get(2)?,
                at: UnixMillis(row.get(3)?),
                why: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
            })
        })
    }
}
