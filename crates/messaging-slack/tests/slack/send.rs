use messaging_core::{
    Context, ErrorKind, Reached, SendMessage,
    message::{Content, Media},
};
use messaging_slack::{channel, dm, thread};
use serde_json::{Value, json};

use crate::script::{Asked, Script};

fn posted(text: &str) -> Value {
    // As a granular bot is answered, warnings included.
    json!({ "ok": true, "channel": "C111", "ts": "1503435956.000247",
        "message": { "user": "U0BOT", "type": "message", "ts": "1503435956.000247", "bot_id": "B0BOT", "app_id": "A111",
            "text": text, "team": "T111", "bot_profile": { "id": "B0BOT", "app_id": "A111" } },
        "response_metadata": { "warnings": ["missing_charset"] }, "warning": "missing_charset" })
}

async fn post(message: SendMessage, context: Context) -> Asked {
    let script = Script::new().ok(&posted("hi"));
    let receipt = script.messenger().call_in(context, message).await.unwrap();
    assert_eq!(receipt.id().unwrap().as_str(), "1503435956.000247");
    let asked = script.request();
    assert_eq!(asked.url, "http://slack.test/api/chat.postMessage");
    asked
}

#[tokio::test]
async fn a_channel_gets_text_and_nothing_else() {
    let asked = post(SendMessage::new(channel("T111", "C111"), "**Hi** <!channel> & all"), Context::default()).await;
    assert_eq!(asked.json(), json!({ "channel": "C111", "text": "*Hi* &lt;!channel&gt; &amp; all" }));
}

#[tokio::test]
async fn threads_come_from_the_place_or_the_message() {
    let root = "1503435900.000100";
    for message in [
        SendMessage::new(thread("T111", "C111", root), "hi"),
        SendMessage::new(channel("T111", "C111"), "hi").in_thread(root),
        SendMessage::new(thread("T111", "C111", root), "hi").in_thread("1503435901.000000"),
    ] {
        let body = post(message, Context::default()).await.json();
        assert_eq!(body, json!({ "channel": "C111", "text": "hi", "thread_ts": root }));
    }
    let body = post(SendMessage::new(dm("T111", "D111"), "hi"), Context::default()).await.json();
    assert_eq!(body, json!({ "channel": "D111", "text": "hi" }));
}

#[tokio::test]
async fn the_intent_travels_as_metadata() {
    let mut context = Context::default();
    context.intent = Some("6f1d".into());
    let body = post(SendMessage::new(dm("T111", "D111"), "hi"), context).await.json();
    let metadata = json!({ "event_type": "messaging_intent", "event_payload": { "mid": "6f1d" } });
    assert_eq!(body, json!({ "channel": "D111", "text": "hi", "metadata": metadata }));
}

#[tokio::test]
async fn blocks_pass_untouched() {
    let blocks = json!([{ "type": "section", "text": { "type": "mrkdwn", "text": "<@U1>" } }]);
    let mut content = Content::text("fallback");
    content.native = Some(json!({ "blocks": blocks }));
    let body = post(SendMessage::new(dm("T111", "D111"), content), Context::default()).await.json();
    assert_eq!(body, json!({ "channel": "D111", "text": "fallback", "blocks": blocks }));
    let mut content = Content::text(" ");
    content.native = Some(json!({ "blocks": blocks }));
    let body = post(SendMessage::new(dm("T111", "D111"), content), Context::default()).await.json();
    assert_eq!(body, json!({ "channel": "D111", "blocks": blocks }));
}

#[tokio::test]
async fn what_cannot_be_carried_is_refused_before_anything_is_sent() {
    let mut wrong = Vec::new();
    for native in [json!([]), json!({}), json!({ "blocks": [], "username": "me" }), json!("blocks")] {
        let mut content = Content::text("x");
        content.native = Some(native);
        wrong.push((SendMessage::new(dm("T111", "D111"), content), ErrorKind::Invalid));
    }
    let mut content = Content::text("x");
    content.media.push(Media::at("https://x.test/a.png"));
    wrong.push((SendMessage::new(dm("T111", "D111"), content), ErrorKind::Unsupported));
    wrong.push((SendMessage::new("workspace:T111".parse().unwrap(), "x"), ErrorKind::Invalid));
    wrong.push((SendMessage::new(dm("T111", "D111"), "x".repeat(4_001)), ErrorKind::Invalid));
    for (message, kind) in wrong {
        let script = Script::new();
        let error = script.messenger().send(message).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (kind, Reached::NotSent), "{error}");
        assert!(script.requests().is_empty());
    }
}

#[tokio::test]
async fn the_longest_text_is_not_cut() {
    let body = post(SendMessage::new(dm("T111", "D111"), "&".repeat(4_000)), Context::default()).await.json();
    assert_eq!(body["text"].as_str().unwrap().len(), 20_000);
}
