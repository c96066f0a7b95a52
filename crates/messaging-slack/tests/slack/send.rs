use messaging_core::{
    Context, ErrorKind, Messenger, Reached, SendMessage,
    message::{Action, Content},
};
use messaging_slack::{Slack, SlackConfig, channel, dm, thread};
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
async fn an_id_that_no_page_documents_is_sent_only_where_the_account_says_so() {
    let ids = |config: SlackConfig, intent: Option<&'static str>| async move {
        let script = Script::new().ok(&posted("hi")).ok(&posted("hi"));
        let messenger = Messenger::new(Slack::new(config, script.transport()).unwrap());
        let mut context = Context::default();
        context.intent = intent.map(Into::into);
        for _ in 0..2 {
            messenger.call_in(context.clone(), SendMessage::new(dm("T111", "D111"), "hi")).await.unwrap();
        }
        script.requests().iter().map(|asked| asked.json()["client_msg_id"].clone()).collect::<Vec<_>>()
    };
    let config = || SlackConfig::new("xoxb-canary", "s").with_base_url("http://slack.test");
    assert_eq!(ids(config(), Some("6f1d")).await, [Value::Null, Value::Null]);
    assert_eq!(ids(config().with_client_msg_id(), None).await, [Value::Null, Value::Null]);
    let [first, second] = ids(config().with_client_msg_id(), Some("6f1d")).await.try_into().unwrap();
    assert!(first.as_str().is_some_and(|id| id.len() == 36) && first == second, "{first} {second}");
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
    for native in [
        json!([]),
        json!({}),
        json!({ "blocks": {} }),
        json!({ "blocks": [], "channel": "C2" }),
        json!({ "thread_ts": "1.000000" }),
        json!({ "blocks": vec![json!({ "type": "divider" }); 51] }),
        json!({ "markdown_text": "x", "blocks": [] }),
        json!({ "metadata": "x" }),
        json!("blocks"),
    ] {
        let mut content = Content::text("x");
        content.native = Some(native);
        wrong.push((SendMessage::new(dm("T111", "D111"), content), ErrorKind::Invalid));
    }
    let mut content = Content::text("x");
    content.actions.push(Action::new("x".repeat(76), "x"));
    wrong.push((SendMessage::new(dm("T111", "D111"), content), ErrorKind::Unsupported));
    let mut content = Content::text("x");
    content.actions.push(Action::new("Go", "x".repeat(2_001)));
    wrong.push((SendMessage::new(dm("T111", "D111"), content), ErrorKind::Invalid));
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
async fn what_escaping_makes_too_long_is_shown_by_blocks() {
    let body = post(SendMessage::new(dm("T111", "D111"), "&".repeat(4_000)), Context::default()).await.json();
    let shown = &body["blocks"][0]["elements"][0]["elements"][0]["text"];
    assert_eq!(shown.as_str().unwrap(), "&".repeat(4_000));
    let fallback = body["text"].as_str().unwrap();
    assert!(fallback.len() <= 4_003 && fallback.ends_with("&amp;…"), "{fallback}");
}

#[tokio::test]
async fn a_callers_metadata_is_kept_and_found() {
    let mut context = Context::default();
    context.intent = Some("6f1d".into());
    let own = json!({ "event_type": "task_created", "event_payload": { "id": 7 } });
    let mut attributes = serde_json::Map::new();
    attributes.insert("metadata".to_owned(), own);
    attributes.insert("unfurl_links".to_owned(), json!(false));
    attributes.insert("mine".to_owned(), json!("stays here"));
    let message = SendMessage::new(dm("T111", "D111"), "hi").with_attributes(attributes);
    let both = json!({ "event_type": "task_created", "event_payload": { "id": 7, "mid": "6f1d" } });
    let expected = json!({ "channel": "D111", "text": "hi", "unfurl_links": false, "metadata": both });
    assert_eq!(post(message, context).await.json(), expected);
}

#[tokio::test]
async fn every_option_of_a_post_is_reachable() {
    let native = json!({ "unfurl_links": false, "unfurl_media": false, "reply_broadcast": true, "username": "Ann",
        "icon_emoji": ":robot_face:", "icon_url": "https://x.test/i.png", "parse": "none", "link_names": false,
        "mrkdwn": true, "attachments": [{ "text": "old" }] });
    let mut content = Content::text("hi");
    content.native = Some(native.clone());
    let body = post(SendMessage::new(dm("T111", "D111"), content), Context::default()).await.json();
    let mut expected = native;
    expected["channel"] = json!("D111");
    expected["text"] = json!("hi");
    assert_eq!(body, expected);

    let mut content = Content::text("a fallback that Slack does not take here");
    content.native = Some(json!({ "markdown_text": "# <@U1>" }));
    let body = post(SendMessage::new(dm("T111", "D111"), content), Context::default()).await.json();
    assert_eq!(body, json!({ "channel": "D111", "markdown_text": "# <@U1>" }));
}

#[tokio::test]
async fn one_person_sees_what_is_for_one() {
    let mut attributes = serde_json::Map::new();
    attributes.insert("ephemeral_to".to_owned(), json!("U1"));
    let script = Script::new().ok(&json!({ "ok": true, "message_ts": "1503435956.000247" }));
    let message = SendMessage::new(channel("T111", "C111"), "psst").with_attributes(attributes);
    let mut context = Context::default();
    context.intent = Some("6f1d".into());
    let receipt = script.messenger().call_in(context, message).await.unwrap();
    assert_eq!(receipt.id().unwrap().as_str(), "1503435956.000247");
    let asked = script.request();
    assert_eq!(asked.url, "http://slack.test/api/chat.postEphemeral");
    assert_eq!(asked.json(), json!({ "channel": "C111", "text": "psst", "user": "U1" }));
}
