use std::time::Duration;

use messaging_core::{
    Context, ErrorKind, Messenger, UnixMillis,
    message::{
        AppendStream, Author, DiscardStream, FindStream, FinishStream, Found, Message, Progress, StartStream, Step,
        StepState,
    },
};
use messaging_slack::{channel, thread};
use serde_json::{Value, json};

use crate::script::Script;

const TS: &str = "1503435956.000247";

fn begun() -> Value {
    json!({ "ok": true, "channel": "C1", "ts": TS })
}

fn refused(code: &str) -> Value {
    json!({ "ok": false, "error": code })
}

fn place() -> messaging_core::Place {
    thread("T1", "C1", "1.000001")
}

fn asked() -> Message {
    Message::new("1.000001", Author::new("U1"), "hi")
}

async fn finish(script: &Script, text: &str, shown: Option<usize>) -> messaging_core::Result<()> {
    let mut context = Context::default();
    context.intent = Some("i1".into());
    let request = FinishStream::new(place(), TS.into(), text).showing(shown);
    let receipt = script.messenger().call_in(context, request).await?;
    assert_eq!(receipt.id().unwrap().as_str(), TS);
    Ok(())
}

/// The methods that were called, in order, and their arguments.
fn calls(script: &Script) -> Vec<(String, Value)> {
    let name = |url: &str| url.rsplit_once('/').unwrap().1.to_owned();
    script.requests().iter().map(|asked| (name(&asked.url), asked.json())).collect()
}

#[tokio::test]
async fn a_stream_begins_for_whoever_asked() {
    let script = Script::new().ok(&begun());
    let step = Progress::Step(Step::new("1", "Look").in_state(StepState::Complete));
    let request = StartStream::new(place(), "Hello").with_progress(vec![step]).answering(asked());
    let receipt = script.messenger().call(request).await.unwrap();
    assert_eq!(receipt.id().unwrap().as_str(), TS);
    let expected = json!({
        "channel": "C1", "thread_ts": "1.000001", "recipient_user_id": "U1", "recipient_team_id": "T1",
        "chunks": [
            { "type": "task_update", "id": "1", "title": "Look", "status": "complete" },
            { "type": "markdown_text", "text": "Hello" },
        ],
    });
    assert_eq!(calls(&script), [("chat.startStream".to_owned(), expected)]);
}

#[tokio::test]
async fn a_person_of_another_workspace_is_named_with_it() {
    let script = Script::new().ok(&begun());
    let mut guest = asked();
    guest.attributes.insert("user_team".into(), "T2".into());
    script.messenger().call(StartStream::new(place(), "Hello").answering(guest)).await.unwrap();
    assert_eq!(calls(&script)[0].1["recipient_team_id"], "T2");
}

#[tokio::test]
async fn a_direct_message_needs_nobody_named() {
    let script = Script::new().ok(&begun());
    script.messenger().call(StartStream::new(thread("T1", "D1", "1.000001"), "Hello")).await.unwrap();
    assert!(calls(&script)[0].1.get("recipient_user_id").is_none());
}

#[tokio::test]
async fn streams_are_for_threads() {
    let script = Script::new();
    let messenger: Messenger = script.messenger();
    let streaming = messenger.provider().streaming().unwrap();
    let limits = streaming.streams_at(&place()).unwrap();
    assert_eq!((limits.max_text, limits.lifetime), (10_000, Duration::from_secs(240)));
    assert!(streaming.streams_at(&channel("T1", "C1")).is_none());
    for request in [StartStream::new(channel("T1", "C1"), "x").answering(asked()), StartStream::new(place(), "x")] {
        let error = messenger.call(request).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::Invalid) && !error.may_have_been_sent());
    }
    assert_eq!(script.requests(), []);
}

#[tokio::test]
async fn a_piece_is_appended_in_chunks() {
    let script = Script::new().ok(&begun());
    script.messenger().call(AppendStream::new(place(), TS.into(), " world")).await.unwrap();
    let chunks = json!([{ "type": "markdown_text", "text": " world" }]);
    assert_eq!(calls(&script)[0].1, json!({ "channel": "C1", "ts": TS, "chunks": chunks }));
}

#[tokio::test]
async fn nothing_to_append_is_nothing_to_do() {
    let script = Script::new();
    script.messenger().call(AppendStream::new(place(), TS.into(), "")).await.unwrap();
}

#[tokio::test]
async fn a_person_who_stops_it_is_told_apart_from_a_failure() {
    let script = Script::new().ok(&refused("stopped_by_user"));
    let error = script.messenger().call(AppendStream::new(place(), TS.into(), "x")).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_been_sent()), (ErrorKind::Stopped, false));
}

#[tokio::test]
async fn what_is_missing_comes_with_the_stop_and_so_does_our_id() {
    let script = Script::new().ok(&begun());
    finish(&script, "Hello world", Some(5)).await.unwrap();
    let metadata = json!({ "event_type": "messaging_intent", "event_payload": { "mid": "i1" } });
    let chunks = json!([{ "type": "markdown_text", "text": " world" }]);
    let expected = json!({ "channel": "C1", "ts": TS, "chunks": chunks, "metadata": metadata });
    assert_eq!(calls(&script), [("chat.stopStream".to_owned(), expected)]);
}

/// Nobody knows what is there: our id must not come with the stop, whose echo would prove the text.
#[tokio::test]
async fn what_is_uncertain_is_replaced_as_a_whole() {
    for answer in [begun(), refused("message_not_in_streaming_state"), refused("stopped_by_user")] {
        let script = Script::new().ok(&answer).ok(&begun());
        finish(&script, &"x".repeat(9_000), None).await.unwrap();
        let calls = calls(&script);
        assert_eq!(calls[0], ("chat.stopStream".to_owned(), json!({ "channel": "C1", "ts": TS })));
        let (method, body) = &calls[1];
        assert_eq!((method.as_str(), &body["metadata"]["event_payload"]["mid"]), ("chat.update", &json!("i1")));
        assert_eq!(body["markdown_text"].as_str().unwrap().len(), 9_000, "longer than `text` may be");
        assert!(body.get("text").is_none());
    }
}

#[tokio::test]
async fn a_stream_that_was_closed_is_put_right() {
    let script = Script::new().ok(&refused("message_not_in_streaming_state")).ok(&begun());
    finish(&script, "Hello world", Some(5)).await.unwrap();
    assert_eq!(calls(&script)[1].1["markdown_text"], "Hello world");
}

#[tokio::test]
async fn a_last_piece_that_does_not_fit_is_put_right() {
    let script = Script::new().ok(&refused("msg_too_long")).ok(&begun()).ok(&begun());
    finish(&script, "Hello world", Some(5)).await.unwrap();
    let methods: Vec<_> = calls(&script).into_iter().map(|(method, _)| method).collect();
    assert_eq!(methods, ["chat.stopStream", "chat.stopStream", "chat.update"]);
}

#[tokio::test]
async fn a_stop_that_failed_changes_nothing_yet() {
    for (status, body) in [(500, "oops"), (429, r#"{"ok":false,"error":"ratelimited"}"#)] {
        let script = Script::new().status(status, &[("retry-after", "7")], body);
        let error = finish(&script, "Hello world", None).await.unwrap_err();
        assert!(error.is_transient(), "{error}");
    }
}

#[tokio::test]
async fn what_goes_is_stopped_and_deleted_and_may_be_gone() {
    for (stop, delete) in
        [(begun(), begun()), (refused("message_not_in_streaming_state"), refused("message_not_found"))]
    {
        let script = Script::new().ok(&stop).ok(&delete);
        script.messenger().call(DiscardStream { conversation: place(), id: TS.into() }).await.unwrap();
        assert_eq!(calls(&script)[1], ("chat.delete".to_owned(), json!({ "channel": "C1", "ts": TS })));
    }
    let script = Script::new().ok(&refused("message_not_found"));
    script.messenger().call(DiscardStream { conversation: place(), id: TS.into() }).await.unwrap();
}

#[tokio::test]
async fn a_beginning_is_found_by_what_it_shows() {
    let ours = |ts: &str, text: &str| json!({ "ts": ts, "bot_id": "B1", "text": text });
    let mut finished = ours("5.0", "Hello &amp; so on");
    finished["metadata"] = json!({ "event_type": "messaging_intent", "event_payload": { "mid": "other" } });
    let person = json!({ "ts": "6.0", "user": "U1", "text": "Hello & so on" });
    let long = ours("7.0", "Hello &amp; so on and on");
    let find = |messages: Value| async move {
        let script = Script::new().ok(&json!({ "ok": true, "messages": messages }));
        let (intent, text) = ("i1".into(), "Hello & **so** on ".to_owned());
        let (known, not_before) = (vec!["9.0".into()], UnixMillis(0));
        script.messenger().call(FindStream { conversation: place(), text, intent, not_before, known }).await.unwrap()
    };
    let nothing = json!([finished, person, long, ours("9.0", "Hello &amp; so on")]);
    assert_eq!(find(nothing).await, Found::DidNot);
    let there = json!([person, ours("8.0", "Hello &amp; *so* on")]);
    assert_eq!(find(there).await, Found::Happened(messaging_core::message::Receipt::of("8.0")));
}
