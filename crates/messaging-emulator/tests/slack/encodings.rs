use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use crate::workspace::{Workspace, read};

async fn post(workspace: &Workspace, kind: Option<&str>, body: impl Into<Bytes>) -> Value {
    let mut request = Request::post("http://slack.test/api/chat.postMessage")
        .header("authorization", format!("Bearer {}", workspace.settings().bot_token));
    if let Some(kind) = kind {
        request = request.header("content-type", kind);
    }
    read(&workspace.raw(request.body(body.into()).unwrap()).await.unwrap())
}

fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

#[tokio::test(start_paused = true)]
async fn json_forms_and_queries_say_the_same() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let metadata = json!({ "event_type": "intent", "event_payload": { "id": "1" } });
    let body = json!({ "channel": channel, "text": "a", "metadata": metadata, "unfurl_links": false });
    let answer = post(&workspace, Some("application/json; charset=utf-8"), body.to_string()).await;
    assert_eq!((&answer["ok"], answer.get("warning")), (&json!(true), None), "{answer}");

    let fields = [("channel", &*channel), ("text", "b"), ("metadata", &metadata.to_string()), ("unfurl_links", "0")];
    let answer = post(&workspace, Some("application/x-www-form-urlencoded"), form(&fields)).await;
    assert_eq!((&answer["ok"], answer.get("warning")), (&json!(true), None), "{answer}");
    assert_eq!(answer["message"]["metadata"], metadata);

    let query = form(&[("channel", &channel), ("text", "c"), ("token", &workspace.settings().bot_token)]);
    let request = Request::get(format!("http://slack.test/api/chat.postMessage?{query}")).body(Bytes::new());
    assert_eq!(read(&workspace.raw(request.unwrap()).await.unwrap())["ok"], true);
    assert_eq!(workspace.screen(), ["a", "b", "c"]);
    assert!(workspace.slack.warnings().is_empty());
}

#[tokio::test(start_paused = true)]
async fn charsets_are_warned_about_in_bad_answers_too() {
    let workspace = Workspace::new();
    let answer = post(&workspace, Some("application/json"), "").await;
    assert_eq!(answer["warning"], "missing_charset");
    assert_eq!(
        answer["response_metadata"],
        json!({ "messages": ["[ERROR] missing required field: channel"], "warnings": ["missing_charset"] })
    );
    let answer = post(&workspace, Some("application/x-www-form-urlencoded; charset=UTF-8"), "").await;
    assert_eq!(answer["warning"], "superfluous_charset");
    assert_eq!(answer["error"], "invalid_arguments");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_is_refused() {
    let workspace = Workspace::new();
    let json = Some("application/json; charset=utf-8");
    let channel = &workspace.settings().channel;
    for (kind, body, expected) in [
        (json, "{", "invalid_json"),
        (json, "[]", "json_not_object"),
        (json, "\u{0}", "invalid_json"),
        (Some("application/json; charset=koi8-r"), "{}", "invalid_charset"),
        (Some("text/plain"), "x", "invalid_post_type"),
        (Some("multipart/form-data; boundary=x"), "--x", "invalid_form_data"),
        (Some("multipart/form-data; boundary=x"), "--x--", "invalid_arguments"),
        (None, "x", "missing_post_type"),
        (None, "", "invalid_arguments"),
        (Some("application/x-www-form-urlencoded"), "a[0]=1", "invalid_array_arg"),
        (Some("application/x-www-form-urlencoded"), "a-b=1", "invalid_arg_name"),
        (json, &json!({ "channel": 1, "text": "x" }).to_string(), "invalid_arguments"),
        (json, &json!({ "channel": channel, "text": "x", "mrkdwn": "maybe" }).to_string(), "invalid_arguments"),
    ] {
        let answer = post(&workspace, kind, body.to_owned()).await;
        assert_eq!((&answer["ok"], answer["error"].as_str()), (&json!(false), Some(expected)), "{body}");
    }
    assert!(workspace.screen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn undocumented_arguments_are_taken_and_remembered() {
    let workspace = Workspace::new();
    let body = json!({ "channel": workspace.settings().channel, "text": "a", "client_msg_id": "1", "team_id": "T1" });
    assert_eq!(workspace.call("chat.postMessage", body).await["ok"], true);
    assert_eq!(workspace.call("auth.test", json!({ "foo": 1 })).await["ok"], true);
    assert_eq!(workspace.call("api.test", json!({ "foo": 1 })).await, json!({ "ok": true, "args": { "foo": 1 } }));
    let warnings = workspace.slack.warnings();
    assert_eq!(
        warnings,
        [
            "chat.postMessage: unproven argument `client_msg_id`",
            "chat.postMessage: undocumented argument `team_id`",
            "auth.test: undocumented argument `foo`",
        ]
    );
}
