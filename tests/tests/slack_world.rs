//! The promises, run with the shipped Slack provider against the shipped Slack emulator, over HTTP and over Socket Mode;
//! and the checker, made to complain.
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
    slack_pair::{Plant, Way, slack},
};

fn world(seed: u64, way: Way, plant: Plant) -> World {
    World::seed(seed).pair(slack(way, plant))
}

fn assert_clean(report: Report) -> Report {
    assert_eq!(report.shelved, 0, "{report}\n{}", report.journal.kept().join("\n"));
    report.assert_nothing_lost()
}

fn everything(seeds: std::ops::Range<u64>, way: Way) {
    let count = usize::try_from(seeds.end - seeds.start).unwrap();
    let worlds = seeds.map(|seed| world(seed, way, Plant::Nothing).policy(policy(seed)));
    let deaths: usize = worlds.map(|world| assert_clean(world.faults(Faults::everything()).run()).deaths).sum();
    assert!(deaths > 5 * count, "too little went wrong: {deaths} deaths in {count} worlds");
}

#[test]
fn a_quiet_world_answers_everybody() {
    for way in [Way::Http, Way::SocketMode] {
        for seed in 0..5 {
            let report = assert_clean(world(seed, way, Plant::Nothing).run());
            assert!(report.counts.answered >= 12 && report.unacknowledged == 0, "{report}");
        }
    }
}

#[test]
fn every_fault_at_once_over_http() {
    everything(seeds(0, 40), Way::Http);
}

#[test]
fn every_fault_at_once_over_socket_mode() {
    everything(seeds(100, 40), Way::SocketMode);
}

#[test]
fn same_seed_same_world() {
    for way in [Way::Http, Way::SocketMode] {
        assert_same(|seed| world(seed, way, Plant::Nothing).faults(Faults::everything()).run().journal.hash());
    }
}

#[test]
fn nothing_stays_of_a_world() {
    for way in [Way::Http, Way::SocketMode] {
        assert_nothing_stays(slack(way, Plant::Nothing));
    }
}

#[test]
fn the_checker_sees_a_double_post() {
    for way in [Way::Http, Way::SocketMode] {
        let report = world(0, way, Plant::DoublePost).run();
        assert!(!report.found.duplicated.is_empty(), "{report}");
    }
}

#[test]
fn the_checker_sees_a_wrong_signature() {
    let report = world(0, Way::Http, Plant::WrongSecret).run();
    assert_eq!(report.counts.accepted, 0, "{report}");
    assert!(report.unacknowledged >= 16, "{report}");
}
