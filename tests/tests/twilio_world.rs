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
use messaging_tests::twilio_pair::{Plant, twilio};

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
    let mut deaths = 0;
    for seed in 0..50 {
        let report = world(seed, Plant::Nothing).faults(Faults::everything()).run();
        assert_clean(&report);
        deaths += report.deaths;
    }
    assert!(deaths > 300, "too little went wrong: {deaths}");
}

#[test]
fn same_seed_same_world() {
    for seed in 0..10 {
        let hash = || world(seed, Plant::Nothing).faults(Faults::everything()).run().journal.hash();
        assert_eq!(hash(), hash(), "seed {seed}");
    }
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
