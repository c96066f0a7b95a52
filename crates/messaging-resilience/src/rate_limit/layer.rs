use std::{fmt, sync::Arc, time::Duration};

use messaging_core::{Command, Provider};
use messaging_telemetry::AccountMeters;
use tower::Layer;

use super::{
    Key, Quota, RateLimit,
    limiter::{Limiter, Shared},
    rates::Rated,
};

/// Starts the commands of one [`Key`] no faster than a quota, first come, first served; answers before progress
/// ([`Priority`](messaging_core::command::Priority)).
///
/// A command that counts against several limits of the provider starts when all of them allow it. Whoever has the turn at
/// the first of them waits for the others; those behind do not, so one busy channel does not slow another.
///
/// "Too many requests" with a `Retry-After` pauses the key it came for, for that long, and no other; where the provider
/// has several limits for a command, the first of them. A command that
/// would wait longer than [`max_wait`](Self::with_max_wait) fails at once as
/// [`RateLimited`](messaging_core::ErrorKind::RateLimited), not sent, with the wait in `retry_after`. Keys that are at
/// rest are forgotten, at most 16 384 are paused at once, and none for longer than a day.
#[derive(Clone)]
pub struct RateLimitLayer {
    limiter: Shared,
    rates: Option<Arc<Rated>>,
    key: fn(&Command) -> Key,
    max_wait: Duration,
    meters: AccountMeters,
}

impl RateLimitLayer {
    /// The same quota for each [`Key::of`] a command, counted separately; waits up to 10 min.
    #[must_use]
    pub fn new(quota: Quota) -> Self {
        let limiter = Arc::new(Limiter::new(quota));
        Self {
            limiter,
            rates: None,
            key: Key::of,
            max_wait: Duration::from_secs(10 * 60),
            meters: AccountMeters::default(),
        }
    }

    /// Keeps the provider's own limits instead of the quota, for every command that it knows limits of
    /// ([`Rates`](messaging_core::capability::Rates)).
    #[must_use]
    pub fn with_rates_of(mut self, provider: Arc<dyn Provider>) -> Self {
        self.rates = Some(Arc::new(Rated::new(provider)));
        self
    }

    /// Counts by another key.
    #[must_use]
    pub fn keyed_by(mut self, key: fn(&Command) -> Key) -> Self {
        self.key = key;
        self
    }

    /// Limits how long one command may sleep in all, layers that share its waits included.
    #[must_use]
    pub fn with_max_wait(mut self, max_wait: Duration) -> Self {
        self.max_wait = max_wait;
        self
    }

    /// Measures waits, and what the tightest limit has left, with `meters`.
    #[must_use]
    pub fn with_meters(mut self, meters: AccountMeters) -> Self {
        self.meters = meters;
        self
    }

    /// Returns how many keys are remembered, for a metric.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.limiter.len() + self.rates.as_ref().map_or(0, |rates| rates.len())
    }
}

impl fmt::Debug for RateLimitLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RateLimitLayer")
            .field("limiter", &self.limiter)
            .field("max_wait", &self.max_wait)
            .finish_non_exhaustive()
    }
}

impl<S> Layer<S> for RateLimitLayer {
    type Service = RateLimit<S>;

    fn layer(&self, inner: S) -> RateLimit<S> {
        let (limiter, rates) = (Arc::clone(&self.limiter), self.rates.clone());
        RateLimit { inner, limiter, rates, key: self.key, max_wait: self.max_wait, meters: self.meters.clone() }
    }
}
