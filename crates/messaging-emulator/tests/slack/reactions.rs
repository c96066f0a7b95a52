use serde_json::{Value, json};

use crate::workspace::Workspace;

async fn react(workspace: &Workspace, method: &str, ts: &str, name: &str) -> Value {
    let arguments = json!({ "channel": workspace.settings().channel, "timestamp": ts, "name": name });
    workspace.call(&format!("reactions.{method}"), arguments).await
}

#[tokio::test(start_paused = true)]
async fn a_reaction_is_added_seen_and_removed() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let ts = workspace.write("hi", None);
    assert_eq!(react(&workspace, "add", &ts, "thumbsup").await, json!({ "ok": true }));
    assert_eq!(react(&workspace, "add", &ts, "thumbsup").await["error"], "already_reacted");
    workspace.slack.react(&settings.user_id, &settings.channel, &ts, "thumbsup", true).unwrap();
    let item = json!({ "channel": settings.channel, "timestamp": ts });
    let seen = workspace.call("reactions.get", item).await;
    let users = json!([settings.bot_user_id, settings.user_id]);
    assert_eq!(seen["message"]["reactions"], json!([{ "name": "thumbsup", "users": users, "count": 2 }]));
    assert_eq!(react(&workspace, "remove", &ts, "thumbsup").await, json!({ "ok": true }));
    assert_eq!(react(&workspace, "remove", &ts, "thumbsup").await["error"], "no_reaction");
    workspace.settle().await;
    let told = workspace.told();
    let events = told.iter().map(|told| &told.body["event"]).filter(|event| event.get("reaction").is_some());
    let mut kinds: Vec<_> = events.clone().map(|event| event["type"].as_str().unwrap()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["reaction_added", "reaction_added", "reaction_removed"]);
    for event in events {
        assert_eq!(event["item"], json!({ "type": "message", "channel": settings.channel, "ts": ts }));
        assert_eq!(event["item_user"], json!(settings.user_id));
    }
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_reacted_to_is_refused() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let ts = workspace.write("hi", None);
    let elsewhere = workspace.write_in(&settings.other_channel, "x");
    for name in ["", ":thumbsup:", "a b"] {
        assert_eq!(react(&workspace, "add", &ts, name).await["error"], "invalid_name", "{name}");
    }
    assert_eq!(react(&workspace, "add", &ts, "wave::skin-tone-2").await["ok"], true);
    assert_eq!(react(&workspace, "add", "x", "wave").await["error"], "bad_timestamp");
    assert_eq!(react(&workspace, "add", "1.000000", "wave").await["error"], "message_not_found");
    for (arguments, expected) in [
        (json!({ "channel": "C0", "timestamp": ts, "name": "x" }), "channel_not_found"),
        (json!({ "channel": settings.other_channel, "timestamp": elsewhere, "name": "x" }), "no_access"),
    ] {
        assert_eq!(workspace.call("reactions.add", arguments).await["error"], expected);
    }
    for (arguments, expected) in [
        (json!({ "name": "x" }), "no_item_specified"),
        (json!({ "name": "x", "file": "F0" }), "file_not_found"),
        (json!({ "name": "x", "file_comment": "Fc0" }), "file_comment_not_found"),
    ] {
        assert_eq!(workspace.call("reactions.remove", arguments.clone()).await["error"], expected);
        assert_eq!(workspace.call("reactions.get", arguments).await["error"], expected);
    }
    for nth in 0..22 {
        assert_eq!(react(&workspace, "add", &ts, &format!("e{nth}")).await["ok"], true);
    }
    assert_eq!(react(&workspace, "add", &ts, "one-more").await["error"], "too_many_reactions");
    for (nth, user) in (23..50).map(|nth| (nth, &settings.users[usize::from(nth > 40)].0)) {
        workspace.slack.react(user, &settings.channel, &ts, &format!("e{nth}"), true).unwrap();
    }
    let last = workspace.slack.react(&settings.users[1].0, &settings.channel, &ts, "last", true);
    assert_eq!(last, Err("too_many_emoji"));
}
