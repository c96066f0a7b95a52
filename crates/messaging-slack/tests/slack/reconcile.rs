use messaging_core::{
    ErrorKind, Place, SendMessage, UnixMillis,
    message::{CheckHealth, FindSend, Found, Receipt},
};
use messaging_slack::{channel, incoming_webhook, thread};
use serde_json::{Value, json};

use crate::script::{Script, fields};

const ROOT: &str = "1610261659.001400";

fn find(to: Place) -> FindSend {
    let not_before = UnixMillis(1_610_262_000_123);
    FindSend { intent: "6f1d".into(), message: SendMessage::new(to, "hi"), not_before, known: Vec::new() }
}

fn ours(ts: &str, mid: &str) -> Value {
    json!({ "type": "message", "bot_id": "B0BOT", "user": "U0BOT", "text": "hi", "ts": ts,
        "metadata": { "event_type": "messaging_intent", "event_payload": { "mid": mid } } })
}

fn page(messages: &[Value], next: &str) -> Value {
    json!({ "ok": true, "messages": messages, "has_more": !next.is_empty(), "response_metadata": { "next_cursor": next } })
}

#[tokio::test]
async fn a_channel_is_read_from_before_the_send() {
    let person = json!({ "type": "message", "user": "U1", "text": "hi", "ts": "1610262009.000000" });
    let script = Script::new()
        .ok(&page(&[person, ours("1610262005.000000", "other")], "bmV4dA=="))
        .ok(&page(&[ours("1610262001.000100", "6f1d")], "never asked for"));
    let found = script.messenger().call(find(channel("T1", "C1"))).await.unwrap();
    assert_eq!(found, Found::Happened(Receipt::of("1610262001.000100")));
    let asked = script.requests();
    assert_eq!(asked[0].url, "http://slack.test/api/conversations.history");
    let expected = [
        ("channel", "C1"),
        ("oldest", "1610261700.123000"),
        ("inclusive", "true"),
        ("limit", "200"),
        ("include_all_metadata", "true"),
    ];
    assert_eq!(asked[0].form(), fields(&expected));
    assert_eq!(asked[1].form(), fields(&[&expected[..], &[("cursor", "bmV4dA==")]].concat()));
}

#[tokio::test]
async fn a_thread_is_read_by_its_replies() {
    let mut in_thread = find(channel("T1", "C1"));
    in_thread.message.thread = Some(ROOT.into());
    for request in [find(thread("T1", "C1", ROOT)), in_thread] {
        let script = Script::new().ok(&page(&[ours("1610262001.000100", "other")], ""));
        assert_eq!(script.messenger().call(request).await.unwrap(), Found::DidNot);
        let asked = script.request();
        assert_eq!(asked.url, "http://slack.test/api/conversations.replies");
        assert_eq!(asked.field("ts").unwrap(), ROOT);
    }
}

#[tokio::test]
async fn the_same_words_prove_nothing() {
    let mut settled = find(channel("T1", "C1"));
    settled.known = vec!["1610262001.000100".into()];
    let script = Script::new().ok(&page(&[ours("1610262001.000100", "6f1d")], ""));
    assert_eq!(script.messenger().call(settled).await.unwrap(), Found::DidNot);
}

#[tokio::test]
async fn our_id_counts_beside_a_callers_own_metadata() {
    let mut own_type = ours("1610262001.000100", "6f1d");
    own_type["metadata"]["event_type"] = json!("task_created");
    own_type["metadata"]["event_payload"]["task"] = json!(7);
    let script = Script::new().ok(&page(&[own_type], ""));
    let found = script.messenger().call(find(channel("T1", "C1"))).await.unwrap();
    assert_eq!(found, Found::Happened(Receipt::of("1610262001.000100")));
}

#[tokio::test]
async fn what_leaves_no_record_cannot_be_told_and_is_not_looked_for() {
    let mut requests = vec![find(incoming_webhook("alerts"))];
    for name in ["response_url", "ephemeral_to"] {
        let mut request = find(channel("T1", "C1"));
        request.message.attributes.insert(name.to_owned(), json!("x"));
        requests.push(request);
    }
    for request in requests {
        let script = Script::new();
        assert_eq!(script.messenger().call(request).await.unwrap(), Found::CannotTell);
        assert!(script.requests().is_empty());
    }
}

#[tokio::test]
async fn another_bots_copy_of_our_metadata_proves_nothing() {
    let mut copy = ours("1610262001.000100", "6f1d");
    copy["bot_id"] = json!("B999");
    let script = Script::new()
        .ok(&json!({ "ok": true, "team": "Acme", "user": "helper", "user_id": "U0BOT", "bot_id": "B0BOT" }))
        .ok(&page(&[copy], ""));
    let messenger = script.messenger();
    messenger.call(CheckHealth::default()).await.unwrap();
    assert_eq!(messenger.call(find(channel("T1", "C1"))).await.unwrap(), Found::DidNot);
}

#[tokio::test]
async fn what_was_not_read_to_its_end_cannot_tell() {
    let endless = (0..10).fold(Script::new(), |script, _| script.ok(&page(&[], "again")));
    assert_eq!(endless.messenger().call(find(channel("T1", "C1"))).await.unwrap(), Found::CannotTell);
    assert_eq!(endless.requests().len(), 10);

    let limited = Script::new().status(429, &[("retry-after", "60")], r#"{"ok":false,"error":"ratelimited"}"#);
    assert_eq!(limited.messenger().call(find(channel("T1", "C1"))).await.unwrap(), Found::CannotTell);

    let no_cursor = Script::new().ok(&json!({ "ok": true, "messages": [], "has_more": true }));
    assert_eq!(no_cursor.messenger().call(find(channel("T1", "C1"))).await.unwrap(), Found::CannotTell);
}

#[tokio::test]
async fn a_failed_look_is_an_error_and_no_verdict() {
    for (answer, kind) in [
        (json!({ "ok": false, "error": "missing_scope", "needed": "channels:history" }), ErrorKind::Unauthorized),
        (json!({ "ok": false, "error": "thread_not_found" }), ErrorKind::NotFound),
        (json!({ "ok": true }), ErrorKind::Unexpected),
    ] {
        let error = Script::new().ok(&answer).messenger().call(find(thread("T1", "C1", ROOT))).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{answer}");
    }
}
