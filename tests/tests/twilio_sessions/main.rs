//! One script, done with Twilio's packages for Python and Node.js and with our own client, comes to the same.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod mask;
mod ours;
mod typed;

use std::{collections::BTreeMap, process::Command};

use messaging_emulator::twilio::SharedKey;
use messaging_tests::{
    batch::{Node, ask, node, python_script},
    emulated::Emulated,
    python::python,
    served::eventually,
    twilio_script::{self as script, Done, Step},
};
use serde_json::json;

const SCRIPT: &str = "session.tsv";
/// The least calls of a session.
const CALLS: usize = 60;

/// Runs a script of the SDK's language in a Twilio of its own, and returns what it did there and what Twilio told.
async fn session(mut command: Command) -> (Vec<Done>, Vec<String>) {
    let twilio = Emulated::start(|_| {}).await;
    let names = script::names(&twilio);
    command.arg(script::path(SCRIPT)).arg(&twilio.url).arg(json!(names).to_string());
    let output = tokio::task::spawn_blocking(move || command.output().expect("it starts")).await.expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stdout));
    let lines = String::from_utf8(output.stdout).expect("text");
    let done =
        lines.lines().map(|line| mask::masked(&serde_json::from_str(line).expect("JSON"), &twilio.url)).collect();
    settle(twilio, done).await
}

/// What is left to look at when a session is over: warnings, and signatures.
async fn settle(twilio: Emulated, done: Vec<Done>) -> (Vec<Done>, Vec<String>) {
    assert_eq!(twilio.emulator.warnings(), [""; 0]);
    let token = &twilio.emulator.settings().auth_token;
    let told = twilio.told().iter().map(|request| script::question(request, token, &BTreeMap::new())).collect();
    twilio.stop().await;
    (done, told)
}

fn check(steps: &[Step], done: &[Done]) {
    for (step, done) in steps.iter().filter(|step| step.is_call()).zip(done) {
        assert_eq!(step.name, done.step);
        step.check(&done.result);
    }
    assert_eq!(done.len(), steps.iter().filter(|step| step.is_call()).count());
}

/// All that Twilio told in a session is believed by both of its validators.
fn believed(python: &std::path::Path, node: &Node, told: &[String]) {
    assert!(told.len() > 15, "{told:#?}");
    let everyone = vec!["true".to_owned(); told.len()];
    assert_eq!(ask(python_script(python, "validate.py"), told), everyone);
    assert_eq!(ask(node.script("validate.js"), told), everyone);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_clients_come_to_the_same() {
    let (Some(python), Some(node)) = (python(), node()) else { return };
    let steps = script::steps(SCRIPT);
    let calls = steps.iter().filter(|step| step.is_call()).count();
    assert!(calls >= CALLS, "{calls} calls");
    let first = tokio::spawn(session(python_script(&python, "session.py")));
    let second = tokio::spawn(session(node.script("session.js")));
    let (ours, mut told) = ours::session(&steps).await;
    let (in_python, more) = first.await.expect("the session in Python");
    told.extend(more);
    let (in_node, more) = second.await.expect("the session in Node.js");
    told.extend(more);
    check(&steps, &in_python);
    let mut differences = BTreeMap::new();
    for (place, done) in in_python.iter().enumerate() {
        for (who, other) in [("Node.js", in_node.get(place)), ("our client", ours.get(place))] {
            if other != Some(done) {
                differences.insert((place, who), format!("Python: {done:?}\n{who}: {other:?}"));
            }
        }
    }
    assert!(differences.is_empty(), "{} differences: {differences:#?}", differences.len());
    println!("{calls} calls each, {} callbacks", told.len());
    tokio::task::spawn_blocking(move || believed(&python, &node, &told)).await.expect("believed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_shared_key_signs_is_believed() {
    let Some(python) = python() else { return };
    let key = SharedKey { name: "webhooks_sharedkey_seven".into(), secret: "a shared secret".into() };
    let keys = BTreeMap::from([(key.name.clone(), key.secret.clone())]);
    let twilio = Emulated::start(|settings| settings.shared_key = Some(key)).await;
    let texts = ["hi", "ça va? é ü 😀", "a+b & c=d %41", " spaces  ", "'\"<>"];
    for text in texts {
        twilio.emulator.write_sms("+15550100777", "+15550100001", text);
        twilio.emulator.write_sms("whatsapp:+15550100777", "whatsapp:+15550100001", text);
    }
    let told = eventually("callbacks", || async { twilio.told() }, |told| told.len() >= 2 * texts.len()).await;
    let questions: Vec<_> = told.iter().map(|request| script::question(request, "the auth token", &keys)).collect();
    let wrong = BTreeMap::from([("webhooks_sharedkey_seven".to_owned(), "another".to_owned())]);
    let another: Vec<_> = told.iter().map(|request| script::question(request, "the auth token", &wrong)).collect();
    twilio.stop().await;
    let answers = |questions: &[String]| ask(python_script(&python, "validate.py"), questions);
    assert_eq!(answers(&questions), vec!["true"; told.len()]);
    assert_eq!(answers(&another), vec!["false"; told.len()]);
}
