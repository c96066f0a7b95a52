//! Incoming webhooks and `response_url`s: URLs that are their own keys.

use std::time::Duration;

use messaging_core::{
    Context, Error, ErrorKind, Messenger, Place, Reached, SendMessage,
    message::{Action, CheckHealth, Content, FetchMessage, Receipt},
};
use messaging_http::TransportError;
use messaging_slack::{Slack, SlackConfig, channel, dm, incoming_webhook, thread};
use serde_json::{Map, Value, json};

use crate::script::{Asked, Script};

const WEBHOOK: &str = "http://127.0.0.1:7403/services/T1/B1/canary";
const RESPONSE: &str = "http://hooks.slack.test/actions/T1/2/canary";

fn webhook(script: &Script) -> Messenger {
    Messenger::new(Slack::new(SlackConfig::webhook(WEBHOOK), script.transport()).unwrap())
}

/// The only request, which went out without a token.
fn posted(script: &Script) -> Asked {
    let mut asked = script.posted();
    assert_eq!(asked.len(), 1, "{asked:?}");
    asked.remove(0)
}

fn intended() -> Context {
    let mut context = Context::default();
    context.intent = Some("6f1d".into());
    context
}

#[tokio::test]
async fn a_webhook_gets_the_same_message_without_a_channel() {
    let script = Script::new().status(200, &[], "ok");
    let mut content = Content::text("**Down** <!channel>");
    content.actions.push(Action::new("Ack", "a1"));
    let message = SendMessage::new(incoming_webhook("alerts"), content);
    let receipt = webhook(&script).call_in(intended(), message).await.unwrap();
    assert_eq!(receipt, Receipt::of("6f1d"));
    let asked = posted(&script);
    assert_eq!(asked.url, WEBHOOK);
    let section = json!({ "type": "rich_text_section", "elements": [
        { "type": "text", "text": "Down", "style": { "bold": true } },
        { "type": "text", "text": " <\u{200B}!channel>" },
    ] });
    let button = json!({ "type": "button", "action_id": "messaging:button:0", "value": "a1",
        "text": { "type": "plain_text", "text": "Ack", "emoji": true } });
    assert_eq!(
        asked.json(),
        json!({ "text": "*Down* &lt;!channel&gt;", "blocks": [
            { "type": "rich_text", "elements": [section] },
            { "type": "actions", "block_id": "messaging:actions:0", "elements": [button] },
        ], "metadata": { "event_type": "messaging_intent", "event_payload": { "mid": "6f1d" } } })
    );
}

#[tokio::test]
async fn a_webhooks_errors_are_words() {
    use ErrorKind::{Invalid, NotFound, RateLimited, Unauthorized, Unavailable, Unexpected};
    for (status, body, kind, reached) in [
        (400, "invalid_payload", Invalid, Reached::Answered),
        (400, "user_not_found", Invalid, Reached::Answered),
        (400, "no_text", Invalid, Reached::Answered),
        (400, "invalid_blocks", Invalid, Reached::Answered),
        (403, "action_prohibited", Unauthorized, Reached::Answered),
        (403, "invalid_token", Unauthorized, Reached::Answered),
        (400, "invalid_token", Unauthorized, Reached::Answered),
        (404, "channel_not_found", NotFound, Reached::Answered),
        (404, "no_service", NotFound, Reached::Answered),
        (410, "channel_is_archived", NotFound, Reached::Answered),
        (400, "a_word_of_tomorrow", Invalid, Reached::Answered),
        (404, "<html>", NotFound, Reached::Answered),
        (429, "", RateLimited, Reached::Answered),
        (500, "rollup_error", Unavailable, Reached::MaybeSent),
        (503, "<html>", Unavailable, Reached::MaybeSent),
        (200, "", Unexpected, Reached::MaybeSent),
        (200, "<html>", Unexpected, Reached::MaybeSent),
    ] {
        let script = Script::new().status(status, &[("retry-after", "2")], body);
        let error = webhook(&script).send(SendMessage::new(incoming_webhook("a"), "hi")).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (kind, reached), "{status} {body}: {error}");
        let is_word = !body.is_empty() && !body.starts_with('<');
        assert_eq!(error.vendor().map(|vendor| vendor.code.as_str()), is_word.then_some(body));
        if status == 429 {
            assert_eq!(error.retry_after(), Some(Duration::from_secs(2)));
        }
        hides(&error);
    }
    let script = Script::new().fails(TransportError::maybe_sent("reset"));
    let error = webhook(&script).send(SendMessage::new(incoming_webhook("a"), "hi")).await.unwrap_err();
    assert_eq!(error.reached(), Reached::MaybeSent);
    hides(&error);
}

fn hides(error: &Error) {
    assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
}

#[tokio::test]
async fn what_a_webhook_cannot_do_is_refused_with_the_reason() {
    let script = Script::new();
    let messenger = webhook(&script);
    let to = || incoming_webhook("alerts");
    let mut named = Content::text("x");
    named.native = Some(json!({ "username": "Ann" }));
    for (message, kind, word) in [
        (SendMessage::new(to(), "x").in_thread("1.000000"), ErrorKind::Unsupported, "thread"),
        (SendMessage::new(to(), named), ErrorKind::Invalid, "username"),
        (SendMessage::new(channel("T1", "C1"), "x"), ErrorKind::Config, "SLACK_BOT_TOKEN"),
    ] {
        let error = messenger.send(message).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (kind, Reached::NotSent), "{error}");
        assert!(error.to_string().contains(word), "{error}");
    }
    let fetch = FetchMessage { conversation: to(), id: "1.000000".into() };
    let error = messenger.call(fetch).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    let error = Script::new().messenger().send(SendMessage::new(to(), "x")).await.unwrap_err();
    assert!(error.to_string().contains("SLACK_WEBHOOK_URL"), "{error}");
    assert!(script.posted().is_empty());
    assert!(messenger.provider().webhooks().is_none());
    let health = messenger.call(CheckHealth::default()).await.unwrap();
    assert!(format!("{health:?}").contains("incoming webhook"), "{health:?}");
    assert!(!format!("{messenger:?}").contains("canary"));
}

fn answer(text: &str, more: &Value) -> SendMessage {
    let mut attributes = Map::new();
    attributes.insert("response_url".to_owned(), json!(RESPONSE));
    attributes.extend(more.as_object().unwrap().clone());
    SendMessage::new(channel("T1", "C1"), text).with_attributes(attributes)
}

fn answer_in(to: Place) -> SendMessage {
    let mut answer = answer("hi", &json!({}));
    answer.to = to;
    answer
}

#[tokio::test]
async fn an_answer_goes_where_its_click_came_from() {
    for (message, expected) in [
        (answer("hi", &json!({})), json!({ "text": "hi", "response_type": "ephemeral" })),
        (
            answer("hi", &json!({ "response_type": "in_channel" })),
            json!({ "text": "hi", "response_type": "in_channel" }),
        ),
        (
            answer("hi", &json!({ "replace_original": true })),
            json!({ "text": "hi", "response_type": "ephemeral", "replace_original": true }),
        ),
        (
            answer_in(thread("T1", "C1", "1.000000")),
            json!({ "text": "hi", "response_type": "ephemeral", "thread_ts": "1.000000", "replace_original": false }),
        ),
    ] {
        for yes in ["ok", r#"{"ok":true}"#, ""] {
            let script = Script::new().status(200, &[], yes);
            let receipt = script.messenger().call_in(intended(), message.clone()).await.unwrap();
            assert_eq!(receipt, Receipt::of("6f1d"));
            let asked = posted(&script);
            assert_eq!((asked.url.as_str(), asked.json()), (RESPONSE, expected.clone()));
        }
    }
}

#[tokio::test]
async fn a_spent_url_is_followed_by_the_web_api() {
    let ok = json!({ "ok": true, "ts": "1.000000", "message_ts": "1.000000" });
    let ours = json!({ "event_type": "messaging_intent", "event_payload": { "mid": "6f1d" } });
    let in_dm = answer_in(dm("T1", "D1"));
    for (message, method, expected) in [
        (
            answer("hi", &json!({ "user": "U1" })),
            "chat.postEphemeral",
            json!({ "channel": "C1", "text": "hi", "user": "U1" }),
        ),
        (
            answer("hi", &json!({ "user": "U1", "response_type": "in_channel" })),
            "chat.postMessage",
            json!({ "channel": "C1", "text": "hi", "metadata": ours }),
        ),
        (in_dm, "chat.postMessage", json!({ "channel": "D1", "text": "hi", "metadata": ours })),
    ] {
        for (status, spent) in
            [(404, "used_url"), (404, "expired_url"), (200, r#"{"ok":false,"error":"used_url"}"#), (410, "")]
        {
            let script = Script::new().status(status, &[], spent).ok(&ok);
            let receipt = script.messenger().call_in(intended(), message.clone()).await.unwrap();
            assert_eq!(receipt, Receipt::of("1.000000"));
            let asked = script.all();
            assert_eq!(asked[1].url, format!("http://slack.test/api/{method}"));
            assert_eq!(asked[1].json(), expected);
        }
    }
}

#[tokio::test]
async fn what_only_the_url_could_do_is_an_error() {
    for (more, word) in [(json!({}), "`user`"), (json!({ "replace_original": true, "user": "U1" }), "edit the message")]
    {
        let script = Script::new().status(404, &[], "used_url");
        let error = script.messenger().send(answer("hi", &more)).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::NotFound, Reached::Answered));
        assert!(error.to_string().contains(word), "{error}");
        hides(&error);
    }
    for (status, kind, reached) in
        [(500, ErrorKind::Unavailable, Reached::MaybeSent), (429, ErrorKind::RateLimited, Reached::Answered)]
    {
        let error =
            Script::new().status(status, &[], "x").messenger().send(answer("hi", &json!({}))).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (kind, reached));
        hides(&error);
    }
}

#[tokio::test]
async fn a_url_elsewhere_is_told_nothing() {
    for url in [
        "http://evil.test/canary",
        "https://hooks.slack.com/canary",
        "http://slack.test@evil.test/canary",
        "http://169.254.169.254/canary",
        "canary",
    ] {
        let script = Script::new();
        let error = script.messenger().send(answer("hi", &json!({ "response_url": url }))).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent), "{url}");
        hides(&error);
        assert!(script.all().is_empty());
    }
    let debugged = format!("{:?}", answer("hi", &json!({})));
    assert!(!debugged.contains("canary") && debugged.contains("response_url"), "{debugged}");
}
