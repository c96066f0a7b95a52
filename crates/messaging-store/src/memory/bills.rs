use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use messaging_core::{Delivery, UnixMillis, id::MessageId};

use super::{Tables, spending::Key};
use crate::{
    Bill, Lane, Money,
    billing::{Due, FIRST, due},
    spent::add,
};

/// A message of an account.
type Name = (Arc<str>, Arc<str>, MessageId);

fn name(lane: &Lane, message: &MessageId) -> Name {
    (Arc::clone(&lane.tenant), lane.conversation.account().into(), message.clone())
}

#[derive(Debug)]
struct Row {
    lane: Lane,
    message: MessageId,
    spend: Key,
    asked: u32,
    due: UnixMillis,
}

/// Messages of ours whose price is to be asked for. Beyond the bound the oldest is given up.
#[derive(Debug)]
pub(super) struct Bills {
    rows: BTreeMap<u64, Row>,
    due: BTreeSet<(UnixMillis, u64)>,
    names: BTreeMap<Name, BTreeSet<u64>>,
    limit: usize,
}

impl Bills {
    pub(super) fn new(limit: usize) -> Self {
        Self { rows: BTreeMap::new(), due: BTreeSet::new(), names: BTreeMap::new(), limit }
    }

    /// Adds a question; returns whose question is given up for it.
    pub(super) fn push(
        &mut self,
        id: u64,
        lane: &Lane,
        message: &MessageId,
        spend: &Key,
        due: UnixMillis,
    ) -> Option<Key> {
        self.names.entry(name(lane, message)).or_default().insert(id);
        self.due.insert((due, id));
        let row = Row { lane: lane.clone(), message: message.clone(), spend: spend.clone(), asked: 0, due };
        self.rows.insert(id, row);
        let oldest = self.rows.first_key_value().map(|(id, _)| *id);
        oldest.filter(|_| self.rows.len() > self.limit).and_then(|oldest| self.remove(oldest))
    }

    fn remove(&mut self, id: u64) -> Option<Key> {
        let row = self.rows.remove(&id)?;
        self.due.remove(&(row.due, id));
        let name = name(&row.lane, &row.message);
        if let Some(ids) = self.names.get_mut(&name) {
            ids.remove(&id);
            if ids.is_empty() {
                self.names.remove(&name);
            }
        }
        Some(row.spend)
    }

    /// The questions about messages in a lane.
    pub(super) fn of(&self, lane: &Lane) -> Vec<u64> {
        self.rows.iter().filter(|(_, row)| row.lane == *lane).map(|(id, _)| *id).collect()
    }

    /// Puts a question off, or forward.
    fn ask_at(&mut self, id: u64, due: UnixMillis) {
        if let Some(row) = self.rows.get_mut(&id) {
            self.due.remove(&(row.due, id));
            row.due = due;
            self.due.insert((due, id));
        }
    }
}

impl Tables {
    /// Brings the first question forward, once a delivery has come to its end.
    pub(super) fn expect_bill(&mut self, now: UnixMillis, lane: &Lane, delivery: &Delivery) {
        if !delivery.status.is_final() {
            return;
        }
        for id in self.bills.names.get(&name(lane, &delivery.message)).cloned().unwrap_or_default() {
            let unasked = self.bills.rows.get(&id).filter(|row| row.asked == 0).map(|row| row.due);
            if let Some(earlier) = unasked {
                self.bills.ask_at(id, earlier.min(now.plus(FIRST)));
            }
        }
    }

    /// Takes questions that are due, as [`Store::bills`](crate::Store::bills).
    pub fn bills(&mut self, now: UnixMillis, limit: usize) -> Vec<Bill> {
        let ready = self.bills.due.iter().take_while(|(due, _)| *due <= now).take(limit);
        let ready: Vec<_> = ready.map(|(_, id)| *id).collect();
        self.written |= !ready.is_empty();
        let mut bills = Vec::new();
        for id in ready {
            let Some(row) = self.bills.rows.get_mut(&id) else { continue };
            let asked = row.asked;
            row.asked = asked.saturating_add(1);
            let (lane, message) = (row.lane.clone(), row.message.clone());
            match due(asked) {
                Due::Ask { next, last } => {
                    self.bills.ask_at(id, now.plus(next));
                    bills.push(Bill { id, lane, message, last });
                }
                Due::GiveUp => self.billed(id, None),
            }
        }
        bills
    }

    /// Writes down what a message cost, as [`Store::billed`](crate::Store::billed).
    pub fn billed(&mut self, id: u64, price: Option<&Money>) {
        if let Some(spend) = self.bills.remove(id) {
            self.written = true;
            self.answer(&spend, price);
        }
    }

    /// One message fewer is to be billed.
    pub(super) fn answer(&mut self, spend: &Key, price: Option<&Money>) {
        let Some(row) = self.spending.row(spend) else { return };
        row.pending = row.pending.saturating_sub(1);
        match price {
            Some(price) => add(&mut row.billed, price),
            None => row.unknown += 1,
        }
    }
}
