use std::{num::NonZeroU32, time::Duration};

use crate::{Quota, Trip};

/// The numbers of the [`standard`](crate::standard) stack.
///
/// The [default](Self::default) suits a program that holds a `Messenger` and nothing durable behind it: the stack does
/// the waiting. Inside the gateway use [`gateway`](Self::gateway).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// Longest a whole call may take, with all its tries and waits.
    pub deadline: Duration,
    /// Longest wait for the answer to one try.
    pub attempt: Duration,
    /// Most tries of one command, the first included.
    pub tries: u32,
    /// Longest one command may sleep in the stack, all layers and tries together.
    pub max_wait: Duration,
    /// Repeats per second for each verb that are always allowed; one for every five successes comes on top.
    pub repeats_per_second: u32,
    /// How fast commands of one [`Key`](crate::Key) may start.
    pub quota: Quota,
    /// When the circuit opens and closes.
    pub trip: Trip,
    /// Seeds the jitter, so that a run can be replayed; the operating system seeds it otherwise.
    pub seed: Option<u64>,
}

impl Policy {
    /// For a durable outbox behind the stack: no command sleeps longer than 1 s in all, at most 3 tries, 25 s in all.
    ///
    /// What would take longer comes back with [`retry_after`](messaging_core::Error::retry_after) set. The deadline is
    /// below the 30 s of a lane's lease.
    #[must_use]
    pub fn gateway() -> Self {
        Self { deadline: Duration::from_secs(25), tries: 3, max_wait: Duration::from_secs(1), ..Self::default() }
    }

    /// Seeds the jitter.
    #[must_use]
    pub fn with_seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Limits how fast commands of one key may start.
    #[must_use]
    pub fn with_quota(mut self, quota: Quota) -> Self {
        self.quota = quota;
        self
    }

    /// Limits how long one command may sleep in the stack.
    #[must_use]
    pub fn with_max_wait(mut self, max_wait: Duration) -> Self {
        self.max_wait = max_wait;
        self
    }
}

impl Default for Policy {
    /// 15 min and 8 tries in all, 10 s for each, waits up to 10 min, 50 commands per second for each key.
    fn default() -> Self {
        Self {
            deadline: Duration::from_secs(15 * 60),
            attempt: Duration::from_secs(10),
            tries: 8,
            max_wait: Duration::from_secs(10 * 60),
            repeats_per_second: 10,
            quota: Quota::per_second(NonZeroU32::MIN.saturating_add(49)),
            trip: Trip::default(),
            seed: None,
        }
    }
}
