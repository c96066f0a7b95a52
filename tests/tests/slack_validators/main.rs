//! Callbacks are believed exactly when `slack_sdk` believes them, but for what `exceptions.tsv` names.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod callback;

use std::{
    collections::BTreeMap,
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use callback::Callback;
use fastrand::Rng;
use http::{Request, Response};
use messaging_core::{ErrorKind, Provider, PublicUrl};
use messaging_http::{Transport, TransportError};
use messaging_slack::{Slack, SlackConfig};
use messaging_tests::{
    batch::{ask, python_script},
    python::python,
};

const CALLBACKS: usize = 5_000;
const SEED: u64 = 0x51ac_5160;
const EXCEPTIONS: &str = include_str!("../../slack/validators/exceptions.tsv");

#[test]
fn what_slack_sdk_takes_we_take_and_nothing_else() {
    let Some(python) = python() else { return };
    println!("seed {SEED:#x}");
    let mut rng = Rng::with_seed(SEED);
    let sent: Vec<_> = (0..CALLBACKS).map(|_| callback::generate(&mut rng)).collect();
    let questions: Vec<_> = sent.iter().map(Callback::question).collect();
    let theirs = ask(python_script(&python, "slack_validate.py"), &questions);
    let exceptions: BTreeMap<_, _> = exceptions().collect();
    let (mut taken, mut excused, mut differences) = (0, BTreeMap::<&str, usize>::new(), Vec::new());
    for (sent, theirs) in sent.iter().zip(&theirs) {
        let (ours, theirs) = (is_taken(sent), theirs == "true");
        taken += usize::from(theirs);
        if ours == theirs {
            continue;
        }
        let by = if ours { "ours" } else { "theirs" };
        match exceptions.get_key_value(sent.oddity).filter(|(_, known)| **known == by) {
            Some((oddity, _)) => *excused.entry(oddity).or_default() += 1,
            None => differences.push(format!("{by}: {sent:?}")),
        }
    }
    println!("{CALLBACKS} callbacks, {taken} taken by slack_sdk; exceptions: {excused:?}");
    assert!(differences.is_empty(), "{} taken by one side only:\n{}", differences.len(), differences.join("\n"));
    let unused: Vec<_> = exceptions.keys().filter(|oddity| !excused.contains_key(*oddity)).collect();
    assert!(unused.is_empty(), "exceptions that are none: {unused:?}");
    assert!(taken > CALLBACKS / 4 && CALLBACKS - taken > CALLBACKS / 4, "{taken}");
}

/// An oddity, and who takes it.
fn exceptions() -> impl Iterator<Item = (&'static str, &'static str)> {
    EXCEPTIONS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|row| {
        let columns: Vec<_> = row.split('\t').collect();
        let [oddity, by, reason] = columns[..] else { panic!("three columns: {row}") };
        assert!(["ours", "theirs"].contains(&by) && reason.len() > 9, "{row}");
        (oddity, by)
    })
}

fn is_taken(sent: &Callback) -> bool {
    let nobody = |_| async { Err::<Response<Bytes>, _>(TransportError::not_sent("nothing is called")) };
    let config = SlackConfig::new("xoxb-1", &sent.secret);
    let slack = Slack::new(config, Transport::new(tower::service_fn(nobody))).expect("sound settings");
    let mut request = Request::post("/webhooks/slack").header("content-type", "application/json");
    for (name, value) in &sent.headers {
        request = request.header(name, value.as_bytes());
    }
    let request = request.body(Bytes::from(sent.body.clone())).expect("a request");
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(sent.now);
    let url = PublicUrl::new("https://bot.test/webhooks/slack");
    // What is signed and cannot be read was believed.
    let received = slack.webhooks().expect("webhooks").receive(&request, &url, now);
    received.map_or_else(|error| error.kind() != ErrorKind::Unauthorized, |_| true)
}
