//! Apps written with Slack's Bolt, for Python and Node.js, hear everything that the emulator tells, over HTTP and in
//! Socket Mode, and people see what they answer; so do Slack's packages for incoming webhooks.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use messaging_tests::{
    batch::{node, script},
    process::{Process, Scratch, environment, free_port},
    python::{python, run},
};

/// Runs an app against an emulator of its own, and walks through everything it can be told.
fn walk(python: &Path, program: &Path, app: &str, mode: &str) {
    let scratch = Scratch::new(&format!("bolt-{app}-{mode}"));
    let (env, port) = (scratch.file("slack.env"), free_port().to_string());
    let hook = format!("http://127.0.0.1:{port}/slack/events");
    let arguments = ["emulate", "slack", "--port", "0", "--webhook-url", &hook, "--write-env", env.to_str().unwrap()];
    let emulator = Process::start(&scratch.file("."), &arguments, &[]);
    environment(&env);
    let app = script(app);
    let walked = [env.to_str().unwrap(), mode, &port, program.to_str().unwrap(), app.to_str().unwrap()];
    run(python, "bolt.py", &walked);
    assert_eq!(emulator.terminate(), Some(0), "a clean end");
}

#[test]
fn bolt_for_python_hears_everything() {
    let Some(python) = python() else { return };
    for mode in ["http", "socket"] {
        walk(&python, &python, "bolt_app.py", mode);
    }
}

#[test]
fn bolt_for_node_hears_everything() {
    let (Some(python), Some(node)) = (python(), node()) else { return };
    for mode in ["http", "socket"] {
        walk(&python, node.program(), "bolt_app.js", mode);
    }
}

#[test]
fn slacks_packages_post_to_an_incoming_webhook() {
    let (Some(python), Some(node)) = (python(), node()) else { return };
    let scratch = Scratch::new("slack-webhook");
    let env = scratch.file("slack.env");
    let arguments = ["emulate", "slack", "--port", "0", "--write-env", env.to_str().unwrap()];
    let emulator = Process::start(&scratch.file("."), &arguments, &[]);
    environment(&env);
    let script = script("slack_webhook.js");
    let posted = [env.to_str().unwrap(), node.program().to_str().unwrap(), script.to_str().unwrap()];
    run(&python, "slack_webhook.py", &posted);
    assert_eq!(emulator.terminate(), Some(0), "a clean end");
}
