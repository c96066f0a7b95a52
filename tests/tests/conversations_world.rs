//! The promises, run with Twilio Conversations: the shipped provider against the shipped emulator.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use messaging_testkit::{Faults, Report, World};
use messaging_tests::{
    conversations_pair::conversations,
    seeds::{assert_nothing_stays, assert_same, policy, seeds},
    twilio_pair::Plant,
};

fn world(seed: u64, plant: Plant) -> World {
    World::seed(seed).pair(conversations(plant))
}

fn assert_clean(report: Report) -> Report {
    assert_eq!(report.shelved, 0, "{report}\n{}", report.journal.kept().join("\n"));
    report.assert_nothing_lost()
}

#[test]
fn a_quiet_world_answers_everybody() {
    for seed in 0..5 {
        let report = assert_clean(world(seed, Plant::Nothing).run());
        assert!(report.counts.answered >= 12 && report.unacknowledged == 0, "{report}");
    }
}

#[test]
fn every_fault_at_once() {
    let (seeds, mut deaths) = (seeds(0, 40), 0);
    for seed in seeds.clone() {
        deaths +=
            assert_clean(world(seed, Plant::Nothing).policy(policy(seed)).faults(Faults::everything()).run()).deaths;
    }
    let worlds = usize::try_from(seeds.end).unwrap();
    assert!(deaths > 5 * worlds, "too little went wrong: {deaths} deaths in {worlds} worlds");
}

#[test]
fn same_seed_same_world() {
    assert_same(|seed| world(seed, Plant::Nothing).faults(Faults::everything()).run().journal.hash());
}

#[test]
fn nothing_stays_of_a_world() {
    assert_nothing_stays(conversations(Plant::Nothing));
}

#[test]
fn the_checker_sees_a_double_send() {
    let report = world(0, Plant::DoubleSend).run();
    assert!(!report.found.duplicated.is_empty(), "{report}");
}

#[test]
fn the_checker_sees_a_wrong_signature() {
    let report = world(0, Plant::WrongToken).run();
    assert_eq!(report.counts.accepted, 0, "{report}");
    assert!(report.unacknowledged >= 16, "{report}");
}
