//! Nonsense of every sort: nothing panics, and what is answered can be stored.

use fastrand::Rng;
use messaging_core::{
    Event, Place,
    capability::{Decision, Received},
};
use messaging_slack::Answer;
use serde_json::{Value, json};

use super::{FORM, envelope, fixture};
use crate::signed::{receive, request, slack};

const SEED: u64 = 0x51ac_0004;
const ROUNDS: usize = 4_000;

fn anything(rng: &mut Rng) -> Value {
    match rng.u8(0..9) {
        0 => Value::Null,
        1 => json!(rng.bool()),
        2 => json!(rng.i64(..)),
        3 => json!(1.5e300),
        4 => json!(""),
        5 => json!("\u{0}é,:%\u{202e}"),
        6 => json!([]),
        7 => json!({ "type": 7, "id": [], "text": {} }),
        _ => json!("9".repeat(rng.usize(0..400))),
    }
}

/// Changes one thing somewhere inside.
fn mutate(value: &mut Value, rng: &mut Rng) {
    if rng.u8(0..4) > 0 {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let name = fields.keys().nth(rng.usize(0..fields.len())).unwrap().clone();
                if rng.u8(0..8) == 0 {
                    fields.remove(&name);
                } else {
                    mutate(&mut fields[&name], rng);
                }
                return;
            }
            Value::Array(items) if !items.is_empty() => {
                let at = rng.usize(0..items.len());
                return mutate(&mut items[at], rng);
            }
            _ => {}
        }
    }
    *value = anything(rng);
}

fn check(events: &[Event]) {
    for event in events {
        let stored = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event);
        assert_eq!(event.conversation.to_string().parse::<Place>().unwrap(), event.conversation);
        assert!(!event.keys.is_empty() && event.raw.is_some());
        assert_eq!(event.said().is_some(), event.wants_turn());
    }
}

fn shapes() -> Vec<(Value, bool)> {
    let messages = ["bot_post", "bot_message", "message_changed", "message_deleted", "file_share", "thread_broadcast"];
    let mut shapes: Vec<_> = messages.map(|name| (envelope(&fixture(name)), false)).into();
    shapes.extend(fixture("inner_events").as_array().unwrap().iter().map(|inner| (envelope(inner), false)));
    shapes.push((fixture("message"), false));
    shapes.push((fixture("block_actions"), true));
    for name in ["view_submission", "block_suggestion", "shortcut", "message_action", "view_closed"] {
        let mut payload = fixture("block_actions");
        payload["type"] = json!(name);
        payload["view"] = json!({ "id": "V1", "callback_id": "c", "private_metadata": "{\"place\":\"dm:T111,D1\"}",
            "state": { "values": { "b": { "a": { "type": "plain_text_input", "value": "x" } } } } });
        shapes.push((payload, true));
    }
    shapes
}

#[test]
fn changed_shapes_never_panic_and_are_answered() {
    println!("seed {SEED:#x}");
    let (mut rng, slack, shapes) = (Rng::with_seed(SEED), slack(Answer::Everything), shapes());
    let mut told = 0;
    for _ in 0..ROUNDS {
        let (shape, is_form) = &shapes[rng.usize(0..shapes.len())];
        let mut body = shape.clone();
        for _ in 0..rng.usize(1..5) {
            mutate(&mut body, &mut rng);
        }
        let request = if *is_form {
            let form =
                form_urlencoded::Serializer::new(String::new()).append_pair("payload", &body.to_string()).finish();
            request(FORM, &form)
        } else {
            request("application/json", &body.to_string())
        };
        match receive(&slack, &request) {
            Ok(Received::Store { events, .. }) => {
                told += events.len();
                check(&events);
            }
            Ok(Received::Decide { events, reply, .. }) => {
                told += events.len();
                check(&events);
                reply(Decision::Reject { reason: String::new() });
            }
            Ok(Received::Ask(asked)) => _ = (asked.ruling)(Decision::Pass),
            Ok(_) => {}
            // No object, or one that holds no event: signed, and malformed.
            Err(error) => assert_eq!(error.kind(), messaging_core::ErrorKind::Invalid, "{body}"),
        }
    }
    assert!(told > ROUNDS / 4, "{told}");
}

#[test]
fn bytes_never_panic() {
    let (mut rng, slack) = (Rng::with_seed(SEED), slack(Answer::Everything));
    let seeds = [envelope(&fixture("file_share")).to_string(), "command=%2Fa&team_id=T1&payload=%7B%7D".to_owned()];
    for round in 0..ROUNDS {
        let mut bytes: Vec<_> = seeds[round % 2].clone().into_bytes();
        for _ in 0..rng.usize(1..8) {
            let at = rng.usize(0..bytes.len());
            match rng.u8(0..3) {
                0 => bytes[at] = rng.u8(..),
                1 => _ = bytes.drain(at..(at + rng.usize(0..20)).min(bytes.len())),
                _ => bytes.insert(at, rng.u8(..)),
            }
            if bytes.is_empty() {
                break;
            }
        }
        let content_type = if round % 2 == 0 { "application/json" } else { FORM };
        let _ = receive(&slack, &request(content_type, &String::from_utf8_lossy(&bytes)));
    }
}
