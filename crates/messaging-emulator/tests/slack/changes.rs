use serde_json::{Value, json};

use crate::workspace::Workspace;

async fn post(workspace: &Workspace, mut arguments: Value) -> String {
    arguments["channel"] = json!(workspace.settings().channel);
    let answer = workspace.call("chat.postMessage", arguments).await;
    answer["ts"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

async fn update(workspace: &Workspace, ts: &str, mut arguments: Value) -> Value {
    arguments["channel"] = json!(workspace.settings().channel);
    arguments["ts"] = json!(ts);
    workspace.call("chat.update", arguments).await
}

fn event(workspace: &Workspace, subtype: &str) -> Value {
    let told = workspace.told();
    let mut events = told.iter().map(|told| &told.body["event"]);
    events.rfind(|event| event["subtype"] == subtype).cloned().unwrap_or_default()
}

#[tokio::test(start_paused = true)]
async fn an_update_changes_what_is_read() {
    let workspace = Workspace::new();
    let blocks = json!([{ "type": "section", "text": { "type": "mrkdwn", "text": "in blocks" } }]);
    let metadata = json!({ "event_type": "intent", "event_payload": { "mid": "1" } });
    let ts = post(&workspace, json!({ "text": "old", "blocks": blocks, "metadata": metadata })).await;
    let answer = update(&workspace, &ts, json!({ "text": "new" })).await;
    assert_eq!((&answer["ok"], &answer["ts"], &answer["text"]), (&json!(true), &json!(ts), &json!("new")));
    let message = &answer["message"];
    assert_eq!((message.get("blocks"), &message["metadata"]), (None, &metadata), "text alone takes blocks away");
    assert_eq!(message["edited"]["user"], json!(workspace.settings().bot_user_id));
    assert_eq!(workspace.screen(), ["new"]);
    workspace.settle().await;
    let told = event(&workspace, "message_changed");
    assert_eq!(
        (&told["hidden"], &told["message"]["text"], &told["previous_message"]["text"]),
        (&json!(true), &json!("new"), &json!("old"))
    );
    assert_ne!(told["ts"], json!(ts));

    let answer = update(&workspace, &ts, json!({ "blocks": blocks, "metadata": {} })).await;
    assert_eq!((&answer["message"]["text"], answer["message"].get("metadata")), (&json!("new"), None));
    assert_eq!(workspace.screen(), ["in blocks"]);
    let history = json!({ "channel": workspace.settings().channel });
    let history = workspace.call("conversations.history", history).await;
    assert_eq!(history["messages"][0]["blocks"][0]["text"]["text"], "in blocks");
}

#[tokio::test(start_paused = true)]
async fn updates_that_cannot_be_are_refused() {
    let workspace = Workspace::new();
    let (own, person) = (post(&workspace, json!({ "text": "x" })).await, workspace.write("y", None));
    for (ts, arguments, expected) in [
        (&*own, json!({}), "no_text"),
        (&*own, json!({ "text": "x".repeat(4_001) }), "msg_too_long"),
        (&*own, json!({ "text": "x", "markdown_text": "x" }), "markdown_text_conflict"),
        (&*own, json!({ "text": "x", "blocks": "x" }), "invalid_blocks_format"),
        (&*own, json!({ "text": "x", "blocks": [{}] }), "invalid_blocks"),
        (&*own, json!({ "text": "x", "attachments": "x" }), "invalid_attachments"),
        (&*own, json!({ "text": "x", "attachments": vec![json!({}); 101] }), "too_many_attachments"),
        (&*own, json!({ "text": "x", "metadata": "x" }), "invalid_metadata_format"),
        (
            &*own,
            json!({ "text": "x", "metadata": { "event_type": "x", "event_payload": { "x": "x".repeat(8_000) } } }),
            "metadata_too_large",
        ),
        (&*own, json!({ "text": "x", "as_user": true }), "as_user_not_supported"),
        (&*own, json!({ "text": "x", "reply_broadcast": true }), "cant_broadcast_message"),
        (&*own, json!({ "text": "x", "file_ids": ["F0"] }), "file_not_found"),
        (&*person, json!({ "text": "x" }), "cant_update_message"),
        ("1503435956.000247", json!({ "text": "x" }), "message_not_found"),
    ] {
        let answer = update(&workspace, ts, arguments.clone()).await;
        assert_eq!(answer["error"].as_str(), Some(expected), "{arguments} {answer}");
    }
    let to_person = json!({ "channel": workspace.settings().user_id, "ts": own, "text": "x" });
    assert_eq!(workspace.call("chat.update", to_person).await["error"], "channel_not_found");
    assert_eq!(workspace.screen(), ["x", "y"]);
}

#[tokio::test(start_paused = true)]
async fn a_deleted_message_is_gone_and_a_thread_keeps_its_head() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let (alone, head) =
        (post(&workspace, json!({ "text": "a" })).await, post(&workspace, json!({ "text": "h" })).await);
    workspace.write("reply", Some(&head));
    let delete = |ts: String| workspace.call("chat.delete", json!({ "channel": channel, "ts": ts }));
    assert_eq!(delete(alone.clone()).await, json!({ "ok": true, "channel": channel, "ts": alone }));
    assert_eq!(delete(alone.clone()).await["error"], "message_not_found");
    assert_eq!(workspace.screen(), ["h", "reply"]);
    delete(head.clone()).await;
    let replies = workspace.call("conversations.replies", json!({ "channel": channel, "ts": head })).await;
    assert_eq!(
        (&replies["messages"][0]["subtype"], &replies["messages"][1]["text"]),
        (&json!("tombstone"), &json!("reply"))
    );
    workspace.settle().await;
    assert_eq!(event(&workspace, "message_deleted")["deleted_ts"], json!(alone));
    assert_eq!(event(&workspace, "message_changed")["message"]["subtype"], "tombstone");
    let (disguised, person) =
        (post(&workspace, json!({ "text": "x", "username": "other" })).await, workspace.write("y", None));
    for ts in [disguised, person] {
        assert_eq!(delete(ts).await["error"], "cant_delete_message");
    }
    assert_eq!(
        workspace.call("chat.delete", json!({ "channel": "C0", "ts": alone })).await["error"],
        "channel_not_found"
    );
}

#[tokio::test(start_paused = true)]
async fn an_ephemeral_message_is_for_one() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let arguments = |user: &str, text: &str| json!({ "channel": settings.channel, "user": user, "text": text });
    let answer = workspace.call("chat.postEphemeral", arguments(&settings.user_id, "psst")).await;
    assert!(answer["message_ts"].is_string(), "{answer}");
    let shown = &workspace.slack.truth().shown[0];
    assert_eq!((&*shown.place, &*shown.text), (&*format!("{},{}", settings.channel, settings.user_id), "psst"));
    let history = workspace.call("conversations.history", json!({ "channel": settings.channel })).await;
    assert_eq!(history["messages"], json!([]));
    for (arguments, expected) in [
        (arguments("U0", "x"), "user_not_in_channel"),
        (arguments(&settings.user_id, ""), "no_text"),
        (arguments(&settings.user_id, &"x".repeat(40_001)), "msg_too_long"),
        (json!({ "channel": settings.other_channel, "user": settings.user_id, "text": "x" }), "not_in_channel"),
        (json!({ "channel": "C0", "user": settings.user_id, "text": "x" }), "channel_not_found"),
        (
            json!({ "channel": settings.channel, "user": settings.user_id, "text": "x", "thread_ts": "1503435956.000247" }),
            "cannot_reply_to_message",
        ),
    ] {
        assert_eq!(workspace.call("chat.postEphemeral", arguments).await["error"], expected);
    }
    let me = workspace.call("chat.meMessage", json!({ "channel": settings.channel, "text": "waves" })).await;
    assert_eq!((&me["ok"], &me["channel"]), (&json!(true), &json!(settings.channel)));
    let history = workspace.call("conversations.history", json!({ "channel": settings.channel })).await;
    assert_eq!(history["messages"][0]["subtype"], "me_message");
    for (text, expected) in [("", "no_text"), (&*"x".repeat(40_001), "msg_too_long")] {
        let arguments = json!({ "channel": settings.channel, "text": text });
        assert_eq!(workspace.call("chat.meMessage", arguments).await["error"], expected);
    }
}

#[tokio::test(start_paused = true)]
async fn links_lead_to_messages_and_are_unfurled() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let head = workspace.write("see https://x.test/?a=1&b", None);
    let reply = workspace.write("r", Some(&head));
    let link = |ts: &str| workspace.call("chat.getPermalink", json!({ "channel": channel, "message_ts": ts }));
    let digits = head.replace('.', "");
    let expected = format!("https://emulated.slack.com/archives/{channel}/p{digits}");
    assert_eq!(link(&head).await["permalink"], json!(expected));
    assert!(link(&reply).await["permalink"].as_str().unwrap().ends_with(&format!("?thread_ts={head}&cid={channel}")));
    assert_eq!(link("1.000000").await["error"], "message_not_found");
    let none = json!({ "channel": "C0", "message_ts": head });
    assert_eq!(workspace.call("chat.getPermalink", none).await["error"], "channel_not_found");
    let unfurls = json!({ "https://x.test/?a=1&b": { "text": "a page" } });
    let unfurl = |arguments| workspace.call("chat.unfurl", arguments);
    assert_eq!(unfurl(json!({ "channel": channel, "ts": head, "unfurls": unfurls })).await, json!({ "ok": true }));
    workspace.settle().await;
    let told = event(&workspace, "message_changed");
    assert_eq!((&told["message"]["attachments"][0]["text"], told["message"].get("edited")), (&json!("a page"), None));
    for (arguments, expected) in [
        (json!({}), "missing_channel"),
        (json!({ "channel": channel }), "missing_ts"),
        (json!({ "channel": channel, "ts": head }), "missing_unfurls"),
        (json!({ "channel": channel, "ts": head, "unfurls": "x" }), "invalid_unfurls_format"),
        (json!({ "channel": channel, "ts": head, "unfurls": { "https://y.test": {} } }), "cannot_unfurl_url"),
        (json!({ "channel": channel, "ts": "1.000000", "unfurls": {} }), "cannot_find_message"),
        (json!({ "channel": "C0", "ts": head, "unfurls": {} }), "cannot_find_channel"),
        (json!({ "unfurl_id": "x", "source": "composer" }), "invalid_unfurl_id"),
    ] {
        assert_eq!(unfurl(arguments.clone()).await["error"], expected, "{arguments}");
    }
}
