use std::time::Duration;

use messaging_core::{Error, ErrorKind, Reached, SendMessage};
use messaging_http::TransportError;
use messaging_slack::channel;
use serde_json::{Value, json};

use crate::script::Script;

async fn refused(script: Script) -> Error {
    let error = script.messenger().send(SendMessage::new(channel("T111", "C111"), "hi")).await.unwrap_err();
    assert_eq!(script.requests().len(), 1);
    assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    assert!(error.to_string().starts_with("slack: send: "), "{error}");
    error
}

fn no(code: &str) -> Value {
    json!({ "ok": false, "error": code })
}

#[tokio::test]
async fn a_200_may_be_a_no() {
    for (code, kind, reached) in [
        ("ratelimited", ErrorKind::RateLimited, Reached::Answered),
        ("internal_error", ErrorKind::Unavailable, Reached::MaybeSent),
        ("fatal_error", ErrorKind::Unavailable, Reached::MaybeSent),
        ("request_timeout", ErrorKind::Unavailable, Reached::MaybeSent),
        ("service_unavailable", ErrorKind::Unavailable, Reached::MaybeSent),
        ("invalid_auth", ErrorKind::Unauthorized, Reached::Answered),
        ("not_in_channel", ErrorKind::Unauthorized, Reached::Answered),
        ("channel_not_found", ErrorKind::NotFound, Reached::Answered),
        ("no_text", ErrorKind::Invalid, Reached::Answered),
        ("never seen: é", ErrorKind::Invalid, Reached::Answered),
    ] {
        let error = refused(Script::new().ok(&no(code))).await;
        assert_eq!((error.kind(), error.reached()), (kind, reached), "{code}");
        let vendor = error.vendor().unwrap();
        assert_eq!(vendor.code, code);
        assert_eq!(vendor.docs.as_deref(), Some("https://docs.slack.dev/reference/methods/chat.postMessage"));
        assert!(error.to_string().contains(code), "{error}");
    }
}

#[tokio::test]
async fn a_429_says_when_to_come_back() {
    for body in [no("ratelimited").to_string(), no("anything").to_string(), "<html>".to_owned(), String::new()] {
        let error = refused(Script::new().status(429, &[("retry-after", "30")], &body)).await;
        assert_eq!((error.kind(), error.reached()), (ErrorKind::RateLimited, Reached::Answered), "{body}");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    }
    let error = refused(Script::new().status(429, &[], &no("ratelimited").to_string())).await;
    assert_eq!(error.retry_after(), None);
}

#[tokio::test]
async fn a_5xx_may_have_posted_whatever_it_says() {
    let (no, yes) = (r#"{"ok":false,"error":"channel_not_found"}"#, r#"{"ok":true,"ts":"1.0"}"#);
    for (status, body) in [(500, "<html>"), (502, ""), (503, no), (504, yes)] {
        let error = refused(Script::new().status(status, &[("retry-after", "3")], body)).await;
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unavailable, Reached::MaybeSent), "{status}");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
    }
}

#[tokio::test]
async fn an_unreadable_2xx_may_have_posted() {
    let bodies =
        ["", "<html>ok</html>", "[]", "{}", r#"{"ok":true}"#, r#"{"ok":"true","ts":"1.0"}"#, r#"{"ok":false}"#];
    for body in bodies {
        let error = refused(Script::new().status(200, &[], body)).await;
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unexpected, Reached::MaybeSent), "{body}");
    }
}

#[tokio::test]
async fn other_statuses_are_verdicts() {
    for (status, kind) in [(400, ErrorKind::Invalid), (403, ErrorKind::Unauthorized), (404, ErrorKind::NotFound)] {
        let error = refused(Script::new().status(status, &[], "<html>")).await;
        assert_eq!((error.kind(), error.reached()), (kind, Reached::Answered), "{status}");
    }
    let error = refused(Script::new().status(400, &[], &no("channel_not_found").to_string())).await;
    assert_eq!((error.kind(), error.reached()), (ErrorKind::NotFound, Reached::Answered));
    let error = refused(Script::new().status(302, &[("location", "http://169.254.169.254/")], "")).await;
    assert_eq!(error.reached(), Reached::Answered);
}

#[tokio::test]
async fn a_missing_answer_keeps_its_reach() {
    let error = refused(Script::new().fails(TransportError::not_sent("refused"))).await;
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unavailable, Reached::NotSent));
    let error = refused(Script::new().fails(TransportError::maybe_sent("reset").timed_out())).await;
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Timeout, Reached::MaybeSent));
}

#[tokio::test]
async fn the_next_step_is_named() {
    let scopes = json!({ "ok": false, "error": "missing_scope", "needed": "chat:write", "provided": "im:history" });
    let error = refused(Script::new().ok(&scopes)).await;
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert!(error.to_string().contains("`chat:write`") && error.to_string().contains("`im:history`"), "{error}");
    let error = refused(Script::new().ok(&no("token_revoked"))).await.to_string();
    assert!(error.contains("Invalid credentials") && error.contains("SLACK_BOT_TOKEN"), "{error}");
    let error = refused(Script::new().ok(&no("not_in_channel"))).await.to_string();
    assert!(error.contains("/invite"), "{error}");
}
