//! Every method of the typed client is called by our own client, and one of Slack's packages says what came of it: what
//! was changed is read back, and what only reads is told to both alike.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod channels;
mod declared;
mod files;
mod installs;
mod lookups;
mod posts;
mod screens;
mod stage;
mod streams;
mod views;

use std::process::Command;

use messaging_emulator::SlackTeam;
use messaging_tests::{
    batch::{node, python_script},
    python::python,
};

use self::stage::{Proven, Stage};

/// What no method of Slack's reads back: it is looked at where people see it.
const SEEN: [&str; 4] = [
    "assistant.threads.setStatus",
    "assistant.threads.setSuggestedPrompts",
    "assistant.threads.setTitle",
    "chat.postEphemeral",
];

/// Walks through every method with one of Slack's packages looking on.
async fn walk(script: impl Fn() -> Command) {
    let further = || vec![SlackTeam::generated(21, 1), SlackTeam::generated(22, 1)];
    let stage = Stage::start(&script, |settings| settings.teams = further()).await;
    lookups::walk(&stage).await;
    posts::walk(&stage).await;
    streams::walk(&stage).await;
    channels::walk(&stage).await;
    files::walk(&stage).await;
    views::walk(&stage).await;
    screens::walk(&stage).await;
    installs::leave(&stage).await;
    let rotating = Stage::start(&script, |settings| settings.app.rotates_tokens = true).await;
    installs::rotate(&rotating).await;
    let mut proven = stage.stop().await;
    proven.extend(rotating.stop().await);

    let declared = declared::methods();
    assert_eq!(declared, declared::documented(), "the typed methods are those of the table");
    let unproven: Vec<_> = declared.iter().filter(|method| !proven.contains_key(method.as_str())).collect();
    assert!(unproven.is_empty(), "neither read back nor told alike: {unproven:?}");
    let count = |how: Proven| proven.values().filter(|proven| **proven == how).count();
    let seen: Vec<_> = proven.iter().filter(|(_, how)| **how == Proven::Seen).map(|(method, _)| *method).collect();
    assert_eq!(seen, SEEN);
    println!(
        "{} methods: {} changes read back, {} answers told alike, {} seen by people",
        proven.len(),
        count(Proven::Changed),
        count(Proven::Alike),
        count(Proven::Seen)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slack_sdk_sees_what_our_client_does() {
    let Some(python) = python() else { return };
    walk(|| python_script(&python, "slack_ask.py")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slack_web_api_sees_what_our_client_does() {
    let Some(node) = node() else { return };
    walk(|| node.script("slack_ask.js")).await;
}
