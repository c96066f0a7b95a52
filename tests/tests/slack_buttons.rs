//! A button that was pressed before a restart still means what it says, and is answered where it asks to be.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::{Request, Response};
use messaging_agent::{AgentError, Turn, from_fn};
use messaging_core::{Clock, Messenger, message::Action};
use messaging_gateway::Gateway;
use messaging_http::Transport;
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{SqliteOptions, SqliteStore};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::sync::Notify;

const SECRET: &str = "8f742231b10e8888abcd99yyyzzz85a5";
const URL: &str = "https://hooks.slack.com/actions/T111/1232321423432/D09sSasdasd";
const PRESSED: &str = r#"{"type":"block_actions","user":{"id":"U1","name":"ann","team_id":"T111"},"api_app_id":"A111","container":{"type":"message","message_ts":"1548261231.000200","channel_id":"C111","is_ephemeral":false},"trigger_id":"12321423423.333649436676.d8c1bb837935","team":{"id":"T111"},"channel":{"id":"C111"},"message":{"bot_id":"B1","type":"message","text":"pick","user":"U0BOT","ts":"1548261231.000200","thread_ts":"1548261000.000100"},"response_url":"https://hooks.slack.com/actions/T111/1232321423432/D09sSasdasd","actions":[{"action_id":"approve","block_id":"b1","text":{"type":"plain_text","text":"Approve"},"value":"req-1","type":"button","action_ts":"1548426417.840180"}]}"#;

/// What was sent, and what the agent was asked.
#[derive(Default)]
struct Seen {
    sent: Mutex<Vec<(String, Value)>>,
    turns: Mutex<Vec<Turn>>,
    answered: Notify,
}

fn gateway(file: &Path, seen: &Arc<Seen>) -> Gateway {
    let store = SqliteStore::open(file, SqliteOptions::default()).unwrap();
    let (wire, asked) = (Arc::clone(seen), Arc::clone(seen));
    let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let body = serde_json::from_slice(request.body()).unwrap_or(Value::Null);
        wire.sent.lock().unwrap().push((request.uri().to_string(), body));
        wire.answered.notify_one();
        async { Ok(Response::new(Bytes::from_static(b"ok"))) }
    }));
    let agent = from_fn(move |turn: Turn| {
        asked.turns.lock().unwrap().push(turn);
        async { Ok::<_, AgentError>(vec!["Approved.".into()]) }
    });
    let slack = Slack::new(SlackConfig::new("xoxb-1", SECRET), transport).unwrap();
    Gateway::builder(Arc::new(store), agent).account("slack", Messenger::new(slack)).build().unwrap()
}

/// The callback, signed now.
fn pressed() -> Request<Bytes> {
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("payload", PRESSED).finish();
    let now = Clock::system().now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("v0:{now}:{body}").as_bytes());
    let nibbles = mac.finalize().into_bytes().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let hex: String = nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect();
    Request::post("/webhooks/slack")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-slack-request-timestamp", now)
        .header("x-slack-signature", format!("v0={hex}"))
        .body(body.into())
        .unwrap()
}

#[tokio::test]
async fn a_button_pressed_before_a_restart_is_answered_at_its_response_url() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("buttons-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (file, seen) = (folder.join("messaging.db"), Arc::new(Seen::default()));
    let before = gateway(&file, &seen);
    for _ in 0..2 {
        let response = before.receive("slack", "", &pressed()).await;
        assert_eq!((response.status().as_u16(), response.body().len()), (200, 0));
    }
    drop(before);
    assert!(seen.turns.lock().unwrap().is_empty(), "nothing was answered before the restart");

    let after = gateway(&file, &seen);
    let answered = tokio::time::timeout(Duration::from_secs(30), async {
        let stop = async { seen.answered.notified().await };
        after.run(stop).await;
    });
    answered.await.expect("an answer");
    let turns = seen.turns.lock().unwrap().clone();
    assert_eq!(turns.len(), 1, "told twice, it is one event");
    let message = &turns[0].messages[0];
    assert_eq!(message.choice, Some(Action::new("Approve", "req-1")));
    assert_eq!(
        (message.author.id.as_str(), turns[0].conversation.to_string().as_str()),
        ("U1", "slack:thread:T111,C111,1548261000.000100")
    );
    let sent = seen.sent.lock().unwrap().clone();
    assert_eq!((sent.len(), sent[0].0.as_str()), (1, URL));
    assert_eq!(
        (&sent[0].1["response_type"], &sent[0].1["thread_ts"]),
        (&json!("in_channel"), &json!("1548261000.000100"))
    );
    drop(after);
    std::fs::remove_dir_all(&folder).unwrap();
}
