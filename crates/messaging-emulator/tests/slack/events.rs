use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::workspace::Workspace;

#[tokio::test(start_paused = true)]
async fn a_message_is_told_in_full() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let ts = workspace.write("Hi & all", None);
    workspace.settle().await;
    let told = workspace.told();
    assert_eq!(told.len(), 1);
    let body = &told[0].body;
    assert!(body["event_id"].as_str().unwrap().starts_with("Ev"));
    assert!(body["event_context"].as_str().unwrap().starts_with("4-"));
    let id = body["event"]["client_msg_id"].as_str().unwrap();
    assert_eq!(id.len(), 36);
    let blocks = json!([{ "type": "rich_text", "block_id": "b1", "elements": [
        { "type": "rich_text_section", "elements": [{ "type": "text", "text": "Hi & all" }] },
    ] }]);
    let expected = json!({
        "token": body["token"], "team_id": settings.team_id, "context_team_id": settings.team_id,
        "context_enterprise_id": null, "api_app_id": settings.app_id,
        "event": {
            "type": "message", "text": "Hi &amp; all", "user": settings.user_id, "ts": ts, "team": settings.team_id,
            "client_msg_id": id, "blocks": blocks, "channel": settings.channel, "event_ts": ts,
            "channel_type": "channel",
        },
        "type": "event_callback", "event_id": body["event_id"], "event_time": 1_790_000_000,
        "authorizations": [{
            "enterprise_id": null, "team_id": settings.team_id, "user_id": settings.bot_user_id, "is_bot": true,
            "is_enterprise_install": false,
        }],
        "is_ext_shared_channel": false, "event_context": body["event_context"],
    });
    assert_eq!(body, &expected);
}

#[tokio::test(start_paused = true)]
async fn every_request_is_signed() {
    let workspace = Workspace::new();
    workspace.write("héllo 🎉", None);
    workspace.settle().await;
    let told = &workspace.told()[0];
    assert_eq!(told.url, "https://app.test/webhooks/slack");
    assert_eq!(told.header("content-type"), Some("application/json"));
    assert_eq!(told.header("user-agent"), Some("Slackbot 1.0 (+https://api.slack.com/robots)"));
    assert_eq!(told.header("x-slack-retry-num"), None);
    let timestamp = told.header("x-slack-request-timestamp").unwrap();
    assert_eq!(timestamp, "1790000000");
    let mut mac = Hmac::<Sha256>::new_from_slice(workspace.settings().signing_secret.as_bytes()).unwrap();
    mac.update(format!("v0:{timestamp}:").as_bytes());
    mac.update(&told.raw);
    let mut expected = "v0=".to_owned();
    for byte in mac.finalize().into_bytes() {
        write!(expected, "{byte:02x}").unwrap();
    }
    assert_eq!(told.header("x-slack-signature"), Some(&*expected));
}

#[tokio::test(start_paused = true)]
async fn a_mention_is_two_events_about_one_message() {
    let workspace = Workspace::new();
    let ts = workspace.write("@bot hi", None);
    workspace.settle().await;
    let told = workspace.told();
    let mut kinds: Vec<_> = told.iter().map(crate::workspace::Told::kind).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["app_mention", "message"]);
    assert_ne!(told[0].body["event_id"], told[1].body["event_id"]);
    for told in &told {
        assert_eq!(told.body["event"]["ts"], json!(ts));
        assert_eq!(told.body["event"]["text"], format!("<@{}> hi", workspace.settings().bot_user_id));
        assert_eq!(told.body["event"].get("channel_type").is_some(), told.kind() == "message");
    }
    assert_eq!(workspace.screen(), ["@bot hi"]);
}

#[tokio::test(start_paused = true)]
async fn direct_messages_have_no_mentions() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    workspace.slack.write(&settings.user_id, &settings.dm_channel, "@bot hi", None).unwrap();
    workspace.settle().await;
    let told = workspace.told();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].kind(), &told[0].body["event"]["channel_type"]), ("message", &json!("im")));
}

#[tokio::test(start_paused = true)]
async fn the_apps_own_posts_are_told_as_well() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let parent = workspace.write("p", None);
    let metadata = json!({ "event_type": "intent", "event_payload": { "id": "1" } });
    let body = json!({ "channel": settings.channel, "text": "r", "thread_ts": parent, "metadata": metadata });
    let posted = workspace.call("chat.postMessage", body).await;
    workspace.settle().await;
    let told = workspace.told();
    assert_eq!(told.len(), 2);
    let event = told.iter().map(|told| &told.body["event"]).find(|event| event.get("bot_id").is_some()).unwrap();
    assert_eq!((&event["ts"], event.get("subtype")), (&posted["ts"], None));
    assert_eq!((&event["bot_id"], &event["app_id"]), (&json!(settings.bot_id), &json!(settings.app_id)));
    assert_eq!(event["bot_profile"]["app_id"], json!(settings.app_id));
    assert_eq!((&event["user"], &event["metadata"]), (&json!(settings.bot_user_id), &metadata));
    assert_eq!((&event["thread_ts"], &event["parent_user_id"]), (&json!(parent), &json!(settings.user_id)));
}

#[tokio::test(start_paused = true)]
async fn the_truth_says_when_the_app_knew() {
    let workspace = Workspace::new();
    workspace.script([crate::workspace::Script::Status(500)]);
    workspace.write("hi", None);
    assert_eq!(workspace.slack.truth().open, 1);
    workspace.settle().await;
    let truth = workspace.slack.truth();
    let written = &truth.written["hi"];
    assert_eq!(written.told, Some(workspace.told()[0].at));
    assert_eq!(written.acknowledged, Some(workspace.told()[1].at));
    assert_eq!((truth.open, truth.written.len()), (0, 1));
}

#[tokio::test(start_paused = true)]
async fn the_same_seed_gives_the_same_world() {
    async fn world(seed: u64) -> (u64, Vec<String>) {
        let plan = messaging_emulator::FaultPlan::everything();
        let workspace = Workspace::with(plan, seed);
        for text in ["@bot one", "@bot two", "three"] {
            workspace.write(text, None);
        }
        let body = json!({ "channel": workspace.settings().channel, "text": "x" });
        let deadline = std::time::Duration::from_secs(30);
        for _ in 0..10 {
            let _ = tokio::time::timeout(deadline, workspace.send("chat.postMessage", body.clone())).await;
        }
        workspace.settle().await;
        let ids = workspace.told().iter().map(|told| told.body["event_id"].to_string()).collect();
        (workspace.journal.hash(), ids)
    }
    let first = world(3).await;
    assert_eq!(first, world(3).await);
    assert_ne!(first, world(4).await);
    assert!(first.1.len() > 3);
}

#[tokio::test(start_paused = true)]
async fn an_app_that_mentions_itself_is_told_so() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let metadata = json!({ "event_type": "intent", "event_payload": {} });
    let text = format!("I am <@{}>", settings.bot_user_id);
    workspace
        .call("chat.postMessage", json!({ "channel": settings.channel, "text": text, "metadata": metadata }))
        .await;
    workspace.settle().await;
    let told = workspace.told();
    let mention = told.iter().find(|told| told.kind() == "app_mention").unwrap();
    assert_eq!(mention.body["event"]["bot_id"], json!(settings.bot_id));
    assert_eq!(mention.body["event"].get("metadata"), None);
    assert_eq!(workspace.screen(), ["I am @bot"]);
}
