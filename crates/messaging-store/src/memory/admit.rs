use messaging_core::{
    UnixMillis,
    id::{IntentId, MessageId},
};

use super::{Tables, spending::Key};
use crate::{
    Admission, Admit, Charge, Direction, Lane, Lease, Result, Side, StoreError, attempts::Trace, billing::SILENCE,
};

/// What is reserved for an intent that has not ended.
#[derive(Debug)]
pub(super) struct Reserved {
    spend: Key,
    charge: Charge,
    billed: bool,
}

impl Tables {
    /// Decides whether a send may leave, and reserves what it takes, as [`Store::admit`](crate::Store::admit).
    ///
    /// # Errors
    /// [`Fenced`](StoreError::Fenced), also for an intent of another lane.
    pub fn admit(&mut self, now: UnixMillis, lease: &Lease, id: &IntentId, admit: &Admit) -> Result<Admission> {
        self.check(lease)?;
        let row = self.intents.get(id);
        if lease.side != Side::Sends || row.is_some_and(|row| row.lane != lease.lane) {
            return Err(StoreError::Fenced);
        }
        if row.is_none_or(|row| row.attempts.trace == Trace::Final) {
            return Ok(Admission::Over);
        }
        Ok(self.let_out(now, &lease.lane, id, admit))
    }

    /// Decides whether an intent may leave, and reserves what it takes.
    pub(super) fn let_out(&mut self, now: UnixMillis, lane: &Lane, id: &IntentId, admit: &Admit) -> Admission {
        if let Some(address) = &admit.address
            && let Some(refused) = admit.refused_for(self.consent(lane, address), now)
        {
            return refused;
        }
        if self.charges.contains_key(id) {
            self.put_instead(id, admit);
            return Admission::Granted;
        }
        for limit in &admit.limits {
            let (messages, spent) = self.spending.today(now, lane, limit);
            if let Some(refused) = admit.refused_by(limit, messages, spent) {
                return refused;
            }
        }
        self.written = true;
        self.put_instead(id, admit);
        let spend = self.spending.reserve(now, lane, Direction::Outbound, &admit.charge);
        let reserved = Reserved { spend, charge: admit.charge.clone(), billed: admit.billed };
        self.charges.insert(id.clone(), reserved);
        Admission::Granted
    }

    fn put_instead(&mut self, id: &IntentId, admit: &Admit) {
        if let (Some(row), Some(instead)) = (self.intents.get_mut(id), &admit.instead) {
            self.written = true;
            row.message = instead.clone();
        }
    }

    /// An intent ended: what was reserved for it stands, unless it provably was not carried.
    pub(super) fn close_charge(&mut self, id: &IntentId, was_carried: bool) {
        if let Some(Reserved { spend, charge, .. }) = self.charges.remove(id).filter(|_| !was_carried) {
            self.spending.release(&spend, &charge);
        }
    }

    /// An intent was carried: its price is asked for, part by part, where the provider names it.
    pub(super) fn bill(&mut self, now: UnixMillis, id: &IntentId, lane: &Lane, parts: &[MessageId]) {
        let Some(Reserved { spend, billed: true, .. }) = self.charges.remove(id) else { return };
        for part in parts {
            let number = self.next_cursor();
            let dropped = self.bills.push(number, lane, part, &spend, now.plus(SILENCE));
            if let Some(row) = self.spending.row(&spend) {
                row.pending += 1;
            }
            if let Some(spend) = dropped {
                self.answer(&spend, None);
            }
        }
    }
}
