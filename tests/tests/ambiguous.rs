//! Sends of which nobody can say at once whether they happened: accepted and then a time-out, a reset or a 503, in three
//! of ten. In the end every reply is on people's screens once, and none is held where the vendor's records can be read.
//!
//! `MESSAGING_FULL=1` sends 10,000 of each kind; 500 otherwise.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{sync::Arc, time::Duration};

use messaging_emulator::{FaultPlan, Journal};
use messaging_gateway::UnknownPolicy;
use messaging_testkit::{Faults, Pair, Report, World};
use messaging_tests::{
    conversations_pair::conversations,
    slack_pair::{self, Way, slack},
    twilio_pair::{Plant, twilio},
};

/// Replies in one world: as many as messages, on average.
const SENDS: u64 = 500;

fn seeds() -> u64 {
    if std::env::var("MESSAGING_FULL").is_ok_and(|full| full == "1") { 20 } else { 1 }
}

/// With the resets of the pair, three of ten are in doubt.
fn doubtful() -> Faults {
    let plan = FaultPlan {
        break_after: 80,
        vanish_after: 80,
        late: 70,
        until: Duration::from_secs(1_000_000),
        ..FaultPlan::default()
    };
    Faults { provider: plan, ..Faults::default() }
}

type Made = Arc<dyn Pair>;

fn world(seed: u64, pair: impl Fn(FaultPlan, u64, Journal) -> Made + Send + Sync + 'static) -> World {
    World::seed(seed).pair(pair).messages(SENDS).conversations(24).nodes(1).faults(doubtful())
}

/// How many sends were in doubt at some time.
fn doubts(report: &Report, sent: &str) -> (usize, usize) {
    let kept = report.journal.kept();
    let posts = kept.iter().filter(|line| line.contains(sent));
    let fates = ["BreakAfter", "VanishAfter", "Late"];
    let faults = posts.clone().filter(|line| fates.iter().any(|fate| line.ends_with(fate))).count();
    (posts.count(), faults + kept.iter().filter(|line| line.ends_with(" reset")).count())
}

fn assert_once<P>(kind: &str, sent: &str, pair: impl Fn() -> P)
where
    P: Fn(FaultPlan, u64, Journal) -> Made + Send + Sync + 'static,
{
    let (mut tried, mut doubted, mut shown, mut held) = (0, 0, 0, 0);
    for seed in 0..seeds() {
        let report = world(seed, pair()).run().assert_nothing_lost();
        let (posts, in_doubt) = doubts(&report, sent);
        tried += posts;
        doubted += in_doubt;
        held += report.shelved;
        shown += report.counts.answered;
    }
    let share = doubted * 1_000 / tried.max(1);
    println!(
        "{kind}: {tried} tries for {shown} answers, {doubted} in doubt ({share} of 1,000), {held} held in the end"
    );
    assert_eq!(held, 0, "{kind}: nothing is unknown where it can be looked up");
    assert!((230..370).contains(&share), "{kind}: {share} of 1,000 were in doubt");
}

#[test]
fn texts_in_doubt_are_there_once() {
    assert_once("Twilio Messages", " twilio POST Messages ", || twilio(Plant::Resets));
}

#[test]
fn conversation_messages_in_doubt_are_there_once() {
    assert_once("Conversations", " twilio POST ", || conversations(Plant::Resets));
}

#[test]
fn slack_posts_in_doubt_are_there_once() {
    assert_once("Slack", " chat.postMessage ", || slack(Way::Http, slack_pair::Plant::Resets));
}

#[test]
fn the_checker_sees_what_is_sent_again_without_a_look() {
    let again =
        |world: World| world.messages(100).settings(|settings| settings.sends.on_unknown = UnknownPolicy::Resend);
    let worlds = [
        world(0, twilio(Plant::Resets)),
        world(0, conversations(Plant::Resets)),
        world(0, slack(Way::Http, slack_pair::Plant::Resets)),
    ];
    for world in worlds {
        let report = again(world).run();
        assert!(!report.found.duplicated.is_empty() && report.found.lost.is_empty(), "{report}");
    }
}
