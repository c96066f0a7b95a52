//! One script, done with Slack's packages for Python and Node.js and with our own client, comes to the same.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod mask;
mod ours;

use std::{collections::BTreeMap, process::Command};

use messaging_tests::{
    batch::{node, python_script},
    python::python,
    slack_emulated::EmulatedSlack,
    slack_script::{path, steps},
};
use serde_json::{Value, json};

/// The least calls of a session.
const CALLS: usize = 60;

/// What came of a step, with nothing in it that differs from session to session.
#[derive(Clone, Debug, PartialEq)]
struct Done {
    step: String,
    result: Value,
}

/// Runs a script of the SDK's language in a Slack of its own.
async fn session(mut command: Command) -> Vec<Done> {
    let slack = EmulatedSlack::start(|_| {}).await;
    command.arg(path()).arg(&slack.url).arg(json!(slack.names()).to_string());
    let output = tokio::task::spawn_blocking(move || command.output().expect("it starts")).await.expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stdout));
    let lines = String::from_utf8(output.stdout).expect("text");
    let done = lines.lines().map(|line| mask::masked(&serde_json::from_str(line).expect("JSON"), &slack.url)).collect();
    assert_eq!(slack.emulator.warnings(), [""; 0]);
    slack.stop().await;
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_clients_come_to_the_same() {
    let (Some(python), Some(node)) = (python(), node()) else { return };
    let steps = steps();
    let calls = steps.iter().filter(|step| step.is_call()).count();
    assert!(calls >= CALLS, "{calls} calls");
    let first = tokio::spawn(session(python_script(&python, "slack_session.py")));
    let second = tokio::spawn(session(node.script("slack_session.js")));
    let ours = ours::session(&steps).await;
    let (in_python, in_node) = (first.await.expect("the session in Python"), second.await.expect("the one in Node.js"));
    assert_eq!(in_python.len(), steps.len());
    for (step, done) in steps.iter().zip(&in_python) {
        assert_eq!(step.name, done.step);
        let refused = done.result["refused"].as_str().unwrap_or("ok");
        assert_eq!(refused, step.expect, "{}: {}", step.name, done.result);
    }
    let mut differences = BTreeMap::new();
    for (place, done) in in_python.iter().enumerate() {
        for (who, other) in [("Node.js", in_node.get(place)), ("our client", ours.get(place))] {
            if other != Some(done) {
                differences.insert((place, who), format!("Python: {done:?}\n{who}: {other:?}"));
            }
        }
    }
    assert!(differences.is_empty(), "{} differences: {differences:#?}", differences.len());
    println!("{calls} calls each");
}
