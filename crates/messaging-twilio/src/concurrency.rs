//! How much of the account's concurrency is used, as Twilio says it in every answer.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use http::HeaderMap;

/// How many requests are under way; one more than that, and 0 while nothing is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Concurrency(Arc<AtomicU32>);

impl Concurrency {
    /// Reads what an answer says.
    pub(crate) fn heard(&self, headers: &HeaderMap) {
        let said = headers.get("twilio-concurrent-requests").and_then(|count| count.to_str().ok()?.trim().parse().ok());
        if let Some(count) = said {
            self.0.store(u32::saturating_add(count, 1), Ordering::Relaxed);
        }
    }

    /// What the last answer said; none before the first one.
    pub(crate) fn now(&self) -> Option<u32> {
        self.0.load(Ordering::Relaxed).checked_sub(1)
    }
}
