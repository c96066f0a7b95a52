use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::workspace::Workspace;

/// What the clock says when a world begins.
const NOW: u64 = 1_790_000_000;

async fn schedule(workspace: &Workspace, post_at: u64) -> Value {
    let arguments = json!({ "channel": workspace.settings().channel, "text": "later", "post_at": post_at });
    workspace.call("chat.scheduleMessage", arguments).await
}

#[tokio::test(start_paused = true)]
async fn a_message_is_posted_when_it_is_due() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let answer = schedule(&workspace, NOW + 3_600).await;
    let id = answer["scheduled_message_id"].as_str().unwrap_or_else(|| panic!("{answer}"));
    assert!(id.starts_with('Q'));
    assert_eq!((&answer["post_at"], &answer["message"]["type"]), (&json!(NOW + 3_600), &json!("delayed_message")));
    let list = || workspace.call("chat.scheduledMessages.list", json!({ "channel": channel }));
    let listed = &list().await["scheduled_messages"];
    assert_eq!(
        (&listed[0]["id"], &listed[0]["channel_id"], &listed[0]["text"]),
        (&json!(id), &json!(channel), &json!("later"))
    );
    sleep(Duration::from_secs(3_590)).await;
    assert!(workspace.screen().is_empty());
    sleep(Duration::from_secs(11)).await;
    assert_eq!(workspace.screen(), ["later"]);
    assert_eq!(list().await["scheduled_messages"], json!([]));
}

#[tokio::test(start_paused = true)]
async fn a_scheduled_message_can_be_taken_back_in_time() {
    let workspace = Workspace::new();
    let (channel, soon) = (workspace.settings().channel.clone(), schedule(&workspace, NOW + 50).await);
    let late = schedule(&workspace, NOW + 500).await;
    let delete = |channel: &str, id: &Value| {
        workspace.call("chat.deleteScheduledMessage", json!({ "channel": channel, "scheduled_message_id": id }))
    };
    let gone = "invalid_scheduled_message_id";
    assert_eq!(delete(&channel, &soon["scheduled_message_id"]).await["error"], gone, "a minute before it is too late");
    assert_eq!(delete(&channel, &late["scheduled_message_id"]).await, json!({ "ok": true }));
    assert_eq!(delete(&channel, &late["scheduled_message_id"]).await["error"], gone);
    assert_eq!(delete("C0", &late["scheduled_message_id"]).await["error"], "channel_not_found");
    sleep(Duration::from_secs(1_000)).await;
    assert_eq!(workspace.screen(), ["later"]);
}

#[tokio::test(start_paused = true)]
async fn times_have_limits() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    assert_eq!(schedule(&workspace, NOW - 1).await["error"], "time_in_past");
    assert_eq!(schedule(&workspace, NOW + 121 * 86_400).await["error"], "time_too_far");
    for (arguments, expected) in [
        (json!({ "channel": settings.channel, "text": "x", "post_at": "" }), "invalid_time"),
        (json!({ "channel": settings.channel, "text": "", "post_at": NOW + 60 }), "no_text"),
        (json!({ "channel": settings.channel, "text": "x".repeat(40_001), "post_at": NOW + 60 }), "msg_too_long"),
        (
            json!({ "channel": settings.channel, "text": "x", "post_at": NOW + 60, "metadata": "x" }),
            "invalid_metadata_format",
        ),
        (json!({ "channel": settings.channel, "blocks": [{}], "post_at": NOW + 60 }), "invalid_blocks"),
        (json!({ "channel": "C0", "text": "x", "post_at": NOW + 60 }), "channel_not_found"),
        (json!({ "channel": settings.other_channel, "text": "x", "post_at": NOW + 60 }), "not_in_channel"),
    ] {
        assert_eq!(workspace.call("chat.scheduleMessage", arguments.clone()).await["error"], expected, "{arguments}");
    }
    for nth in 0..30 {
        assert_eq!(schedule(&workspace, NOW + 1_000 + nth).await["ok"], true);
    }
    assert_eq!(schedule(&workspace, NOW + 1_100).await["error"], "restricted_too_many");
    assert_eq!(schedule(&workspace, NOW + 1_400).await["ok"], true, "five minutes further there is room");
    let list = |arguments| workspace.call("chat.scheduledMessages.list", arguments);
    let page = list(json!({ "limit": 20 })).await;
    let cursor = &page["response_metadata"]["next_cursor"];
    let rest = list(json!({ "limit": 20, "cursor": cursor })).await;
    assert_eq!(rest["scheduled_messages"].as_array().unwrap().len(), 11);
    let late = list(json!({ "oldest": (NOW + 1_300).to_string() })).await;
    assert_eq!(late["scheduled_messages"].as_array().unwrap().len(), 1);
    assert_eq!(list(json!({ "channel": "C0" })).await["error"], "invalid_channel");
    assert_eq!(list(json!({ "cursor": "x" })).await["error"], "invalid_cursor");
}
