use std::time::Duration;

use bytes::Bytes;
use http::Request;
use messaging_emulator::{FaultPlan, SlackSettings, slack::SlackLimits};
use serde_json::json;
use tokio::time::sleep;

use crate::workspace::Workspace;

async fn post(workspace: &Workspace, url: &str, kind: &str, body: &str) -> (u16, String) {
    let request = Request::post(url).header("content-type", kind).body(Bytes::from(body.to_owned()));
    let response = workspace.raw(request.unwrap()).await.unwrap();
    (response.status().as_u16(), String::from_utf8_lossy(response.body()).into_owned())
}

async fn hook(workspace: &Workspace, url: &str, body: &str) -> (u16, String) {
    sleep(Duration::from_secs(1)).await;
    post(workspace, url, "application/json", body).await
}

fn said(status: u16, word: &str) -> (u16, String) {
    (status, word.to_owned())
}

#[tokio::test(start_paused = true)]
async fn a_webhook_posts_into_its_channel() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let url = workspace.slack.add_webhook(&settings.channel).unwrap();
    let body = json!({ "text": "build &amp; test", "channel": "#random", "username": "ci" }).to_string();
    assert_eq!(hook(&workspace, &url, &body).await, said(200, "ok"));
    assert_eq!(workspace.screen(), ["build & test"]);
    assert_eq!(workspace.slack.truth().shown[0].place, settings.channel);
    assert_eq!(workspace.slack.warnings(), ["webhook: `channel` is ignored", "webhook: `username` is ignored"]);
    workspace.settle().await;
    let event = workspace.told()[0].body["event"].clone();
    assert_eq!((&event["subtype"], event.get("user")), (&json!("bot_message"), None));
    let thread = workspace.slack.truth().shown[0].id.clone();
    let reply = json!({ "text": "done", "thread_ts": thread }).to_string();
    assert_eq!(hook(&workspace, &url, &reply).await, said(200, "ok"));
    assert_eq!(workspace.slack.truth().shown[1].thread, Some(thread));
    sleep(Duration::from_secs(1)).await;
    let form = "payload=%7B%22text%22%3A%22old%22%7D";
    assert_eq!(post(&workspace, &url, "application/x-www-form-urlencoded", form).await, said(200, "ok"));
}

#[tokio::test(start_paused = true)]
async fn errors_are_words() {
    let workspace = Workspace::new();
    let url = workspace.slack.add_webhook(&workspace.settings().channel).unwrap();
    for (body, status, word) in [
        ("nonsense", 400, "invalid_payload"),
        ("[]", 400, "invalid_payload"),
        ("{}", 400, "no_text"),
        (r#"{"blocks":{}}"#, 400, "invalid_blocks_format"),
        (r#"{"blocks":[{}]}"#, 400, "invalid_blocks"),
        (r#"{"attachments":[{"color":"red"}]}"#, 400, "missing_text_or_fallback_or_attachments"),
    ] {
        assert_eq!(hook(&workspace, &url, body).await, said(status, word), "{body}");
    }
    let many = json!({ "attachments": vec![json!({ "text": "x" }); 101] }).to_string();
    assert_eq!(hook(&workspace, &url, &many).await, said(400, "too_many_attachments"));
    let fine = r#"{"text":"x"}"#;
    let team = &workspace.settings().team_id;
    for (path, status, word) in [
        ("/services/T0/B0/x".to_owned(), 404, "no_team"),
        (format!("/services/{team}/B0/x"), 404, "no_service"),
        (format!("/services/{team}/"), 404, "no_service_id"),
        (format!("{url}x"), 403, "invalid_token"),
    ] {
        let url = if path.starts_with('/') { format!("http://slack.test{path}") } else { path };
        assert_eq!(hook(&workspace, &url, fine).await, said(status, word));
    }
    for (word, status) in [
        ("action_prohibited", 403),
        ("team_disabled", 403),
        ("posting_to_general_channel_denied", 403),
        ("user_not_found", 400),
        ("channel_is_archived", 410),
        ("no_active_hooks", 404),
        ("rollup_error", 500),
    ] {
        workspace.slack.set_webhook_error(&url, Some(word));
        assert_eq!(hook(&workspace, &url, fine).await, said(status, word));
    }
    workspace.slack.set_webhook_error(&url, None);
    assert_eq!(hook(&workspace, &url, fine).await, said(200, "ok"));
    assert_eq!(workspace.screen(), ["x"]);
}

#[tokio::test(start_paused = true)]
async fn once_a_second() {
    let mut settings = SlackSettings::generated(7);
    settings.limits = SlackLimits::default();
    let workspace = Workspace::of(settings, FaultPlan::default(), 7);
    let url = workspace.slack.add_webhook(&workspace.settings().channel).unwrap();
    let body = r#"{"text":"x"}"#;
    assert_eq!(hook(&workspace, &url, body).await.0, 200);
    let request =
        Request::post(&url).header("content-type", "application/json").body(Bytes::from_static(body.as_bytes()));
    let response = workspace.raw(request.unwrap()).await.unwrap();
    assert_eq!((response.status().as_u16(), &response.headers()["retry-after"]), (429, &"1".parse().unwrap()));
    assert_eq!(hook(&workspace, &url, body).await.0, 200);
}
