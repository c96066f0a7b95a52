use messaging_emulator::{FaultPlan, SlackLimits, SlackSettings};
use serde_json::{Value, json};

use crate::workspace::Workspace;

const ID: &str = "968c94da-c271-4f2a-8ec9-12a9985e5df4";

async fn twice(drops_copies: bool) -> (Workspace, Value, Value) {
    let mut settings = SlackSettings::generated(7);
    settings.limits = SlackLimits::none();
    settings.drops_copies = drops_copies;
    let workspace = Workspace::of(settings, FaultPlan::default(), 7);
    let post = json!({ "channel": workspace.settings().channel, "text": "once", "client_msg_id": ID });
    let first = workspace.call("chat.postMessage", post.clone()).await;
    let second = workspace.call("chat.postMessage", post).await;
    assert_eq!(first["message"]["client_msg_id"], ID);
    assert_eq!(workspace.slack.warnings(), ["chat.postMessage: unproven argument `client_msg_id`"; 2]);
    (workspace, first, second)
}

#[tokio::test(start_paused = true)]
async fn a_copy_is_a_message_unless_told_otherwise() {
    let (workspace, first, second) = twice(false).await;
    assert_ne!(first["ts"], second["ts"]);
    assert_eq!(workspace.screen(), ["once", "once"]);
}

#[tokio::test(start_paused = true)]
async fn a_copy_can_be_dropped() {
    let (workspace, first, second) = twice(true).await;
    assert_eq!(first, second);
    assert_eq!(workspace.screen(), ["once"]);
    // The id counts in its channel, and no post is a copy of one without an id.
    let elsewhere = json!({ "channel": workspace.settings().dm_channel, "text": "once", "client_msg_id": ID });
    assert_ne!(workspace.call("chat.postMessage", elsewhere).await["ts"], first["ts"]);
    let bare = json!({ "channel": workspace.settings().channel, "text": "once" });
    workspace.call("chat.postMessage", bare.clone()).await;
    workspace.call("chat.postMessage", bare).await;
    assert_eq!(workspace.screen().len(), 4);
}
