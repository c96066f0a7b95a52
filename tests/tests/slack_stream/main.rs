//! A long answer is written while somebody watches, and everything goes wrong: streams die, calls fail or are not
//! answered, and the process dies. In the end the whole answer is on the screen, once.
//!
//! `MESSAGING_SEEDS` says how many worlds are run; 100 unless it does. The clock is paused, so a world takes as long as
//! its computing.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod agent;
mod house;
mod plant;
mod screen;

use house::{Asked, Ended, House};
use plant::Plant;
use screen::is_left_of;

/// Runs one world; what is wrong with its end, if anything is.
fn run(seed: u64, asked: Asked, plant: Plant) -> (Ended, Vec<String>) {
    let runtime = messaging_testkit::tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .unwrap();
    runtime.block_on(async {
        let house = House::new(seed, asked, plant);
        house.live().await
    })
}

fn seeds() -> u64 {
    std::env::var("MESSAGING_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(100)
}

/// Runs worlds that all end well; what happened in them together.
fn all(worlds: u64, asked: Asked) -> Ended {
    let (mut sum, mut wrong) = (Ended { deaths: 0, streams: 0, updates: 0, stops: 0 }, Vec::new());
    for seed in 0..worlds {
        let (ended, found) = run(seed, asked, Plant::Nothing);
        sum.deaths += ended.deaths;
        sum.streams += ended.streams;
        sum.updates += ended.updates;
        sum.stops += ended.stops;
        if !found.is_empty() {
            wrong.push((seed, found));
        }
    }
    println!("{worlds} worlds, {asked:?}: {sum:?}");
    assert!(wrong.is_empty(), "{} of {worlds}: {wrong:#?}", wrong.len());
    sum
}

#[test]
fn a_long_answer_is_shown_once_whatever_fails() {
    let Ended { deaths, streams, updates, .. } = all(seeds(), Asked::InThread);
    assert!(deaths >= seeds() / 4 && streams >= seeds() && updates > 0, "too little happened");
}

#[test]
fn a_long_answer_that_is_edited_is_shown_once_whatever_fails() {
    let worlds = seeds().div_ceil(3);
    let Ended { deaths, streams, updates, .. } = all(worlds, Asked::Directly);
    assert!(deaths >= worlds / 4 && streams == 0 && updates >= worlds, "too little happened");
}

#[test]
fn what_a_person_stops_stays_as_they_saw_it_whatever_fails() {
    let worlds = seeds().div_ceil(3);
    let Ended { deaths, stops, .. } = all(worlds, Asked::AndStopped);
    assert!(deaths >= worlds / 4 && stops >= worlds / 2, "too little happened");
}

#[test]
fn the_checker_sees_a_piece_that_is_appended_again() {
    let caught = (0..20).filter(|seed| !run(*seed, Asked::InThread, Plant::AppendAgain).1.is_empty()).count();
    assert!(caught > 0, "nobody noticed");
}

#[test]
fn the_checker_sees_what_is_left_on_the_screen() {
    let caught = (0..20).filter(|seed| !run(*seed, Asked::InThread, Plant::DeleteNothing).1.is_empty()).count();
    assert!(caught > 0, "nobody noticed");
}

#[test]
fn what_is_left_of_a_text_is_told_from_what_is_not() {
    let text = "a0w00000a0w00001a0w00002a0w00003a0w00004a0w00005";
    for left in
        ["", "a0w00000a0w0", "a0w00000a0w00003a0w00004", "a0w00a0w00003a0w00004a0w00005", "w00002a0w00003a0w00004"]
    {
        assert!(is_left_of(text, left), "{left}");
    }
    for other in ["a0w00000a0w00001a0w00001a0w00002", "a0w00003a0w00004a0w00000a0w00001", "a1w00000a1w00001"] {
        assert!(!is_left_of(text, other), "{other}");
    }
}
