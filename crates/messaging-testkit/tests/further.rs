//! What people and platforms do beside writing, in worlds where everything fails: tenants, dead letters that are let go
//! again, answers that are stopped, messages of which no callback ever tells; and a defect planted for each of them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::Duration;

use messaging_emulator::FaultPlan;
use messaging_gateway::UnknownPolicy;
use messaging_testkit::{
    AgentFaults, Chaos, Faults, Report, Sabotage, World,
    toy::{forgetful_toy, toy_in_workspaces},
};

/// Worlds of each test; `MESSAGING_SEEDS` says otherwise.
fn seeds() -> u64 {
    std::env::var("MESSAGING_SEEDS").map_or(40, |count| count.parse().unwrap())
}

fn all(world: impl Fn(u64) -> World) -> Vec<Report> {
    let reports: Vec<_> = (0..seeds()).map(|seed| world(seed).run().assert_nothing_lost()).collect();
    for report in &reports {
        assert_eq!(report.shelved, 0, "{report}");
    }
    reports
}

/// The first seed that sees a defect, of so many.
fn assert_caught(within: u64, sabotage: Sabotage, world: impl Fn(u64) -> World) {
    let caught = (0..within).find(|seed| !world(*seed).sabotage(sabotage).run().is_clean());
    println!("{sabotage:?}: seed {caught:?}");
    assert!(caught.is_some(), "{sabotage:?} was not caught within {within} seeds");
}

fn lines(reports: &[Report], words: &str) -> usize {
    reports.iter().flat_map(|report| report.journal.kept()).filter(|line| line.contains(words)).count()
}

/// Four conversations in three workspaces, whose messages have the same names.
fn tenants(seed: u64) -> World {
    World::seed(seed).pair(toy_in_workspaces(3)).faults(Faults::everything())
}

#[test]
fn tenants_whose_messages_have_the_same_names_are_answered_each() {
    all(tenants);
}

#[test]
fn the_checker_sees_names_that_are_one_space_for_all_tenants() {
    assert_caught(3, Sabotage::OneTenant, tenants);
}

/// Turns fail often and sends end in doubt that nobody can resolve for a while; both are dead soon.
fn dying(seed: u64) -> World {
    let until = Duration::from_secs(600);
    let provider = FaultPlan { vanish_after: 250, break_after: 250, blind: 970, until, ..FaultPlan::everything() };
    let agent = AgentFaults { fails: 300, ..AgentFaults::everything() };
    let world = World::seed(seed).redrives().faults(Faults { provider, agent, ..Faults::everything() });
    world.settings(|settings| {
        settings.turns.tries = 2;
        settings.sends.on_unknown = UnknownPolicy::GiveUp;
    })
}

#[test]
fn what_is_dead_is_let_go_again_by_a_person_and_said_once() {
    let reports = all(dying);
    let (events, sends) = (lines(&reports, " redrive Event "), lines(&reports, " redrive Send "));
    println!("{events} events and {sends} sends were let go again");
    assert!(events > reports.len() && sends > reports.len(), "too little was dead: {events} events, {sends} sends");
}

#[test]
fn the_checker_sees_a_redrive_under_a_new_name() {
    assert_caught(5, Sabotage::RedriveRenamed, dying);
}

/// Slow answers that people stop, in processes that die.
fn stopped(seed: u64) -> World {
    let agent = AgentFaults { slow: 700, endless: 200, fails: 40 };
    let chaos = Chaos { kills: 4, polls: 4, points: 6, drains: 1, cuts: 2, ..Chaos::default() };
    let chaos = Chaos { until: Duration::from_secs(120), ..chaos };
    World::seed(seed).presses(6).messages(24).faults(Faults { agent, chaos, ..Faults::everything() })
}

#[test]
fn what_a_person_stops_is_not_asked_about_again() {
    let reports = all(stopped);
    let pressed: usize = reports.iter().map(|report| report.presses).sum();
    let silent: u64 = reports.iter().map(|report| report.counts.silent).sum();
    println!("stop was pressed {pressed} times; {silent} messages are silent");
    assert!(pressed > 4 * reports.len(), "{pressed}");
}

#[test]
fn the_checker_sees_a_stop_that_is_forgotten() {
    assert_caught(10, Sabotage::ForgetStop, stopped);
}

/// A platform that soon gives up on callbacks, and a gateway that reads its records every minute.
fn forgetful(seed: u64) -> World {
    let chaos = Chaos { kills: 6, cuts: 4, ..Chaos::everything() };
    let world = World::seed(seed).pair(forgetful_toy).messages(32).faults(Faults { chaos, ..Faults::everything() });
    world.settings(|settings| settings.catch_up.every = Duration::from_secs(60))
}

#[test]
fn what_no_callback_told_is_found_in_the_records() {
    let reports = all(forgetful);
    let given_up = lines(&reports, " gives up on ");
    println!("the platform gave up on {given_up} messages");
    assert!(given_up > reports.len(), "too little was missed: {given_up}");
}

#[test]
fn the_checker_sees_a_gap_fill_past_its_cursor() {
    assert_caught(5, Sabotage::CursorAhead, forgetful);
}
