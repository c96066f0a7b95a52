//! Defects of a store, planted one by one: the checker sees each within a number of seeds.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::Duration;

use messaging_testkit::{AgentFaults, Chaos, Faults, Sabotage, World};

/// The first seed that sees it, of so many.
fn assert_caught(within: u64, sabotage: Sabotage, broken: impl Fn(u64) -> World) {
    let caught = (0..within).find(|seed| !broken(*seed).sabotage(sabotage).run().is_clean());
    assert!(caught.is_some(), "{sabotage:?} was not caught within {within} seeds");
    println!("{sabotage:?}: seed {}", caught.unwrap());
}

fn worst(seed: u64) -> World {
    World::seed(seed).faults(Faults::everything())
}

/// Power cuts, one after the other.
fn dark(seed: u64) -> World {
    let chaos = Chaos { cuts: 20, until: Duration::from_secs(60), ..Chaos::default() };
    World::seed(seed).faults(Faults { chaos, ..Faults::everything() })
}

#[test]
fn names_that_are_noted_before_their_event_is_stored() {
    assert_caught(20, Sabotage::DedupBeforeInsert, dark);
}

#[test]
fn a_memory_that_is_too_short() {
    assert_caught(5, Sabotage::ShortMemory, worst);
}

#[test]
fn an_error_that_is_swallowed() {
    let chaos = Chaos { fills: 5, partitions: 5, until: Duration::from_secs(60), ..Chaos::default() };
    assert_caught(10, Sabotage::SwallowErrors, |seed| World::seed(seed).faults(Faults { chaos, ..Faults::default() }));
}

#[test]
fn an_event_in_the_wrong_conversation() {
    assert_caught(3, Sabotage::WrongLane, World::seed);
}

#[test]
fn a_wake_up_that_is_lost() {
    // Several messages wait while a turn runs: nothing new comes in for the last of them.
    let agent = AgentFaults { slow: 1_000, ..AgentFaults::default() };
    let slow = move |seed| World::seed(seed).conversations(1).faults(Faults { agent, ..Faults::default() });
    assert!(slow(0).run().is_clean());
    assert_caught(3, Sabotage::LostWakeUp, slow);
}

#[test]
fn replies_outside_of_the_turns_commit() {
    assert_caught(40, Sabotage::RepliesApart, dark);
}

#[test]
fn a_reply_that_is_not_stored() {
    assert_caught(3, Sabotage::OneReply, World::seed);
}

#[test]
fn an_erased_message_that_comes_back() {
    let erased = |seed| worst(seed).erasures(2);
    for seed in 0..3 {
        erased(seed).run().assert_nothing_lost();
    }
    assert_caught(2, Sabotage::ForgetErased, erased);
}
