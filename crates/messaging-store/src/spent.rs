use std::{collections::BTreeMap, sync::Arc};

use messaging_core::id::MessageId;
use serde::{Deserialize, Serialize};

use crate::{Amount, Day, Direction, Lane, Money};

/// How many days of spending are kept.
pub(crate) const KEPT_DAYS: i64 = 400;

/// What went one way on one channel to or from one country on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Which day, in UTC.
    pub day: Day,
    /// Whose account.
    pub tenant: Arc<str>,
    /// Which account.
    pub account: Arc<str>,
    /// Which country, as an ISO 3166-1 alpha-2 code; none if nobody knows.
    pub country: Option<String>,
    /// Which channel.
    pub channel: String,
    /// Which way.
    pub direction: Direction,
    /// How many messages.
    pub messages: u64,
    /// How many units of the vendor: segments of an SMS, otherwise messages.
    pub units: u64,
    /// How many of the messages the price table had no price for.
    pub unpriced: u64,
    /// What the others take by the price table, by currency.
    pub estimated: BTreeMap<String, Amount>,
    /// What the provider has billed so far, by currency.
    pub billed: BTreeMap<String, Amount>,
    /// How many messages the provider is still to bill.
    pub pending: u64,
    /// How many messages the provider never named a price for.
    pub unknown: u64,
}

/// A message of ours whose price is to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// The store's own name for it.
    pub id: u64,
    /// Where the message is.
    pub lane: Lane,
    /// The provider's name for the message.
    pub message: MessageId,
    /// Whether it is not asked for again.
    pub last: bool,
}

/// Adds money to a sum by currency.
pub(crate) fn add(sum: &mut BTreeMap<String, Amount>, money: &Money) {
    let entry = sum.entry(money.currency.clone()).or_default();
    *entry = entry.plus(money.amount);
}
