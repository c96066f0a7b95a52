//! The vendors' own SDKs against the real binary.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use messaging_tests::{
    process::{Process, Scratch, environment, free_port},
    python::{fails, python, run},
};

/// Runs a script against a playground of its own.
fn against_dev(name: &str, script: &str, arguments: &[&str]) {
    let Some(python) = python() else { return };
    let scratch = Scratch::new(name);
    let env = scratch.file("dev.env");
    let env = env.to_str().unwrap();
    let dev = Process::start(&scratch.file("."), &["dev", "--port", "0", "--no-open", "--write-env", env], &[]);
    environment(env.as_ref());
    run(&python, script, &[&[env], arguments].concat());
    assert_eq!(dev.terminate(), Some(0), "a clean drain");
}

#[test]
fn sms_gets_one_answer() {
    against_dev("sms", "channels.py", &["sms"]);
}

#[test]
fn whatsapp_gets_one_answer() {
    against_dev("whatsapp", "channels.py", &["whatsapp"]);
}

#[test]
fn a_conversation_gets_one_answer() {
    against_dev("conversations", "channels.py", &["conversations"]);
}

#[test]
fn a_slack_dm_gets_one_answer() {
    against_dev("slack-dm", "channels.py", &["slack_dm"]);
}

#[test]
fn a_slack_mention_in_a_thread_gets_one_answer() {
    against_dev("slack-mention", "channels.py", &["slack_mention_in_thread"]);
}

#[test]
fn a_web_visitor_gets_one_answer() {
    against_dev("web", "channels.py", &["web"]);
}

#[test]
fn what_the_vendors_validators_refuse_is_refused() {
    against_dev("refusals", "refusals.py", &[]);
}

/// Runs the catcher of signatures against an emulator that calls it.
fn signatures(vendor: &str) {
    let Some(python) = python() else { return };
    let scratch = Scratch::new(&format!("signatures-{vendor}"));
    let env = scratch.file("emulator.env");
    let env = env.to_str().unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/webhooks/{vendor}");
    let arguments = ["emulate", vendor, "--port", "0", "--webhook-url", &url, "--write-env", env];
    let _emulator = Process::start(&scratch.file("."), &arguments, &[]);
    environment(env.as_ref());
    let told = std::fs::read_to_string(env).unwrap() + &format!("WEBHOOK_URL={url}\n");
    let with_url = scratch.file("with-url.env");
    std::fs::write(&with_url, told).unwrap();
    run(&python, "signatures.py", &[with_url.to_str().unwrap()]);
}

#[test]
fn every_signature_of_the_twilio_emulator_is_valid() {
    signatures("twilio");
}

#[test]
fn every_signature_of_the_slack_emulator_is_valid() {
    signatures("slack");
}

/// The tests above look at what people saw: a send path that says yes and carries nothing must not get past them.
#[test]
fn a_send_that_is_swallowed_fails_every_channel() {
    let Some(python) = python() else { return };
    let scratch = Scratch::new("swallowed");
    let env = scratch.file("dev.env");
    let env = env.to_str().unwrap();
    let dev = Process::start(&scratch.file("."), &["dev", "--port", "0", "--no-open", "--write-env", env], &[]);
    environment(env.as_ref());
    run(&python, "swallow.py", &[env]);
    for channel in ["sms", "whatsapp", "conversations", "slack_dm", "slack_mention_in_thread"] {
        let failure = fails(&python, "channels.py", &[env, channel]);
        assert!(failure.contains("answers: last seen"), "{channel}: {failure}");
    }
    assert_eq!(dev.terminate(), Some(0), "a clean drain");
}
