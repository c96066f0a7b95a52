use std::{num::NonZeroU32, time::Duration};

/// How fast commands of one key may start: one in a period, and so many at once after a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    pub(super) period: Duration,
    pub(super) burst: NonZeroU32,
}

impl Quota {
    /// So many a second, all of them at once after a second's rest.
    #[must_use]
    pub const fn per_second(count: NonZeroU32) -> Self {
        Self { period: Duration::from_nanos(1_000_000_000 / count.get() as u64), burst: count }
    }

    /// One in each `period`; none if that is no time at all.
    #[must_use]
    pub const fn with_period(period: Duration) -> Option<Self> {
        if period.is_zero() { None } else { Some(Self { period, burst: NonZeroU32::MIN }) }
    }

    /// Lets so many start at once after a rest.
    #[must_use]
    pub const fn allow_burst(mut self, burst: NonZeroU32) -> Self {
        self.burst = burst;
        self
    }

    /// How much earlier than evenly spaced a command may start.
    pub(super) fn tolerance(self) -> Duration {
        self.period.saturating_mul(self.burst.get().saturating_sub(1))
    }
}
