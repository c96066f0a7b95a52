use std::time::Duration;

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    interactivity::{last, offered},
    workspace::Workspace,
};

async fn clicked(workspace: &Workspace) -> (String, String) {
    let ts = offered(workspace).await;
    let channel = workspace.settings().channel.clone();
    workspace.slack.click(workspace.ann(), &channel, &ts, "approve", &[]).await.unwrap();
    (ts, last(workspace).body["response_url"].as_str().unwrap().to_owned())
}

async fn respond(workspace: &Workspace, url: &str, body: Value) -> (u16, String) {
    let request = Request::post(url).header("content-type", "application/json").body(Bytes::from(body.to_string()));
    let response = workspace.raw(request.unwrap()).await.unwrap();
    (response.status().as_u16(), String::from_utf8_lossy(response.body()).into_owned())
}

fn fine() -> (u16, String) {
    (200, "ok".to_owned())
}

fn seen(workspace: &Workspace) -> Vec<(String, Option<String>, String)> {
    workspace.slack.truth().shown.into_iter().map(|shown| (shown.place, shown.thread, shown.text)).collect()
}

#[tokio::test(start_paused = true)]
async fn answers_are_for_one_person_or_for_all() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (ts, url) = clicked(&workspace).await;
    assert_eq!(respond(&workspace, &url, json!({ "text": "for you" })).await, fine());
    assert_eq!(respond(&workspace, &url, json!({ "text": "for all", "response_type": "in_channel" })).await, fine());
    let reply =
        json!({ "text": "in thread", "response_type": "in_channel", "replace_original": false, "thread_ts": ts });
    assert_eq!(respond(&workspace, &url, reply).await, fine());
    let seen = seen(&workspace);
    assert_eq!(seen[1], (format!("{},{}", settings.channel, settings.user_id), None, "for you".to_owned()));
    assert_eq!(seen[2], (settings.channel.clone(), None, "for all".to_owned()));
    assert_eq!(seen[3], (settings.channel, Some(ts), "in thread".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn the_original_is_replaced_or_taken_away() {
    let workspace = Workspace::new();
    let (ts, url) = clicked(&workspace).await;
    assert_eq!(respond(&workspace, &url, json!({ "text": "done", "replace_original": true })).await, fine());
    assert_eq!(workspace.screen(), ["done"]);
    workspace.settle().await;
    let told = last(&workspace).body;
    assert_eq!((&told["event"]["subtype"], &told["event"]["message"]["ts"]), (&json!("message_changed"), &json!(ts)));
    assert!(told["event"]["message"].get("blocks").is_none(), "what is not said is gone");
    assert_eq!(respond(&workspace, &url, json!({ "delete_original": true })).await, fine());
    assert!(workspace.screen().is_empty());
    workspace.settle().await;
    let told = last(&workspace).body;
    assert_eq!((&told["event"]["subtype"], &told["event"]["deleted_ts"]), (&json!("message_deleted"), &json!(ts)));
}

#[tokio::test(start_paused = true)]
async fn what_one_person_sees_can_be_clicked_and_replaced() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (_, url) = clicked(&workspace).await;
    let button = json!([{ "type": "actions", "elements": [
        { "type": "button", "action_id": "no", "text": { "type": "plain_text", "text": "No" } } ] }]);
    assert_eq!(respond(&workspace, &url, json!({ "blocks": button })).await, fine());
    let id = workspace.slack.truth().shown.last().unwrap().id.clone();
    let bob = &settings.users[1].0;
    assert!(workspace.slack.click(bob, &settings.channel, &id, "no", &[]).await.is_err(), "bob does not see it");
    workspace.slack.click(workspace.ann(), &settings.channel, &id, "no", &[]).await.unwrap();
    let body = last(&workspace).body;
    assert_eq!((&body["container"]["is_ephemeral"], body.get("message")), (&json!(true), None));
    let url = body["response_url"].as_str().unwrap();
    let replaced = json!({ "text": "gone", "replace_original": true, "response_type": "in_channel" });
    assert_eq!(respond(&workspace, url, replaced).await, fine());
    let shown = workspace.slack.truth().shown;
    let last = shown.last().unwrap();
    assert_eq!((last.place.contains(','), &*last.text), (true, "gone"), "it does not become public");
    respond(&workspace, url, json!({ "delete_original": true })).await;
    assert_eq!(workspace.slack.truth().shown.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn five_times_and_half_an_hour() {
    let workspace = Workspace::new();
    let (_, url) = clicked(&workspace).await;
    assert_eq!(respond(&workspace, &url, json!({})).await, (400, "no_text".to_owned()));
    for _ in 0..4 {
        assert_eq!(respond(&workspace, &url, json!({ "text": "x" })).await, fine());
    }
    assert_eq!(respond(&workspace, &url, json!({ "text": "x" })).await, (404, "used_url".to_owned()));
    let (_, url) = clicked(&workspace).await;
    sleep(Duration::from_secs(30 * 60)).await;
    assert_eq!(respond(&workspace, &url, json!({ "text": "x" })).await, (404, "expired_url".to_owned()));
    let unknown = format!("{url}x");
    assert_eq!(respond(&workspace, &unknown, json!({ "text": "x" })).await, (404, "expired_url".to_owned()));
    let nonsense = Request::post(&url).body(Bytes::from_static(b"text=x")).unwrap();
    assert_eq!(workspace.raw(nonsense).await.unwrap().status(), 400);
}

#[tokio::test(start_paused = true)]
async fn it_works_where_the_app_is_no_member() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    workspace.slack.command(workspace.ann(), &settings.other_channel, "/ask", "").await.unwrap();
    let url = last(&workspace).body["response_url"].as_str().unwrap().to_owned();
    assert_eq!(respond(&workspace, &url, json!({ "text": "x", "response_type": "in_channel" })).await, fine());
    assert_eq!(seen(&workspace), [(settings.other_channel, None, "x".to_owned())]);
}
