//! What a panic says: where. What it says besides may quote what somebody wrote.

use std::panic::{self, Location};

use super::discreet::Discretion;

/// Logs panics from now on, instead of printing them. With words to be shown they are printed as usual.
pub(super) fn tell(Discretion(discreet): Discretion) {
    if discreet {
        panic::set_hook(Box::new(|panic| {
            let at = panic.location().map(Location::to_string).unwrap_or_default();
            tracing::error!(at, "a panic; with MESSAGING_LOG_PRIVATE=true the log says more");
        }));
    }
}
