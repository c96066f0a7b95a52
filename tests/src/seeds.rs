//! How many worlds a test runs, under which turn policy each, and what holds for every world.

use std::{
    ops::Range,
    sync::{Arc, Mutex},
};

use messaging_emulator::{FaultPlan, Journal};
use messaging_gateway::TurnPolicy;
use messaging_testkit::{Faults, Pair, World};

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

/// Runs a world of `pair`, and sees that nothing of it stays behind.
///
/// # Panics
/// Something holds the pair still.
pub fn assert_nothing_stays(pair: impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static) {
    let made = Arc::new(Mutex::new(Vec::new()));
    let seen = made.clone();
    let watched = move |plan, seed, journal| {
        let pair = pair(plan, seed, journal);
        seen.lock().expect("nobody panicked").push(Arc::downgrade(&pair));
        pair
    };
    let _ = World::seed(1).pair(watched).faults(Faults::everything()).run();
    let made = made.lock().expect("nobody panicked");
    assert!(made.len() == 1 && made[0].upgrade().is_none(), "somebody holds an emulator of a world that has ended");
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
