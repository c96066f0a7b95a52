//! `messaging doctor --probe-idempotency`, as an operator runs it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    http::get,
    process::{Ended, Folder, Process, Start},
};

/// An emulated Slack, and what it wrote.
fn slack(folder: &Folder, more: &[&str]) -> (Process, BTreeMap<String, String>) {
    let words = ["emulate", "slack", "--port", "0", "--write-env", "slack.env"];
    let mut emulator = folder.messaging(&[&words, more].concat()).start();
    emulator.out.wait_for(&["Ctrl-C stops"]);
    (emulator, folder.variables("slack.env"))
}

fn probe(folder: &Folder, variables: &BTreeMap<String, String>, channel: &str) -> Ended {
    folder.write("messaging.toml", "agent.builtin = \"echo-plus\"\n");
    folder.messaging(&["doctor", "--probe-idempotency", channel]).envs(variables).start().end()
}

/// The messages that the workspace still has in a channel.
async fn left(variables: &BTreeMap<String, String>, channel: &str) -> Vec<Value> {
    let url = format!("{}/api/conversations.history?channel={channel}", variables["SLACK_BASE_URL"]);
    let (_, history) = get(&url, Some(&format!("Bearer {}", variables["SLACK_BOT_TOKEN"]))).await;
    history["messages"].as_array().unwrap_or_else(|| panic!("{history}")).clone()
}

#[tokio::test]
async fn the_probe_tells_a_workspace_that_doubles_from_one_that_drops() {
    for (more, words) in [
        (&[][..], "a second post with the same client_msg_id made a second message"),
        (&["--drop-copies"][..], "a second post with the same client_msg_id answered with the first message"),
    ] {
        let folder = Folder::new();
        let (_emulator, variables) = slack(&folder, more);
        let channel = &variables["SLACK_CHANNEL"];
        let ended = probe(&folder, &variables, channel);
        assert_eq!(ended.code, Some(0), "{}{}", ended.out, ended.err);
        assert!(ended.out.contains("idempotency slack") && ended.out.contains(words), "{}", ended.out);
        assert_eq!(left(&variables, channel).await, [Value::Null; 0], "what was posted is gone again");
        assert!(!ended.out.contains(&variables["SLACK_BOT_TOKEN"]));
    }
}

#[test]
fn a_channel_that_is_not_there_is_said_to_be_none() {
    let folder = Folder::new();
    let (_emulator, variables) = slack(&folder, &[]);
    let ended = probe(&folder, &variables, "C0NOWHERE1");
    assert_ne!(ended.code, Some(0), "{}{}", ended.out, ended.err);
    let said = ended.out + &ended.err;
    assert!(said.contains("channel_not_found"), "{said}");
    let ended = folder.run(&["emulate", "twilio", "--drop-copies"]);
    assert_eq!(ended.code, Some(3), "{}{}", ended.out, ended.err);
    assert!(ended.err.contains("`--drop-copies` is about Slack"), "{}", ended.err);
}
