//! Turns that take ten minutes, in processes that stop for longer than a lease.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, time::Duration};

use messaging_agent::{Turn, from_fn};
use messaging_testkit::{Chaos, Faults, Sabotage, World};
use tokio::time::sleep;

/// Two hundred lanes, each with an agent that thinks for ten minutes.
fn thinking(seed: u64) -> World {
    let agent = from_fn(|turn: Turn| async move {
        // house: real time, because it is none: the clock of a world is paused
        sleep(Duration::from_secs(600)).await;
        Ok(vec![format!("{} of them", turn.messages.len()).into()])
    });
    let chaos = Chaos { freezes: 24, zombies: 4, kills: 2, until: Duration::from_secs(1_200), ..Chaos::default() };
    // So many places that hardly any is written to twice.
    let world = World::seed(seed).agent(agent).conversations(4_000).messages(205).nodes(4);
    world.faults(Faults { chaos, ..Faults::default() })
}

#[test]
fn two_hundred_turns_of_ten_minutes_are_answered_once_each() {
    let (mut again, mut frozen) = (0, 0);
    for seed in 0..4 {
        let report = thinking(seed).run().assert_nothing_lost();
        let (mut lanes, mut freezes, mut repeated) = (BTreeSet::new(), 0, 0);
        for line in report.journal.kept() {
            let words: Vec<_> = line.split_whitespace().collect();
            match words.as_slice() {
                [_, "turn", place, _, _, attempt] => {
                    lanes.insert((*place).to_owned());
                    repeated += usize::from(*attempt != "attempt=0");
                }
                [_, "freeze" | "replace", ..] => freezes += 1,
                _ => {}
            }
        }
        println!("seed {seed}: {} lanes, {freezes} freezes, {repeated} turns begun again, {report}", lanes.len());
        assert!(lanes.len() >= 190, "{}", lanes.len());
        assert_eq!((report.counts.answered, report.shelved), (205, 0), "{report}");
        again += repeated;
        frozen += freezes;
    }
    assert!(again > 100 && frozen > 40, "too little went wrong: {again} {frozen}");
}

#[test]
fn without_fences_late_turns_are_told_as_well() {
    let caught = (0..4).any(|seed| !thinking(seed).sabotage(Sabotage::NoFence).run().is_clean());
    assert!(caught, "a write that comes too late was not noticed");
}
