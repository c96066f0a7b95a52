//! Panics anywhere in the process, those of tasks that nobody waits for too.

use std::sync::{
    Once,
    atomic::{AtomicU64, Ordering},
};

static SEEN: AtomicU64 = AtomicU64::new(0);

/// Begins to count; the usual report is still printed.
pub(crate) fn count() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |told| {
            SEEN.fetch_add(1, Ordering::Relaxed);
            before(told);
        }));
    });
}

/// How many there were.
pub(crate) fn seen() -> u64 {
    SEEN.load(Ordering::Relaxed)
}
