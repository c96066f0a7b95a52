use bytes::Bytes;
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt;
use messaging_emulator::{FaultPlan, SlackSettings, slack::WriteError};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::workspace::{Script, Workspace, always};

async fn ask(workspace: &Workspace, method: Method, path: &str, body: Value) -> (StatusCode, Value) {
    let body = if body.is_null() { Bytes::new() } else { body.to_string().into() };
    let request = Request::builder().method(method).uri(format!("/_emulator/{path}")).body(body).unwrap();
    let response = workspace.slack.service().oneshot(request).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&body).unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_person_writes_over_http() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (status, answer) = ask(&workspace, Method::POST, "people/messages", json!({ "text": "hi" })).await;
    assert_eq!(status, StatusCode::ACCEPTED);
    let thread = answer["id"].as_str().unwrap();
    let (bob, _) = &settings.users[1];
    let said = json!({ "user": bob, "channel": settings.channel, "text": "ho", "thread_ts": thread });
    let (status, _) = ask(&workspace, Method::POST, "people/messages", said).await;
    assert_eq!(status, StatusCode::ACCEPTED);
    let shown = workspace.slack.truth().shown;
    let seen: Vec<_> = shown.iter().map(|shown| (&*shown.author, &*shown.text, shown.thread.as_deref())).collect();
    assert_eq!(seen, [(&*settings.user_id, "hi", None), (&**bob, "ho", Some(thread))]);
    assert!(shown.iter().all(|shown| !shown.from_app && shown.place == settings.channel));
}

#[tokio::test(start_paused = true)]
async fn waiting_tells_what_the_app_answered() {
    let workspace = Workspace::new();
    let waited = |body: Value| ask(&workspace, Method::POST, "people/messages?wait=1", body);
    let (status, answer) = waited(json!({ "text": "hi" })).await;
    assert_eq!((status, &answer["delivery"]), (StatusCode::OK, &json!({ "status": 200, "ms": 0 })));
    workspace.script([Script::After(std::time::Duration::from_secs(9))]);
    let (_, answer) = waited(json!({ "text": "@bot hi" })).await;
    assert_eq!(answer["delivery"], json!({ "status": null, "ms": 3_000, "error": "http_timeout" }));

    let workspace = Workspace::of(SlackSettings::generated(1), FaultPlan::default(), 1);
    let (status, answer) = ask(&workspace, Method::POST, "people/messages?wait=1", json!({ "text": "hi" })).await;
    assert_eq!((status, &answer["delivery"]), (StatusCode::OK, &Value::Null), "nobody is subscribed");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_written_is_explained() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (ann, bob) = (&*settings.user_id, &*settings.users[1].0);
    let write = |user, channel, text, thread| workspace.slack.write(user, channel, text, thread);
    assert_eq!(write(ann, &settings.channel, " ", None), Err(WriteError::NoText));
    assert_eq!(write("U0", &settings.channel, "x", None), Err(WriteError::NoSuchUser));
    assert_eq!(write(&settings.bot_user_id, &settings.channel, "x", None), Err(WriteError::NoSuchUser));
    assert_eq!(write(ann, "C0", "x", None), Err(WriteError::NoSuchChannel));
    assert_eq!(write(bob, &settings.dm_channel, "x", None), Err(WriteError::NotInChannel));
    assert_eq!(write(ann, &settings.channel, "x", Some("1503435956.000247")), Err(WriteError::NoSuchThread));
    for body in [json!({}), json!({ "text": "x", "to": "y" }), json!({ "text": "x", "user": "U0" })] {
        let (status, answer) = ask(&workspace, Method::POST, "people/messages", body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        assert!(answer["error"].as_str().unwrap().len() > 10);
    }
    assert!(workspace.screen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn places_faults_and_warnings_are_served() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (_, places) = ask(&workspace, Method::GET, "places", Value::Null).await;
    assert_eq!((&places["channel"], &places["dm"]), (&json!(settings.channel), &json!(settings.dm_channel)));
    assert_eq!(places["users"][0], json!({ "id": settings.user_id, "name": "ann" }));
    assert_eq!(places["bot"]["id"], json!(settings.bot_user_id));
    assert!(!places.to_string().contains("xoxb"));
    let plan = always(|plan| plan.refuse = 1_000);
    let (status, _) = ask(&workspace, Method::PUT, "faults", json!(plan)).await;
    assert_eq!(status, StatusCode::OK);
    let body = json!({ "channel": settings.channel, "text": "x" });
    assert!(workspace.send("chat.postMessage", body).await.is_err());
    assert_eq!(ask(&workspace, Method::GET, "warnings", Value::Null).await.1, json!({ "warnings": [] }));
    assert_eq!(ask(&workspace, Method::GET, "nothing", Value::Null).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(start_paused = true)]
async fn the_service_serves_the_api_and_breaks_where_the_line_would() {
    let workspace = Workspace::new();
    let token = &workspace.settings().bot_token;
    let get = || Request::get(format!("/api/auth.test?token={token}")).body(Bytes::new()).unwrap();
    let response = workspace.slack.service().oneshot(get()).await.unwrap();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap()["ok"], true);

    let (channel, plan) = (workspace.settings().channel.clone(), always(|plan| plan.refuse = 1_000));
    ask(&workspace, Method::PUT, "faults", json!(plan)).await;
    let post = Request::get(format!("/api/chat.postMessage?token={token}&channel={channel}&text=x"));
    let response = workspace.slack.service().oneshot(post.body(Bytes::new()).unwrap()).await.unwrap();
    assert!(response.into_body().collect().await.is_err());
}
