use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use messaging_core::{Clock, UnixMillis};

/// A clock that only moves when it is moved. Clones share the time.
#[derive(Clone, Debug)]
pub struct HandClock(Arc<AtomicI64>);

impl HandClock {
    /// A clock that shows 2026-11-20T12:00:00Z.
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::new(AtomicI64::new(1_795_176_000_000)))
    }

    /// Moves it on.
    pub fn advance(&self, by: Duration) {
        self.0.store(self.millis().plus(by).0, Ordering::SeqCst);
    }

    /// Returns what it shows.
    #[must_use]
    pub fn millis(&self) -> UnixMillis {
        UnixMillis(self.0.load(Ordering::SeqCst))
    }

    /// Returns it as a store takes it.
    #[must_use]
    pub fn clock(&self) -> Clock {
        let shared = self.clone();
        Clock::new(move || shared.millis().into())
    }
}

impl Default for HandClock {
    fn default() -> Self {
        Self::new()
    }
}
