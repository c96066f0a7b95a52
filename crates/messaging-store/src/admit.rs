use std::time::Duration;

use messaging_core::{SendMessage, UnixMillis};

use crate::{Amount, Charge, Money, contact::Consent};

/// What a send must pass before it leaves, asked anew whenever it is claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admit {
    /// Whose consent counts; none where no single person is reached.
    pub address: Option<String>,
    /// How long after their last message anything may be written to them; none for ever, or for a template.
    pub window: Option<Duration>,
    /// What it takes. Reserved once per intent, however often that is tried, and given back if it was never carried.
    pub charge: Charge,
    /// What a day may take at most: every limit that this message counts towards.
    pub limits: Vec<Limit>,
    /// Whether the provider says afterwards what it cost.
    pub billed: bool,
    /// What leaves instead, such as a template; written down, so that it is what a doubt is about.
    pub instead: Option<SendMessage>,
}

/// What one account may send in a day (UTC) at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// To which country; none counts all of them together.
    pub country: Option<String>,
    /// On which channel; none counts all of them together.
    pub channel: Option<String>,
    /// Most messages.
    pub messages: Option<u64>,
    /// Most money, by the estimates in this currency.
    pub spend: Option<Money>,
}

/// Whether a send may leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It may, and what it takes is reserved.
    Granted,
    /// There is nothing to send any more: it was settled meanwhile.
    Over,
    /// The person wants nothing from us.
    OptedOut {
        /// Since when.
        at: UnixMillis,
        /// Who said so, and how.
        why: String,
    },
    /// Their last message is too long ago.
    WindowClosed {
        /// When it was; none if they never wrote, as far as is known.
        last: Option<UnixMillis>,
    },
    /// The day has no room for it.
    OverLimit {
        /// Which limit.
        limit: Limit,
        /// How many messages went out today within that limit.
        messages: u64,
        /// What they took, by the estimates.
        spent: Option<Money>,
    },
    /// Nobody knows what it costs, so a limit of money cannot be kept.
    Unpriced {
        /// Which limit.
        limit: Limit,
    },
}

impl Admit {
    /// Refuses what its addressee does not want, or may not be sent any more.
    pub(crate) fn refused_for(&self, consent: Consent, now: UnixMillis) -> Option<Admission> {
        if let Some((at, why)) = consent.opted_out {
            return Some(Admission::OptedOut { at, why });
        }
        let last = consent.last_inbound;
        let closed = |window| last.is_none_or(|last| last.plus(window) <= now);
        self.window.is_some_and(closed).then_some(Admission::WindowClosed { last })
    }

    /// Refuses what a limit has no room for, where so much went out today.
    pub(crate) fn refused_by(&self, limit: &Limit, messages: u64, spent: Amount) -> Option<Admission> {
        let limit = limit.clone();
        let cost = match (&limit.spend, &self.charge.cost) {
            (Some(_), None) => return Some(Admission::Unpriced { limit }),
            (_, cost) => cost.as_ref().map_or(Amount::default(), |cost| cost.amount),
        };
        let full = limit.messages.is_some_and(|most| messages >= most);
        let dear = limit.spend.as_ref().is_some_and(|most| spent.plus(cost) > most.amount);
        let spent = limit.spend.as_ref().map(|most| Money::new(spent, most.currency.as_str()));
        (full || dear).then_some(Admission::OverLimit { limit, messages, spent })
    }
}
