use std::{collections::BTreeMap, sync::Arc};

use messaging_core::UnixMillis;

use super::Tables;
use crate::{
    Amount, Charge, Day, Direction, Lane, Limit, Money, Spent,
    spent::{KEPT_DAYS, add},
};

/// Which row a message is counted in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    day: Day,
    tenant: Arc<str>,
    account: Arc<str>,
    country: Option<String>,
    channel: String,
    direction: Direction,
}

/// What every day took. Beyond 400 days, or the bound, the oldest goes.
#[derive(Debug)]
pub(super) struct Spending {
    rows: BTreeMap<Key, Spent>,
    limit: usize,
}

impl Spending {
    pub(super) fn new(limit: usize) -> Self {
        Self { rows: BTreeMap::new(), limit }
    }

    /// Counts one message of today; returns where.
    pub(super) fn reserve(&mut self, now: UnixMillis, lane: &Lane, direction: Direction, charge: &Charge) -> Key {
        let Charge { country, channel, units, cost } = charge;
        let key = Key {
            day: Day::of(now),
            tenant: Arc::clone(&lane.tenant),
            account: lane.conversation.shared_account(),
            country: country.clone(),
            channel: channel.clone(),
            direction,
        };
        let count = |row: &mut Spent| {
            row.messages += 1;
            row.units += u64::from(*units);
            match cost {
                Some(cost) => add(&mut row.estimated, cost),
                None => row.unpriced += 1,
            }
        };
        match self.rows.get_mut(&key) {
            Some(row) => count(row),
            None => count(self.rows.entry(key.clone()).or_insert_with(|| blank(&key))),
        }
        let oldest = Day::of(now).minus(KEPT_DAYS);
        while self.rows.len() > self.limit || self.rows.first_key_value().is_some_and(|(key, _)| key.day < oldest) {
            self.rows.pop_first();
        }
        key
    }

    /// Takes one message back that was counted.
    pub(super) fn release(&mut self, key: &Key, charge: &Charge) {
        let Some(row) = self.rows.get_mut(key) else { return };
        row.messages = row.messages.saturating_sub(1);
        row.units = row.units.saturating_sub(u64::from(charge.units));
        match &charge.cost {
            Some(cost) => {
                let back = Money::new(Amount::default().minus(cost.amount), cost.currency.as_str());
                add(&mut row.estimated, &back);
            }
            None => row.unpriced = row.unpriced.saturating_sub(1),
        }
    }

    /// The row of messages counted earlier, unless it is forgotten.
    pub(super) fn row(&mut self, key: &Key) -> Option<&mut Spent> {
        self.rows.get_mut(key)
    }

    /// Counts what went out today within a limit.
    pub(super) fn today(&self, now: UnixMillis, lane: &Lane, limit: &Limit) -> (u64, Amount) {
        let day = Day::of(now);
        let within = |row: &&Spent| {
            row.day == day
                && row.direction == Direction::Outbound
                && row.tenant == lane.tenant
                && *row.account == *lane.conversation.account()
                && limit.country.as_ref().is_none_or(|country| row.country.as_ref() == Some(country))
                && limit.channel.as_ref().is_none_or(|channel| row.channel == *channel)
        };
        let today = self.rows.values().rev().take_while(|row| row.day >= day).filter(within);
        today.fold((0, Amount::default()), |(messages, spent), row| {
            let more = limit.spend.as_ref().and_then(|most| row.estimated.get(&most.currency).copied());
            (messages + row.messages, spent.plus(more.unwrap_or_default()))
        })
    }
}

fn blank(key: &Key) -> Spent {
    let Key { day, tenant, account, country, channel, direction } = key.clone();
    Spent {
        day,
        tenant,
        account,
        country,
        channel,
        direction,
        messages: 0,
        units: 0,
        unpriced: 0,
        estimated: BTreeMap::new(),
        billed: BTreeMap::new(),
        pending: 0,
        unknown: 0,
    }
}

impl Tables {
    /// Lists what every day took from `since` on, oldest first.
    #[must_use]
    pub fn spent(&self, since: Day) -> Vec<Spent> {
        self.spending.rows.values().filter(|row| row.day >= since).cloned().collect()
    }
}
