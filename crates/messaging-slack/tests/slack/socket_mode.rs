//! Socket Mode: opening, every frame that Slack documents, and the acknowledgement.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response, Uri};
use messaging_core::{
    Context, ErrorKind, EventKind, Provider,
    capability::{Delivery, Frame, Goodbye, Heard, Received, Reply},
    message::CheckHealth,
};
use messaging_http::{
    Transport,
    duplex::{Dialer, Duplex},
};
use messaging_slack::{Slack, SlackConfig};
use serde_json::{Value, json};

/// A Slack that answers `apps.connections.open` so, and what it was asked.
fn slack(answer: &Value) -> (Slack, Arc<Mutex<Vec<String>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (heard, dialled) = (Arc::clone(&asked), Arc::clone(&asked));
    let body = Bytes::from(answer.to_string());
    let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let token = request.headers()["authorization"].to_str().unwrap();
        heard.lock().unwrap().push(format!("{} {token}", request.uri().path()));
        std::future::ready(Ok(Response::new(body.clone())))
    }));
    let dialer = Dialer::new(tower::service_fn(move |url: Uri| {
        dialled.lock().unwrap().push(url.to_string());
        let (here, there) = Duplex::pair(4);
        async move {
            there.send(Frame::Text("hi".into())).await.unwrap();
            Ok(here)
        }
    }));
    (Slack::new(SlackConfig::socket_mode("xoxb-1", "xapp-canary"), transport).unwrap().with_dialer(dialer), asked)
}

fn any() -> Slack {
    slack(&json!({})).0
}

fn heard(frame: &Value) -> Heard {
    any().socket().unwrap().hear(&frame.to_string()).unwrap()
}

fn delivered(frame: &Value) -> Delivery {
    match heard(frame) {
        Heard::Delivery(delivery) => delivery,
        other => panic!("{other:?}"),
    }
}

fn event(delivery: Delivery) -> messaging_core::Event {
    match delivery.received {
        Received::Store { mut events, .. } | Received::Decide { mut events, .. } => events.remove(0),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_connection_is_asked_for_with_the_app_token_and_its_address_is_used() {
    let (slack, asked) = slack(&json!({ "ok": true, "url": "wss://wss.slack.test/link/?ticket=t&app_id=A1" }));
    assert!(slack.webhooks().is_none(), "without a signing secret no webhook can be believed");
    let mut line = slack.socket().unwrap().connect().await.unwrap();
    assert_eq!(line.receive().await, Some(Frame::Text("hi".into())));
    let asked = asked.lock().unwrap().join("\n");
    assert_eq!(asked, "/api/apps.connections.open Bearer xapp-canary\nwss://wss.slack.test/link/?ticket=t&app_id=A1");
}

#[tokio::test]
async fn checks_take_no_address_after_the_first_one() {
    let (slack, asked) = slack(&json!({ "ok": true, "url": "wss://wss.slack.test/link/", "user_id": "U0BOT" }));
    for _ in 0..3 {
        slack.health().unwrap().check(&Context::default(), CheckHealth::default()).await.unwrap();
    }
    let asked = asked.lock().unwrap();
    let of = |method: &str| asked.iter().filter(|asked| asked.contains(method)).count();
    assert_eq!((of("auth.test"), of("apps.connections.open")), (3, 1));
}

#[tokio::test]
async fn a_refusal_names_the_app_token_and_what_to_do() {
    for (code, kind, words) in [
        ("invalid_auth", ErrorKind::Unauthorized, "check `app_token`"),
        ("not_allowed_token_type", ErrorKind::Unauthorized, "must be an app-level token"),
        ("missing_scope", ErrorKind::Unauthorized, "connections:write"),
        ("account_inactive", ErrorKind::Unauthorized, "SLACK_APP_TOKEN"),
        ("a_new_one", ErrorKind::Invalid, "Socket Mode is switched on"),
        ("internal_error", ErrorKind::Unavailable, "internal_error"),
    ] {
        let (slack, _) = slack(&json!({ "ok": false, "error": code }));
        let error = slack.socket().unwrap().connect().await.err().unwrap();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(words) && !error.to_string().contains("canary"), "{error}");
    }
    for answer in [json!({ "ok": true }), json!({ "ok": true, "url": "https://x.test/?ticket=canary" })] {
        let error = slack(&answer).0.socket().unwrap().connect().await.err().unwrap();
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[test]
fn frames_without_a_delivery_are_told_apart() {
    let hello = json!({
        "type": "hello", "num_connections": 1, "connection_info": { "app_id": "A111" },
        "debug_info": { "host": "applink-1", "build_number": 10, "approximate_connection_time": 18060 }
    });
    assert!(matches!(heard(&hello), Heard::Hello));
    for (reason, expected) in [
        ("warning", Goodbye::Renew),
        ("refresh_requested", Goodbye::Renew),
        ("link_disabled", Goodbye::Disabled),
        ("too_many_websockets", Goodbye::TooMany),
        ("a_new_one", Goodbye::Renew),
    ] {
        let frame = json!({ "type": "disconnect", "reason": reason, "debug_info": { "host": "applink-1" } });
        assert!(matches!(heard(&frame), Heard::Goodbye(goodbye, told) if goodbye == expected && told == reason));
    }
    assert!(matches!(heard(&json!({ "type": "news" })), Heard::Other(name) if name == "news"));
    for text in ["", "[]", "nonsense", r#"{"type":"events_api","envelope_id":"e"}"#] {
        assert_eq!(any().socket().unwrap().hear(text).unwrap_err().kind(), ErrorKind::Invalid, "{text}");
    }
}

#[test]
fn an_event_is_the_one_that_a_webhook_brings() {
    let payload = json!({
        "type": "event_callback", "team_id": "T111", "api_app_id": "A111", "event_id": "Ev0PV52K25",
        "event": { "type": "message", "user": "W111", "text": "Hi", "ts": "1610261659.001400", "channel": "C111",
            "event_ts": "1610261659.001400", "channel_type": "channel" }
    });
    let config = SlackConfig::new("xoxb-1", "8f742231");
    let transport = || Transport::new(tower::service_fn(|_| std::future::ready(Ok(Response::new(Bytes::new())))));
    assert!(Slack::new(config, transport()).unwrap().socket().is_none(), "nobody asked for Socket Mode");
    let mut frame = json!({
        "envelope_id": "e1", "type": "events_api", "payload": payload, "accepts_response_payload": false,
        "retry_attempt": 2, "retry_reason": "timeout"
    });
    let delivery = delivered(&frame);
    assert_eq!((delivery.id.as_str(), delivery.attempt), ("e1", 2));
    let told = event(delivery);
    assert_eq!(
        told.keys.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["T111:Ev0PV52K25", "T111:C111:1610261659.001400"]
    );
    assert!(matches!(&told.kind, EventKind::MessageAdded(message) if message.content.text == "Hi"), "{told:?}");
    // A kind of envelope that is not known yet is read like an event.
    frame["type"] = "something_new".into();
    assert_eq!(event(delivered(&frame)).keys, told.keys);
}

#[test]
fn forms_come_as_objects_and_are_the_same_each_time() {
    let click = json!({
        "envelope_id": "e2", "type": "interactive", "accepts_response_payload": true,
        "payload": { "type": "shortcut", "callback_id": "c", "trigger_id": "1.2.x", "team": { "id": "T111" },
            "user": { "id": "U1" }, "action_ts": "1" }
    });
    let command = json!({
        "envelope_id": "e3", "type": "slash_commands", "accepts_response_payload": true,
        "payload": { "command": "/weather", "text": "94070 & more", "team_id": "T111", "channel_id": "C111",
            "user_id": "U1", "user_name": "ann", "response_url": "https://hooks.slack.com/commands/x" }
    });
    for frame in [click, command] {
        let twice = [(); 2].map(|()| event(delivered(&frame)));
        assert_eq!(twice[0].keys, twice[1].keys);
        assert!(twice[0].keys[0].to_string().starts_with("T111:"), "{:?}", twice[0]);
    }
}

#[test]
fn an_acknowledgement_names_its_envelope() {
    let frame = json!({ "envelope_id": "e\"1", "type": "events_api", "payload": { "type": "news", "team_id": "T1" } });
    let delivery = delivered(&frame);
    let Received::Store { reply, .. } = delivery.received else { panic!("{:?}", delivery.received) };
    assert_eq!(reply(&[]), Reply::empty());
    let text = delivery.acknowledgement.text(&Response::new(Bytes::new()));
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), json!({ "envelope_id": "e\"1" }));
}
