//! The promises, run with the shipped Twilio provider against the shipped Twilio emulator; and the checker, made to
//! complain.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use messaging_testkit::{Faults, Report, World};
use messaging_tests::{
    seeds::{assert_nothing_stays, assert_same, policy, seeds},
    twilio_pair::{Plant, twilio},
};

fn world(seed: u64, plant: Plant) -> World {
    World::seed(seed).pair(twilio(plant))
}

fn assert_clean(report: &Report) {
    assert!(report.is_clean(), "{report}\n{}", report.journal.kept().join("\n"));
    assert_eq!(report.shelved, 0, "{report}\n{}", report.journal.kept().join("\n"));
}

#[test]
fn a_quiet_world_answers_everybody() {
    for seed in 0..5 {
        let report = world(seed, Plant::Nothing).run();
        assert_clean(&report);
        assert_eq!(report.counts.accepted, 16, "{report}");
    }
}

#[test]
fn every_fault_at_once() {
    let (seeds, mut deaths) = (seeds(0, 40), 0);
    for seed in seeds.clone() {
        let report = world(seed, Plant::Nothing).policy(policy(seed)).faults(Faults::everything()).run();
        assert_clean(&report);
        deaths += report.deaths;
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
    assert_nothing_stays(twilio(Plant::Nothing));
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
