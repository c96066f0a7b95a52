use bytes::Bytes;
use http::Request;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{
    interactivity::{last, offered},
    workspace::Workspace,
};

/// The first `count` events that whoever watches the screens is told after `seq`.
async fn news(workspace: &Workspace, seq: u64, count: usize) -> Vec<(String, Value)> {
    let request = Request::get(format!("/_emulator/shown?after={seq}")).body(Bytes::new()).unwrap();
    let mut body = workspace.slack.service().oneshot(request).await.unwrap().into_body();
    let mut read = Vec::new();
    while read.len() < count {
        let frame = body.frame().await.unwrap().unwrap().into_data().unwrap();
        let text = String::from_utf8(frame.to_vec()).unwrap();
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        if let (Some(name), Some(data)) = (field("event: "), field("data: ")) {
            read.push((name, serde_json::from_str(&data).unwrap()));
        }
    }
    read
}

async fn acts(workspace: &Workspace, path: &str, body: Value) -> Value {
    let request = Request::post(format!("/_emulator/people/{path}")).body(body.to_string().into()).unwrap();
    let response = workspace.slack.service().oneshot(request).await.unwrap();
    serde_json::from_slice(&response.into_body().collect().await.unwrap().to_bytes()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_message_is_told_with_what_can_be_used_and_what_was_chosen() {
    let workspace = Workspace::new();
    let ts = offered(&workspace).await;
    let (name, shown) = news(&workspace, 0, 1).await.remove(0);
    assert_eq!((name.as_str(), &shown["id"]), ("shown", &json!(ts)));
    let parts = &shown["parts"];
    assert_eq!((&parts[0]["text"], &parts[0]["elements"][0]["action_id"]), (&json!("pick"), &json!("size")));
    assert_eq!(parts[1]["elements"][0]["block_id"], parts[1]["block_id"]);
    assert_eq!((&shown["chosen"], &shown["reactions"]), (&json!({}), &json!([])));
    acts(&workspace, "clicks", json!({ "message_ts": ts, "action_id": "size", "value": "l" })).await;
    acts(&workspace, "reactions", json!({ "message_ts": ts, "name": "eyes" })).await;
    let (_, again) = news(&workspace, shown["seq"].as_u64().unwrap(), 1).await.remove(0);
    assert_eq!(again["reactions"], json!([{ "name": "eyes", "users": [workspace.ann()] }]));
    assert_eq!(again["chosen"]["s"]["size"]["selected_option"]["value"], "l");
    let refused = acts(&workspace, "reactions", json!({ "message_ts": ts, "name": "eyes" })).await;
    assert_eq!(refused["error"], "already_reacted");
}

#[tokio::test(start_paused = true)]
async fn whoever_watches_hears_of_what_is_gone_and_of_tombstones() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let (first, alone) = (workspace.write("first", None), workspace.write("alone", None));
    workspace.write("reply", Some(&first));
    for ts in [&alone, &first] {
        workspace.slack.delete(workspace.ann(), &channel, ts).unwrap();
    }
    // What is gone is not told of to those who begin to watch now, and neither is what it said.
    let told = news(&workspace, 0, 3).await;
    let names: Vec<_> = told.iter().map(|(name, data)| (name.as_str(), data["id"].as_str().unwrap())).collect();
    assert_eq!(names[1..], [("gone", alone.as_str()), ("shown", first.as_str())]);
    assert_eq!((&told[0].1["text"], &told[2].1["deleted"]), (&json!("reply"), &json!(true)));
    let seqs: Vec<_> = told.iter().map(|(_, data)| data["seq"].as_u64().unwrap()).collect();
    assert!(seqs.is_sorted(), "{seqs:?}");
}

#[tokio::test(start_paused = true)]
async fn whoever_watches_hears_that_a_person_sees_another_view() {
    let workspace = Workspace::new();
    let ts = offered(&workspace).await;
    acts(&workspace, "clicks", json!({ "message_ts": ts, "action_id": "approve" })).await;
    let trigger = last(&workspace).body["trigger_id"].clone();
    let view = json!({ "type": "modal", "title": { "type": "plain_text", "text": "Form" }, "blocks": [
        { "type": "section", "text": { "type": "plain_text", "text": "words" } },
    ] });
    let opened = workspace.call("views.open", json!({ "trigger_id": trigger, "view": view })).await;
    assert_eq!(opened["ok"], true, "{opened}");
    acts(&workspace, "closings", json!({})).await;
    let told = news(&workspace, 1, 2).await;
    for (name, data) in told {
        assert_eq!((name.as_str(), &data["user"]), ("view", &json!(workspace.ann())));
    }
    let looks = acts(&workspace, "views", json!({ "user": workspace.ann() })).await;
    assert_eq!(looks["modal"], Value::Null);
}

#[tokio::test(start_paused = true)]
async fn a_block_tells_actions_of_one_name_apart() {
    let workspace = Workspace::new();
    let button = |value: &str| json!({ "type": "button", "action_id": "take", "value": value, "text": { "type": "plain_text", "text": "Take" } });
    let block = |id: &str| json!({ "type": "actions", "block_id": id, "elements": [button(id)] });
    let body =
        json!({ "channel": workspace.settings().channel, "text": "two", "blocks": [block("one"), block("two")] });
    let ts = workspace.call("chat.postMessage", body).await["ts"].clone();
    for id in ["one", "two"] {
        acts(&workspace, "clicks", json!({ "message_ts": ts, "block_id": id, "action_id": "take" })).await;
        assert_eq!(last(&workspace).body["actions"][0]["value"], id);
    }
}
