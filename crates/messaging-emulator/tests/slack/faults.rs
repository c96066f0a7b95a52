use std::time::Duration;

use bytes::Bytes;
use http::Response;
use messaging_emulator::FaultPlan;
use serde_json::json;
use tokio::time::timeout;

use crate::workspace::{Answer, Workspace, always, read};

async fn post(workspace: &Workspace) -> Option<Answer> {
    let body = json!({ "channel": workspace.settings().channel, "text": "hi" });
    timeout(Duration::from_secs(30), workspace.send("chat.postMessage", body)).await.ok()
}

async fn posted(set: impl FnOnce(&mut FaultPlan)) -> (Workspace, Option<Answer>) {
    let workspace = Workspace::with(always(set), 7);
    let answer = post(&workspace).await;
    (workspace, answer)
}

/// 503 with a page, or 200 with `internal_error`.
fn is_broken(response: &Response<Bytes>) -> bool {
    match response.status().as_u16() {
        503 => response.headers()["content-type"] == "text/html",
        _ => read(response) == json!({ "ok": false, "error": "internal_error" }),
    }
}

#[tokio::test(start_paused = true)]
async fn refused_and_throttled_posts_do_nothing() {
    let (workspace, answer) = posted(|plan| plan.refuse = 1_000).await;
    let error = answer.unwrap().unwrap_err();
    assert_eq!(format!("{:?}", error.reached), "NotSent");
    assert!(workspace.screen().is_empty());

    let (workspace, answer) = posted(|plan| plan.throttle = 1_000).await;
    let response = answer.unwrap().unwrap();
    assert_eq!(response.status(), 429);
    assert_eq!(read(&response), json!({ "ok": false, "error": "ratelimited" }));
    let wait: u32 = response.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=5).contains(&wait));
    assert!(workspace.screen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn broken_posts_may_have_been_carried() {
    let (workspace, answer) = posted(|plan| plan.break_before = 1_000).await;
    assert!(is_broken(&answer.unwrap().unwrap()));
    assert!(workspace.screen().is_empty());

    let (workspace, _) = posted(|plan| plan.break_after = 1_000).await;
    let mut statuses = std::collections::BTreeSet::new();
    for _ in 0..19 {
        let response = post(&workspace).await.unwrap().unwrap();
        assert!(is_broken(&response));
        statuses.insert(response.status().as_u16());
    }
    assert_eq!(workspace.screen().len(), 20);
    assert_eq!(Vec::from_iter(statuses), [200, 503], "both ways of being unwell");
}

#[tokio::test(start_paused = true)]
async fn vanished_posts_get_no_answer() {
    let (workspace, answer) = posted(|plan| plan.vanish_before = 1_000).await;
    assert!(answer.is_none() && workspace.screen().is_empty());

    let (workspace, answer) = posted(|plan| plan.vanish_after = 1_000).await;
    assert!(answer.is_none());
    assert_eq!(workspace.screen(), ["hi"]);

    let workspace = Workspace::with(always(|plan| plan.late = 1_000), 7);
    let body = json!({ "channel": workspace.settings().channel, "text": "hi" });
    let hurried = timeout(Duration::from_millis(900), workspace.send("chat.postMessage", body)).await;
    assert!(hurried.is_err() && workspace.screen().is_empty());
    tokio::time::sleep(Duration::from_secs(20)).await;
    assert_eq!(workspace.screen(), ["hi"], "though the caller hung up long ago");
}

#[tokio::test(start_paused = true)]
async fn no_answer_is_a_closed_connection_in_the_end() {
    let workspace = Workspace::with(always(|plan| plan.vanish_before = 1_000), 7);
    let body = json!({ "channel": workspace.settings().channel, "text": "hi" });
    let error = workspace.send("chat.postMessage", body).await.unwrap_err();
    assert_eq!(format!("{:?}", error.reached), "MaybeSent");
}

#[tokio::test(start_paused = true)]
async fn a_swallowed_post_looks_fine_and_is_seen_by_nobody() {
    let (workspace, answer) = posted(|plan| plan.swallow = 1_000).await;
    let answer = read(&answer.unwrap().unwrap());
    assert_eq!((&answer["ok"], &answer["message"]["text"]), (&json!(true), &json!("hi")));
    workspace.settle().await;
    assert!(workspace.screen().is_empty() && workspace.told().is_empty());
    let body = json!({ "channel": workspace.settings().channel });
    assert_eq!(workspace.call("conversations.history", body).await["messages"], json!([]));
}

#[tokio::test(start_paused = true)]
async fn lookups_fail_and_posts_do_not() {
    let (workspace, answer) = posted(|plan| plan.blind = 1_000).await;
    assert_eq!(read(&answer.unwrap().unwrap())["ok"], true);
    for method in ["conversations.history", "conversations.replies"] {
        let body = json!({ "channel": workspace.settings().channel, "ts": "1503435956.000247" });
        assert!(is_broken(&workspace.send(method, body).await.unwrap()));
    }
    assert_eq!(workspace.call("auth.test", json!({})).await["ok"], true);
}

#[tokio::test(start_paused = true)]
async fn a_caller_who_hangs_up_undoes_nothing() {
    let workspace = Workspace::new();
    let body = json!({ "channel": workspace.settings().channel, "text": "hi" });
    assert!(timeout(Duration::from_millis(1), workspace.send("chat.postMessage", body)).await.is_err());
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(workspace.screen(), ["hi"]);
}

#[tokio::test(start_paused = true)]
async fn faults_end() {
    let plan = FaultPlan { refuse: 1_000, until: Duration::from_secs(1), ..FaultPlan::default() };
    let workspace = Workspace::with(plan, 7);
    assert!(post(&workspace).await.unwrap().is_err());
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(read(&post(&workspace).await.unwrap().unwrap())["ok"], true);
}
