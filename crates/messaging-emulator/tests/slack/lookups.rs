use serde_json::{Value, json};

use crate::workspace::Workspace;

fn texts(answer: &Value) -> Vec<&str> {
    let messages = answer["messages"].as_array().unwrap_or_else(|| panic!("{answer}"));
    messages.iter().map(|message| message["text"].as_str().unwrap()).collect()
}

fn cursor(answer: &Value) -> Option<&str> {
    answer["response_metadata"]["next_cursor"].as_str()
}

async fn history(workspace: &Workspace, mut arguments: Value) -> Value {
    arguments["channel"] = json!(workspace.settings().channel);
    workspace.call("conversations.history", arguments).await
}

async fn replies(workspace: &Workspace, mut arguments: Value) -> Value {
    arguments["channel"] = json!(workspace.settings().channel);
    workspace.call("conversations.replies", arguments).await
}

#[tokio::test(start_paused = true)]
async fn history_pages_back_from_the_newest() {
    let workspace = Workspace::new();
    for text in ["1", "2", "3", "4", "5"] {
        workspace.write(text, None);
    }
    let first = history(&workspace, json!({ "limit": 2 })).await;
    assert_eq!((texts(&first), &first["has_more"]), (vec!["5", "4"], &json!(true)));
    let second = history(&workspace, json!({ "limit": "2", "cursor": cursor(&first) })).await;
    assert_eq!((texts(&second), &second["has_more"]), (vec!["3", "2"], &json!(true)));
    let third = history(&workspace, json!({ "limit": 2, "cursor": cursor(&second) })).await;
    assert_eq!((texts(&third), &third["has_more"], cursor(&third)), (vec!["1"], &json!(false), None));
}

#[tokio::test(start_paused = true)]
async fn history_keeps_to_its_range() {
    let workspace = Workspace::new();
    let ts: Vec<_> = ["1", "2", "3", "4"].into_iter().map(|text| workspace.write(text, None)).collect();
    let within = history(&workspace, json!({ "oldest": ts[0], "latest": ts[3] })).await;
    assert_eq!(texts(&within), ["3", "2"]);
    let within = history(&workspace, json!({ "oldest": ts[0], "latest": ts[3], "inclusive": true })).await;
    assert_eq!(texts(&within), ["4", "3", "2", "1"]);
    let oldest_only = history(&workspace, json!({ "oldest": ts[0], "limit": 2 })).await;
    assert_eq!(texts(&oldest_only), ["3", "2"], "pages go forward where only the start is given");
    let rest = history(&workspace, json!({ "oldest": ts[0], "limit": 2, "cursor": cursor(&oldest_only) })).await;
    assert_eq!((texts(&rest), &rest["has_more"]), (vec!["4"], &json!(false)));
}

#[tokio::test(start_paused = true)]
async fn replies_begin_with_the_first_message_on_every_page() {
    let workspace = Workspace::new();
    let parent = workspace.write("p", None);
    workspace.write("other", None);
    let first_reply = workspace.write("1", Some(&parent));
    workspace.write("2", Some(&parent));
    workspace.write("3", Some(&parent));
    assert_eq!(texts(&replies(&workspace, json!({ "ts": parent })).await), ["p", "1", "2", "3"]);
    let first = replies(&workspace, json!({ "ts": parent, "limit": 2 })).await;
    assert_eq!(texts(&first), ["p", "1"]);
    let second = replies(&workspace, json!({ "ts": parent, "limit": 2, "cursor": cursor(&first) })).await;
    assert_eq!((texts(&second), &second["has_more"]), (vec!["p", "2", "3"], &json!(false)));
    let alone = replies(&workspace, json!({ "ts": parent, "limit": 1 })).await;
    assert_eq!(texts(&alone), ["p"]);
    let next = replies(&workspace, json!({ "ts": parent, "limit": 1, "cursor": cursor(&alone) })).await;
    assert_eq!(texts(&next), ["p", "1"]);
    let later = replies(&workspace, json!({ "ts": parent, "oldest": first_reply })).await;
    assert_eq!(texts(&later), ["p", "2", "3"]);
    assert_eq!(texts(&replies(&workspace, json!({ "ts": first_reply })).await), ["1"]);
}

#[tokio::test(start_paused = true)]
async fn metadata_is_seen_by_those_who_ask() {
    let workspace = Workspace::new();
    let parent = workspace.write("p", None);
    let metadata = json!({ "event_type": "intent", "event_payload": { "id": "42" } });
    for thread in [None, Some(&parent)] {
        let mut body = json!({ "channel": workspace.settings().channel, "text": "m", "metadata": metadata });
        if let Some(thread) = thread {
            body["thread_ts"] = json!(thread);
        }
        assert_eq!(workspace.call("chat.postMessage", body).await["ok"], true);
    }
    assert_eq!(history(&workspace, json!({})).await["messages"][0].get("metadata"), None);
    assert_eq!(history(&workspace, json!({ "include_all_metadata": true })).await["messages"][0]["metadata"], metadata);
    assert_eq!(replies(&workspace, json!({ "ts": parent })).await["messages"][1].get("metadata"), None);
    let with = replies(&workspace, json!({ "ts": parent, "include_all_metadata": "1" })).await;
    assert_eq!(with["messages"][1]["metadata"], metadata);
}

#[tokio::test(start_paused = true)]
async fn wrong_lookups_are_refused() {
    let workspace = Workspace::new();
    let other = workspace.settings().other_channel.clone();
    for (arguments, expected) in [
        (json!({ "cursor": "x" }), "invalid_cursor"),
        (json!({ "oldest": "yesterday" }), "invalid_ts_oldest"),
        (json!({ "latest": "-1" }), "invalid_ts_latest"),
        (json!({ "limit": 0 }), "invalid_limit"),
        (json!({ "limit": 1_000 }), "invalid_limit"),
        (json!({ "limit": "many" }), "invalid_arguments"),
    ] {
        assert_eq!(history(&workspace, arguments.clone()).await["error"], expected, "{arguments}");
    }
    assert_eq!(workspace.call("conversations.history", json!({})).await["error"], "invalid_arguments");
    let elsewhere = workspace.call("conversations.history", json!({ "channel": "C0" })).await;
    assert_eq!(elsewhere["error"], "channel_not_found");
    assert_eq!(workspace.call("conversations.history", json!({ "channel": other })).await["error"], "not_in_channel");
    for ts in ["1503435956.000247", "x"] {
        assert_eq!(replies(&workspace, json!({ "ts": ts })).await["error"], "thread_not_found");
    }
    assert_eq!(replies(&workspace, json!({})).await["error"], "invalid_arguments");
}
