//! Edits, deletes, reactions and typing, on the wire.

use messaging_core::{
    ErrorKind, Reached,
    message::{AddReaction, Content, DeleteMessage, EditMessage, RemoveReaction, SetTyping},
};
use messaging_slack::{channel, thread};
use serde_json::{Value, json};

use crate::script::Script;

const TS: &str = "1503435956.000247";

fn no(code: &str) -> Value {
    json!({ "ok": false, "error": code })
}

fn edit(content: Content) -> EditMessage {
    EditMessage { conversation: channel("T1", "C1"), id: TS.into(), content }
}

#[tokio::test]
async fn an_edit_replaces_the_text() {
    let script = Script::new().ok(&json!({ "ok": true, "channel": "C1", "ts": TS, "text": "*new*" }));
    let receipt = script.messenger().edit(edit("**new** <!channel>".into())).await.unwrap();
    assert_eq!(receipt.id().unwrap().as_str(), TS);
    let asked = script.request();
    assert_eq!(asked.url, "http://slack.test/api/chat.update");
    let told = asked.json();
    assert_eq!((told["channel"].as_str(), told["ts"].as_str()), (Some("C1"), Some(TS)));
    let text = told["text"].as_str().unwrap();
    assert!(text.starts_with("*new*") && !text.contains("<!channel>"), "{text}");
}

#[tokio::test]
async fn a_long_edit_is_shown_as_blocks() {
    let script = Script::new().ok(&json!({ "ok": true, "ts": TS }));
    let text = "A sentence of words. ".repeat(500);
    script.messenger().edit(edit(text.into())).await.unwrap();
    let told = script.request().json();
    assert_eq!(told["blocks"].to_string().matches("A sentence of words.").count(), 500, "all of it is shown");
    assert!(told["text"].as_str().unwrap().chars().count() <= 4_000, "notifications show its beginning");
}

#[tokio::test]
async fn an_edit_that_one_message_does_not_hold_continues_in_further_ones() {
    let text = "A sentence of words. ".repeat(900);
    let posted = |ts: &str| json!({ "ok": true, "channel": "C1", "ts": ts });
    let script = Script::new().ok(&posted(TS)).ok(&posted("2.0")).ok(&posted("3.0"));
    let receipt = script.messenger().edit(edit(text.clone().into())).await.unwrap();
    assert_eq!(receipt.parts, [TS, "2.0", "3.0"].map(Into::into));
    let asked = script.requests();
    let methods: Vec<_> = asked.iter().map(|asked| asked.url.rsplit('/').next().unwrap()).collect();
    assert_eq!(methods, ["chat.update", "chat.postMessage", "chat.postMessage"]);
    let said = |told: Value| told.get("blocks").unwrap_or(&told["text"]).to_string().matches("of words.").count();
    assert_eq!(asked.iter().map(|asked| said(asked.json())).sum::<usize>(), 900, "all of it is shown");

    // Nobody is to repeat it: the message is changed already.
    let script = Script::new().ok(&posted(TS)).ok(&no("is_archived"));
    let error = script.messenger().edit(edit(text.into())).await.unwrap_err();
    assert_eq!((error.is_transient(), error.reached()), (false, Reached::MaybeSent));
    assert!(error.to_string().contains("shows the beginning"), "{error}");
}

#[tokio::test]
async fn what_no_edit_can_say_is_refused_unsent() {
    for content in [Content::default(), Content::text("x".repeat(4_000_000))] {
        let script = Script::new();
        let error = script.messenger().edit(edit(content)).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent));
        assert!(script.requests().is_empty());
    }
    let script = Script::new().ok(&no("streaming_state_conflict"));
    let error = script.messenger().edit(edit("x".into())).await.unwrap_err();
    assert!(error.to_string().contains("stop the stream"), "{error}");
}

#[tokio::test]
async fn a_message_is_deleted() {
    let script = Script::new().ok(&json!({ "ok": true, "channel": "C1", "ts": TS })).ok(&no("message_not_found"));
    let messenger = script.messenger();
    let delete = DeleteMessage { conversation: thread("T1", "C1", "1.0"), id: TS.into() };
    messenger.call(delete.clone()).await.unwrap();
    assert_eq!(messenger.call(delete).await.unwrap_err().kind(), ErrorKind::NotFound);
    let asked = &script.requests()[0];
    assert_eq!(
        (asked.url.as_str(), asked.json()),
        ("http://slack.test/api/chat.delete", json!({ "channel": "C1", "ts": TS }))
    );
}

#[tokio::test]
async fn reactions_may_be_repeated() {
    let ok = json!({ "ok": true });
    let script =
        Script::new().ok(&ok).ok(&no("already_reacted")).ok(&ok).ok(&no("no_reaction")).ok(&no("too_many_emoji"));
    let messenger = script.messenger();
    let place = channel("T1", "C1");
    for name in ["eyes", ":eyes:"] {
        messenger.call(AddReaction::new(place.clone(), TS, name)).await.unwrap();
    }
    for _ in 0..2 {
        messenger.call(RemoveReaction::new(place.clone(), TS, "eyes")).await.unwrap();
    }
    let error = messenger.call(AddReaction::new(place, TS, "eyes")).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::Answered));
    let expected = crate::script::fields(&[("channel", "C1"), ("timestamp", TS), ("name", "eyes")]);
    for asked in script.requests() {
        assert_eq!(asked.form(), expected);
    }
}

#[tokio::test]
async fn typing_is_a_status_in_a_thread() {
    let ok = json!({ "ok": true });
    let script = Script::new().ok(&ok).ok(&ok).ok(&ok);
    let messenger = script.messenger();
    let place = thread("T1", "D1", "1.0");
    messenger.call(SetTyping::shown(place.clone())).await.unwrap();
    messenger.call(SetTyping::shown(place.clone()).saying("is looking…")).await.unwrap();
    messenger.call(SetTyping::over(place)).await.unwrap();
    let told: Vec<_> = script.requests().iter().map(|asked| asked.json()["status"].clone()).collect();
    assert_eq!(told, [json!("is thinking…"), json!("is looking…"), json!("")]);
    let script = Script::new();
    let error = script.messenger().call(SetTyping::shown(channel("T1", "C1"))).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent));
}
