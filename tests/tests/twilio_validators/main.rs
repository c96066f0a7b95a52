//! Webhooks are believed exactly when one of Twilio's own validators believes them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod exceptions;
mod request;
mod signing;
mod url;

use std::{collections::BTreeMap, thread, time::SystemTime};

use bytes::Bytes;
use exceptions::Exceptions;
use fastrand::Rng;
use http::{Request, Response};
use messaging_core::{Provider, PublicUrl, Secret};
use messaging_http::{Transport, TransportError};
use messaging_tests::{
    batch::{ask, node, python_script},
    python::python,
};
use messaging_twilio::{Twilio, TwilioConfig};
use request::{KEYS, Sent, TOKEN};

const REQUESTS: usize = 24_000;
const SEED: u64 = 0x51_6e_a7_05;

#[test]
fn what_one_validator_takes_we_take_and_nothing_else() {
    let (Some(python), Some(node)) = (python(), node()) else { return };
    println!("seed {SEED:#x}");
    let mut rng = Rng::with_seed(SEED);
    let sent: Vec<_> = (0..REQUESTS).map(|_| request::generate(&mut rng)).collect();
    let questions: Vec<_> = sent.iter().map(Sent::question).collect();
    let (python, node) = thread::scope(|scope| {
        let python = scope.spawn(|| ask(python_script(&python, "validate.py"), &questions));
        let node = ask(node.script("validate.js"), &questions);
        (python.join().expect("the validator for Python"), node)
    });
    let twilio = twilio();
    let mut counts = BTreeMap::<&str, usize>::new();
    let mut exceptions = Exceptions::read();
    let mut differences = Vec::new();
    for ((sent, python), node) in sent.iter().zip(&python).zip(&node) {
        let theirs = python == "true" || node == "true";
        let ours = is_taken(&twilio, sent);
        let count = |counts: &mut BTreeMap<_, _>, what| *counts.entry(what).or_insert(0) += 1;
        count(&mut counts, if theirs { "taken" } else { "refused" });
        if python != node {
            count(&mut counts, "taken by one of two");
        }
        if ours != theirs && !exceptions.excuse(&sent.oddities, if ours { "ours" } else { "theirs" }) {
            differences.push(format!("{}: {sent:?}", if ours { "ours" } else { "theirs" }));
        }
    }
    println!("{REQUESTS} requests: {counts:?}");
    println!("exceptions: {:?}", exceptions.counts());
    assert!(differences.is_empty(), "{} taken by one side only:\n{}", differences.len(), differences.join("\n"));
    assert_eq!(exceptions.unused(), [""; 0], "exceptions that are none");
    assert!(counts["taken"] > REQUESTS / 5 && counts["refused"] > REQUESTS / 5, "{counts:?}");
}

fn twilio() -> Twilio {
    let mut config = TwilioConfig::new("AC0123456789abcdef0123456789abcdef", TOKEN);
    config.webhook_signing_keys = KEYS.map(|(name, secret)| (name.to_owned(), Secret::new(secret))).into();
    let nobody = |_| async { Err::<Response<Bytes>, _>(TransportError::not_sent("nothing is called")) };
    Twilio::new(config, Transport::new(tower::service_fn(nobody))).expect("sound settings")
}

fn is_taken(twilio: &Twilio, sent: &Sent) -> bool {
    let mut request = Request::builder().method(sent.method()).uri("/webhooks/twilio");
    if let Some(content_type) = sent.content_type() {
        request = request.header("content-type", content_type);
    }
    request = request.header("x-twilio-signature", &sent.signature);
    if let Some(settings) = &sent.settings {
        request = request.header("x-twilio-webhooks-signature-settings", settings);
    }
    let request = request.body(sent.body.clone().into()).expect("a request");
    let webhooks = twilio.webhooks().expect("webhooks");
    webhooks.receive(&request, &PublicUrl::new(&sent.url), SystemTime::UNIX_EPOCH).is_ok()
}
