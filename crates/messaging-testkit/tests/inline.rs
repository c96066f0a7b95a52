//! Replies inside the answer to a webhook, in the simulated world: never lost, never said twice.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::Duration;

use messaging_gateway::TurnPolicy;
use messaging_testkit::{Chaos, Faults, Report, Sabotage, World, toy::inline_toy};

fn world(seed: u64) -> World {
    World::seed(seed).pair(inline_toy)
}

fn worst(seed: u64) -> World {
    world(seed).faults(Faults::everything())
}

fn assert_clean(report: &Report) {
    assert!(report.is_clean(), "{report}\n{}", report.journal.kept().join("\n"));
    assert_eq!(report.shelved, 0, "{report}");
}

/// How many answers the platform took that said something.
fn answers(report: &Report) -> usize {
    let said = |line: &&String| line.split_whitespace().nth(1) == Some("answer");
    report.journal.kept().iter().filter(said).count()
}

#[test]
fn a_quiet_world_answers_inside_the_webhook() {
    let mut taken = 0;
    for seed in 0..20 {
        let report = world(seed).run();
        assert_clean(&report);
        taken += answers(&report);
    }
    assert!(taken > 100, "too few answers were inside: {taken}");
}

#[test]
fn every_fault_at_once() {
    let mut taken = 0;
    for seed in 0..150 {
        let report = worst(seed).run();
        assert_clean(&report);
        taken += answers(&report);
    }
    assert!(taken > 300, "too few answers were inside: {taken}");
}

#[test]
fn newer_messages_supersede() {
    (500..560).for_each(|seed| assert_clean(&worst(seed).policy(TurnPolicy::Supersede).run()));
}

#[test]
fn turns_beside_each_other() {
    let mut taken = 0;
    for seed in 900..940 {
        let report = worst(seed).policy(TurnPolicy::Concurrent).run();
        assert_clean(&report);
        taken += answers(&report);
    }
    assert!(taken > 40, "too few answers were inside: {taken}");
}

#[test]
fn deaths_at_points_and_power_cuts() {
    let chaos = Chaos { points: 25, cuts: 4, polls: 10, until: Duration::from_secs(120), ..Chaos::default() };
    let faults = Faults { chaos, ..Faults::everything() };
    (0..60).for_each(|seed| assert_clean(&world(seed).faults(faults).run()));
}

#[test]
fn same_seed_same_world() {
    (0..10).for_each(|seed| assert_eq!(worst(seed).run().journal.hash(), worst(seed).run().journal.hash(), "{seed}"));
}

#[test]
fn the_checker_sees_an_answer_that_is_sent_as_well() {
    let caught = (0..5).map(|seed| world(seed).sabotage(Sabotage::ForgetExposure).run()).find(|r| !r.is_clean());
    assert!(caught.is_some_and(|report| !report.found.duplicated.is_empty()));
}

#[test]
fn the_checker_sees_a_verdict_before_the_platform_has_had_its_time() {
    let hasty = |seed| worst(seed).settings(|settings| settings.sends.looks = vec![Duration::from_millis(100)]);
    let caught = (0..40).map(|seed| hasty(seed).run()).find(|report| !report.is_clean());
    assert!(caught.is_some(), "not caught within 40 seeds");
}

#[test]
fn who_has_said_stop_is_not_answered_inside_either() {
    (700..760).for_each(|seed| {
        let report = worst(seed).stops(2).run();
        assert!(report.is_clean(), "{report}\n{}", report.journal.kept().join("\n"));
    });
}
