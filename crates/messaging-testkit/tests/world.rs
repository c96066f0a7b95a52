//! The promises, run; and the checker, made to complain.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use messaging_gateway::{Point, TurnPolicy, UnknownPolicy};
use messaging_testkit::{AgentFaults, Chaos, Faults, Report, Sabotage, World};

/// Worlds of the longest tests; `MESSAGING_SEEDS` says otherwise.
fn seeds() -> u64 {
    std::env::var("MESSAGING_SEEDS").map_or(50, |count| count.parse().unwrap())
}

fn worst(seed: u64) -> World {
    World::seed(seed).faults(Faults::everything())
}

fn assert_clean(report: &Report) {
    assert!(report.is_clean(), "{report}\n{}", report.journal.kept().join("\n"));
    assert_eq!(report.shelved, 0, "{report}");
}

#[test]
fn a_quiet_world_is_clean() {
    (0..20).for_each(|seed| assert_clean(&World::seed(seed).run()));
}

#[test]
fn same_seed_same_world() {
    for seed in 0..5 {
        let hash = || worst(seed).run().journal.hash();
        let first = hash();
        (1..10).for_each(|replay| assert_eq!(hash(), first, "seed {seed}, replay {replay}"));
    }
}

#[test]
fn every_fault_at_once_one_message_a_turn() {
    (0..seeds()).for_each(|seed| assert_clean(&worst(seed).run()));
}

#[test]
fn every_fault_at_once_newer_messages_supersede() {
    (1_000..1_000 + seeds()).for_each(|seed| assert_clean(&worst(seed).policy(TurnPolicy::Supersede).run()));
}

#[test]
fn every_fault_at_once_bursts_are_answered_as_one() {
    (4_000..4_100).for_each(|seed| assert_clean(&worst(seed).policy(TurnPolicy::Burst).run()));
}

/// People who write more at once than may be answered at once.
fn beside(seed: u64) -> World {
    let busy = World::seed(seed).conversations(2).messages(24).policy(TurnPolicy::Concurrent);
    busy.settings(|settings| settings.turns.concurrent = Some(3))
}

#[test]
fn every_fault_at_once_turns_beside_each_other() {
    let mut full = 0;
    for seed in 6_000..6_000 + seeds() {
        let agent = AgentFaults { slow: 600, ..AgentFaults::everything() };
        let report = beside(seed).faults(Faults { agent, ..Faults::everything() }).run();
        assert_clean(&report);
        full += u64::from(report.at_once >= 3);
        assert_clean(&worst(seed).policy(TurnPolicy::Concurrent).run());
    }
    assert!(full > seeds() / 2, "turns should be under way beside each other: {full}");
}

#[test]
fn deaths_at_every_named_point() {
    let chaos = Chaos { points: 25, until: Duration::from_secs(120), ..Chaos::default() };
    let faults = Faults { chaos, ..Faults::everything() };
    let mut died: BTreeMap<&str, u32> = Point::ALL.iter().map(|point| (point.name(), 0)).collect();
    for seed in 0..120 {
        let report = World::seed(seed).faults(faults).policy(TurnPolicy::Supersede).run();
        assert_clean(&report);
        for line in report.journal.kept() {
            if let Some((_, point)) = line.split_once(" at ") {
                died.entry(point.to_owned().leak()).and_modify(|count| *count += 1);
            }
        }
    }
    println!("{died:?}");
    // The toy shows nothing before it is complete: `tests/tests/slack_stream.rs` dies there.
    let elsewhere = |name: &str| name == "gateway.draining" || name.starts_with("live.");
    let missed: Vec<_> = died.iter().filter(|(name, count)| **count == 0 && !elsewhere(name)).collect();
    assert!(missed.is_empty(), "nobody died at {missed:?}");
}

#[test]
fn a_drain_ends_in_time_whatever_the_agent_does() {
    let chaos = Chaos { drains: 12, until: Duration::from_secs(120), ..Chaos::default() };
    let agent = AgentFaults { endless: 400, ..AgentFaults::default() };
    for seed in 0..20 {
        let report = World::seed(seed).faults(Faults { chaos, agent, ..Faults::default() }).run();
        assert_clean(&report);
        let mut asked: BTreeMap<String, u64> = BTreeMap::new();
        for line in report.journal.kept() {
            let words: Vec<_> = line.split_whitespace().collect();
            match words.as_slice() {
                [at, "drain", node] => {
                    asked.entry((*node).to_owned()).or_insert_with(|| at.parse().expect("a time"));
                }
                [at, "death", node, "drained"] => {
                    let took = at.parse::<u64>().expect("a time") - asked.remove(*node).expect("asked");
                    assert!(took <= 21_000, "seed {seed}: node {node} took {took} ms");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_restarted_node_takes_its_own_lanes_back_within_two_seconds() {
    let chaos = Chaos { kills: 12, until: Duration::from_secs(60), ..Chaos::default() };
    let agent = AgentFaults { slow: 700, ..AgentFaults::default() };
    let mut again = 0;
    for seed in 0..20 {
        let report = World::seed(seed).nodes(1).faults(Faults { chaos, agent, ..Faults::default() }).run();
        assert_clean(&report);
        let (mut born, mut resumed) = (0, BTreeSet::new());
        for line in report.journal.kept() {
            let words: Vec<_> = line.split_whitespace().collect();
            match words.as_slice() {
                [at, "birth", _] => {
                    born = at.parse().expect("a time");
                    resumed.clear();
                }
                [at, "turn", place, _, _, attempt]
                    if resumed.insert((*place).to_owned()) && *attempt != "attempt=0" =>
                {
                    again += 1;
                    let took = at.parse::<u64>().expect("a time") - born;
                    assert!(took <= 2_000, "seed {seed}: {took} ms after the restart: {line}");
                }
                _ => {}
            }
        }
    }
    assert!(again > 20, "too few turns were interrupted: {again}");
}

#[test]
fn every_fault_at_once_on_one_node() {
    (2_000..2_060).for_each(|seed| assert_clean(&worst(seed).nodes(1).run()));
}

/// A defect must be seen within so many seeds, or the checker is blind to it.
fn assert_caught(within: u64, broken: impl Fn(u64) -> World) {
    let caught = (0..within).map(|seed| broken(seed).run()).find(|report| !report.is_clean());
    assert!(caught.is_some(), "not caught within {within} seeds");
}

#[test]
fn the_checker_sees_a_store_without_dedup() {
    assert_caught(5, |seed| worst(seed).sabotage(Sabotage::NoDedup));
}

#[test]
fn the_checker_sees_a_store_without_fences() {
    assert_caught(100, |seed| worst(seed).sabotage(Sabotage::NoFence));
}

#[test]
fn the_checker_sees_an_ack_before_the_commit() {
    let chaos = Chaos { cuts: 20, until: Duration::from_secs(60), ..Chaos::default() };
    let faults = Faults { chaos, ..Faults::everything() };
    assert_caught(20, |seed| World::seed(seed).faults(faults).sabotage(Sabotage::AnswerBeforeSync));
}

#[test]
fn the_checker_sees_a_blind_retry() {
    assert_caught(5, |seed| worst(seed).settings(|settings| settings.sends.on_unknown = UnknownPolicy::Resend));
}

#[test]
fn the_checker_sees_a_forgotten_exposure() {
    assert_caught(40, |seed| worst(seed).sabotage(Sabotage::ForgetExposure));
}

#[test]
fn the_checker_sees_a_hasty_verdict() {
    assert_caught(40, |seed| worst(seed).settings(|settings| settings.sends.looks = vec![Duration::from_secs(2)]));
}

#[test]
fn the_checker_sees_a_missing_hold_back() {
    assert_caught(5, |seed| worst(seed).sabotage(Sabotage::NoHoldBack));
}

#[test]
fn the_checker_sees_a_missing_heartbeat() {
    let agent = AgentFaults { endless: 300, ..AgentFaults::default() };
    let slow = move |seed| World::seed(seed).faults(Faults { agent, ..Faults::default() });
    assert_clean(&slow(0).run());
    assert_caught(10, |seed| slow(seed).sabotage(Sabotage::NoHeartbeat));
}

#[test]
fn who_says_stop_is_left_alone_until_they_say_start() {
    let mut rejected = 0;
    for seed in 3_000..3_060 {
        let report = worst(seed).stops(2).run();
        assert_clean(&report);
        rejected += report.counts.rejected;
    }
    assert!(rejected > 60, "too little was refused: {rejected}");
}

#[test]
fn the_checker_sees_a_store_that_forgets_stop() {
    assert_caught(3, |seed| World::seed(seed).stops(1).sabotage(Sabotage::NoConsent));
}

/// Turns that take longer than a heartbeat, beside each other, in processes that nothing happens to.
fn long_beside(seed: u64) -> World {
    let agent = AgentFaults { endless: 600, ..AgentFaults::default() };
    beside(seed).faults(Faults { agent, ..Faults::default() })
}

#[test]
fn the_checker_sees_more_turns_than_may_be() {
    (0..10).for_each(|seed| assert_clean(&long_beside(seed).run()));
    assert_caught(3, |seed| long_beside(seed).sabotage(Sabotage::NoBound));
}

#[test]
fn the_checker_sees_a_turn_that_frees_its_siblings() {
    assert_caught(3, |seed| long_beside(seed).sabotage(Sabotage::FreesSiblings));
}

#[test]
fn the_checker_sees_that_siblings_have_no_fences_of_their_own() {
    assert_caught(3, |seed| long_beside(seed).sabotage(Sabotage::NoFence));
}
