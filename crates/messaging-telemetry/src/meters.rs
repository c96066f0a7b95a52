use std::{sync::Arc, time::Duration};

use opentelemetry::{KeyValue, StringValue, metrics::Meter};

use crate::{
    Census, Spent, Tokens, Waits,
    attribute::{
        ACCOUNT, AI_MODEL, AI_OPERATION, AI_PROVIDER, CHANNEL, CURRENCY, DIRECTION, ERROR, OPERATION, OUTCOME, SIDE,
        STATUS, SYSTEM, TOKEN_TYPE,
    },
    capped::OTHER,
    instruments::Instruments,
};

/// What a process measures with; measures nothing unless it was given a meter. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Meters(Option<Arc<Instruments>>);

impl Meters {
    /// Makes every instrument of [`names`](crate::names) with `meter`.
    #[must_use]
    pub fn new(meter: &Meter) -> Self {
        Self(Some(Arc::new(Instruments::new(meter))))
    }

    /// Whether anything is measured.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Returns what is measured with for one account of a platform.
    #[must_use]
    pub fn account(&self, name: &str, system: &'static str) -> AccountMeters {
        AccountMeters(self.0.as_ref().map(|instruments| {
            let (account, system) = (KeyValue::new(ACCOUNT, word(name.into())), KeyValue::new(SYSTEM, system));
            Arc::new(Measured { instruments: Arc::clone(instruments), account, system })
        }))
    }

    /// Says where the messages of every account and channel are, or of none in particular; and where all others are, such
    /// as those of accounts that are not measured.
    pub fn census<'a>(
        &self,
        accounts: impl IntoIterator<Item = (&'a AccountMeters, Option<&'a str>, Census)>,
        others: Census,
    ) {
        let Some(instruments) = &self.0 else { return };
        let of_others = [ACCOUNT, SYSTEM, CHANNEL].map(|name| KeyValue::new(name, OTHER));
        let accounts = accounts.into_iter().filter_map(|(account, channel, census)| {
            let at = account.0.as_ref()?;
            Some(([at.account.clone(), at.system.clone(), at.channel(channel.unwrap_or(OTHER))], census))
        });
        instruments.taken.replace(accounts.chain([(of_others, others)]).collect());
    }

    /// Says how long the first reply of unknown outcome has waited for a person.
    pub fn unknown_for(&self, age: Duration) {
        if let Some(instruments) = &self.0 {
            instruments.unknown_age.record(age.as_secs_f64(), &[]);
        }
    }

    /// Counts spans that were not exported.
    pub fn spans_dropped(&self, count: u64) {
        if let Some(instruments) = &self.0 {
            instruments.spans_dropped.add(count, &[]);
        }
    }
}

/// What is measured with for one account; measures nothing by default. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AccountMeters(Option<Arc<Measured>>);

#[derive(Debug)]
struct Measured {
    instruments: Arc<Instruments>,
    account: KeyValue,
    system: KeyValue,
}

impl Measured {
    fn by<const N: usize>(&self, more: [KeyValue; N]) -> Vec<KeyValue> {
        [self.account.clone(), self.system.clone()].into_iter().chain(more).collect()
    }

    fn channel(&self, channel: &str) -> KeyValue {
        KeyValue::new(CHANNEL, word(self.instruments.words.value(channel)))
    }
}

fn word(value: Arc<str>) -> StringValue {
    value.into()
}

impl AccountMeters {
    /// Whether anything is measured.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// A platform was told `status` after `took`.
    pub fn webhook(&self, status: u16, took: Duration) {
        let Some(at) = &self.0 else { return };
        let status = KeyValue::new(STATUS, i64::from(status));
        // At every webhook: without a list on the heap.
        let attributes = [at.account.clone(), at.system.clone(), status];
        at.instruments.webhook.record(took.as_secs_f64(), &attributes);
    }

    /// A message was stored, or had been before.
    pub fn accepted(&self, channel: &str, duplicate: bool) {
        let Some(at) = &self.0 else { return };
        let counter = if duplicate { &at.instruments.duplicates } else { &at.instruments.accepted };
        counter.add(1, &[at.account.clone(), at.system.clone(), at.channel(channel)]);
    }

    /// A turn ended, in a word of ours.
    pub fn turned(&self, channel: &str, outcome: &'static str, took: Duration) {
        let Some(at) = &self.0 else { return };
        let attributes = at.by([at.channel(channel), KeyValue::new(OUTCOME, outcome)]);
        at.instruments.process.record(took.as_secs_f64(), &attributes);
    }

    /// One try of a call ended; `error` is what kind of error, if it failed.
    pub fn called(&self, operation: &'static str, error: Option<&'static str>, took: Duration) {
        let Some(at) = &self.0 else { return };
        let mut attributes = at.by([KeyValue::new(OPERATION, operation)]);
        attributes.extend(error.map(|error| KeyValue::new(ERROR, error)));
        at.instruments.operation.record(took.as_secs_f64(), &attributes);
    }

    /// An attempt at a reply ended, in a word of ours.
    pub fn sent(&self, channel: &str, outcome: &'static str) {
        let Some(at) = &self.0 else { return };
        at.instruments.sends.add(1, &at.by([at.channel(channel), KeyValue::new(OUTCOME, outcome)]));
    }

    /// A doubtful send was looked up.
    pub fn looked(&self, verdict: &'static str) {
        let Some(at) = &self.0 else { return };
        at.instruments.looks.add(1, &at.by([KeyValue::new(OUTCOME, verdict)]));
    }

    /// A call is tried again at once, after an error of this kind.
    pub fn retried(&self, operation: &'static str, error: &'static str) {
        let Some(at) = &self.0 else { return };
        at.instruments.retries.add(1, &at.by([KeyValue::new(OPERATION, operation), KeyValue::new(ERROR, error)]));
    }

    /// A call was not tried again, because the budget was spent.
    pub fn not_retried(&self, operation: &'static str) {
        let Some(at) = &self.0 else { return };
        at.instruments.retries_refused.add(1, &at.by([KeyValue::new(OPERATION, operation)]));
    }

    /// A call waited for a limit of ours.
    pub fn waited(&self, operation: &'static str, wait: Duration) {
        let Some(at) = &self.0 else { return };
        let attributes = at.by([KeyValue::new(OPERATION, operation)]);
        at.instruments.rate_limit_wait.record(wait.as_secs_f64(), &attributes);
    }

    /// So many calls more would have passed a limit of ours.
    pub fn remaining(&self, operation: &'static str, calls: u64) {
        let Some(at) = &self.0 else { return };
        at.instruments.rate_limit_remaining.record(calls, &at.by([KeyValue::new(OPERATION, operation)]));
    }

    /// The circuit breaker is closed (0), half open (1) or open (2).
    pub fn breaker(&self, state: u64) {
        let Some(at) = &self.0 else { return };
        at.instruments.breaker.record(state, &at.by([]));
    }

    /// A message took so much.
    pub fn spent(&self, channel: &str, direction: &'static str, spent: Spent<'_>) {
        let Some(at) = &self.0 else { return };
        let mut attributes = at.by([at.channel(channel), KeyValue::new(DIRECTION, direction)]);
        at.instruments.segments.add(spent.units, &attributes);
        if let Some((micros, currency)) = spent.micros {
            attributes.push(KeyValue::new(CURRENCY, word(at.instruments.words.value(currency))));
            at.instruments.spend.add(micros, &attributes);
        }
    }

    /// An agent said what a turn took of a language model.
    pub fn used(&self, channel: &str, tokens: &Tokens<'_>) {
        let Some(at) = &self.0 else { return };
        let value = |value: &str| word(at.instruments.words.value(value));
        let provider = tokens.provider.map_or_else(|| "_OTHER".into(), value);
        let mut attributes = at.by([
            at.channel(channel),
            KeyValue::new(AI_OPERATION, "invoke_agent"),
            KeyValue::new(AI_PROVIDER, provider),
        ]);
        attributes.extend(tokens.model.map(|model| KeyValue::new(AI_MODEL, value(model))));
        for (kind, count) in [("input", tokens.input), ("output", tokens.output)] {
            let attributes: Vec<_> = attributes.iter().cloned().chain([KeyValue::new(TOKEN_TYPE, kind)]).collect();
            at.instruments.tokens.record(count, &attributes);
        }
    }

    /// So much is in the lanes of a side: `turns` or `sends`.
    pub fn waiting(&self, side: &'static str, waits: Waits) {
        let Some(at) = &self.0 else { return };
        let attributes = at.by([KeyValue::new(SIDE, side)]);
        at.instruments.lanes.record(waits.lanes, &attributes);
        at.instruments.lane_depth.record(waits.depth, &attributes);
        at.instruments.lane_age.record(waits.age.as_secs_f64(), &attributes);
    }

    /// So many visitors read the web chat along, over so many streams.
    pub fn chat(&self, visitors: usize, streams: usize) {
        let Some(at) = &self.0 else { return };
        let count = |count| u64::try_from(count).unwrap_or(u64::MAX);
        at.instruments.chat_visitors.record(count(visitors), &at.by([]));
        at.instruments.chat_streams.record(count(streams), &at.by([]));
    }

    /// Whether the account passed its check.
    pub fn checked(&self, healthy: bool) {
        let Some(at) = &self.0 else { return };
        at.instruments.healthy.record(healthy.into(), &at.by([]));
    }
}
