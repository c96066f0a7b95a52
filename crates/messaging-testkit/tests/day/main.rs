//! A whole day in virtual time: people who sleep at night, outages of their platform, a deploy every four hours.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod carried;
mod gateway;
mod ledger;
mod memory;
mod outages;
mod person;
mod platform;
mod scene;

use std::sync::{Mutex, PoisonError};

use scene::{Scene, play};

/// Memory is counted for the whole process.
static ALONE: Mutex<()> = Mutex::new(());

/// Two hours of 10,000 messages; 24 of as many as `MESSAGING_DAY` says.
fn size() -> Scene {
    let told = std::env::var("MESSAGING_DAY").ok().map(|told| told.parse().expect("a number of messages"));
    let (hours, messages, people) = told.map_or((2, 10_000, 250), |messages| (24, messages, 10_000));
    Scene { seed: 20_261_130, hours, messages, people, remembers: false }
}

#[test]
fn a_day_of_outages_and_deploys_loses_and_doubles_nothing_and_keeps_no_memory() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let day = play(size());
    println!("{day}");
    assert_eq!((day.lost, day.twice, day.left), (0, 0, 0), "{day}");
    assert_eq!((day.counts.answered, day.counts.accepted), (day.messages, day.messages), "{day}");
    assert!(day.counts.balance(), "{day}");
    assert!(day.doubted > 0 && day.unanswered > 0, "too little went wrong: {day}");
    assert!(day.growth() <= 1.0, "{day}");
}

#[test]
fn an_agent_that_remembers_everybody_is_seen_in_the_memory() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let day = play(Scene { hours: 2, messages: 10_000, people: 250, remembers: true, ..size() });
    println!("{day}");
    assert!(day.growth() > 1.0, "a leak was not noticed: {day}");
}
