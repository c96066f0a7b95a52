//! Ends the process at a named place, so that a test of the real binary can see what a crash there leaves behind.
//!
//! Only with the feature `fail-points`, which nothing turns on but such tests.

use std::sync::{
    OnceLock,
    atomic::{AtomicU64, Ordering},
};

/// The places of the store. The gateway's are its `Point`s.
pub const STORE: [&str; 2] = [WRITING, COMMITTED];

/// A group's work is done; its commit has not begun.
pub(crate) const WRITING: &str = "store.writing";

/// A group is committed; nobody has been answered.
pub(crate) const COMMITTED: &str = "store.committed";

static ARMED: OnceLock<(String, AtomicU64)> = OnceLock::new();

/// Ends the process when it passes `name` for the `passage`-th time, counted from 1; says whether nothing was armed
/// before.
#[must_use]
pub fn arm(name: impl Into<String>, passage: u64) -> bool {
    ARMED.set((name.into(), AtomicU64::new(passage))).is_ok()
}

/// Is at `name`; does not return if this is the passage that was asked for.
pub fn pass(name: &str) {
    if let Some((armed, left)) = ARMED.get()
        && armed == name
        && left.fetch_sub(1, Ordering::SeqCst) == 1
    {
        std::process::abort();
    }
}
