//! The promises, run with the web chat: the shipped provider and server, read over streams that are cut.
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
    web_pair::{Plant, web},
};

fn world(seed: u64, plant: Plant) -> World {
    World::seed(seed).pair(web(plant))
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
    let seeds = seeds(0, 40);
    let (mut deaths, mut cuts) = (0, 0);
    for seed in seeds.clone() {
        let report = assert_clean(world(seed, Plant::Nothing).policy(policy(seed)).faults(Faults::everything()).run());
        deaths += report.deaths;
        cuts += report.journal.kept().iter().filter(|line| line.contains(" cut ")).count();
    }
    let worlds = usize::try_from(seeds.end).unwrap();
    assert!(
        deaths > 5 * worlds && cuts > worlds,
        "too little went wrong: {deaths} deaths, {cuts} cuts in {worlds} worlds"
    );
}

#[test]
fn same_seed_same_world() {
    assert_same(|seed| world(seed, Plant::Nothing).faults(Faults::everything()).run().journal.hash());
}

#[test]
fn nothing_stays_of_a_world() {
    assert_nothing_stays(web(Plant::Nothing));
}

#[test]
fn the_checker_sees_a_page_that_forgets_where_it_got_to() {
    let caught = (0..5).map(|seed| world(seed, Plant::NoCursor).faults(Faults::everything()).run());
    assert!(caught.into_iter().any(|report| !report.found.duplicated.is_empty()));
}

#[test]
fn the_checker_sees_a_page_that_says_it_under_another_name() {
    let caught = (0..5).map(|seed| world(seed, Plant::FreshIds).faults(Faults::everything()).run());
    assert!(caught.into_iter().any(|report| !report.found.duplicated.is_empty()));
}
