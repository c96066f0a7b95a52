use std::sync::{Arc, Mutex, PoisonError};

use messaging_core::command::NotAfter;
use tokio::time::Instant;

/// When a lease ends that heartbeats may prolong.
#[derive(Clone, Debug)]
pub(crate) struct LeaseEnd(Arc<Mutex<Instant>>);

impl LeaseEnd {
    pub(crate) fn new(until: Instant) -> Self {
        Self(Arc::new(Mutex::new(until)))
    }

    pub(crate) fn get(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set(&self, until: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }

    /// Nothing may leave once it has ended.
    pub(crate) fn not_after(&self) -> NotAfter {
        let end = self.clone();
        NotAfter::new(move || Instant::now() >= end.get())
    }
}
