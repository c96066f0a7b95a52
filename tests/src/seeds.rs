//! How many worlds a test runs.

use std::ops::Range;

/// Numbers from `first` on: `usual` of them, or as many as `MESSAGING_SEEDS` says.
///
/// # Panics
/// `MESSAGING_SEEDS` is not a number.
#[must_use]
pub fn seeds(first: u64, usual: u64) -> Range<u64> {
    let asked = std::env::var("MESSAGING_SEEDS").ok();
    let count = asked.map_or(usual, |count| count.parse().expect("MESSAGING_SEEDS is a number of worlds"));
    first..first + count
}
