//! How many worlds a test runs, and under which turn policy each.

use std::ops::Range;

use messaging_gateway::TurnPolicy;

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

/// Runs worlds again: each of five seeds makes the same journal ten times.
///
/// # Panics
/// One of them is another world.
pub fn assert_same(hash: impl Fn(u64) -> u64) {
    for seed in 1..=5 {
        let first = hash(seed);
        (1..10).for_each(|replay| assert_eq!(hash(seed), first, "seed {seed}, replay {replay}"));
    }
}

/// The policy of a world, each in its turn.
#[must_use]
pub fn policy(seed: u64) -> TurnPolicy {
    match seed % 3 {
        0 => TurnPolicy::Queue,
        1 => TurnPolicy::Supersede,
        _ => TurnPolicy::Concurrent,
    }
}
