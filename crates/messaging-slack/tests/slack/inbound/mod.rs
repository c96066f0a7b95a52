//! What comes in, from the shapes that Slack publishes.

mod bots;
mod commands;
mod forms;
mod happened;
mod noise;
mod pressed;
mod shapes;
mod strict;

use std::path::Path;

use messaging_core::{
    Event, Provider,
    capability::{Decision, Question, Received, Reply},
};
use messaging_slack::{Answer, Slack};
use serde_json::{Value, json};

use crate::signed::{events, receive, request, slack};

const FORM: &str = "application/x-www-form-urlencoded";

fn fixture(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/slack/fixtures/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// An event in its envelope, as the app `A111` with the bot `U0BOT` hears it in `T111`.
fn envelope(inner: &Value) -> Value {
    let mut envelope = fixture("message");
    envelope["event"] = inner.clone();
    envelope
}

/// What is told of an inner event, all of which is stored, read back and kept as it came.
fn all(slack: &Slack, inner: &Value) -> Vec<Event> {
    let body = envelope(inner).to_string();
    let told = events(slack, &request("application/json", &body));
    for event in &told {
        let stored = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event);
        assert_eq!(event.raw.as_deref(), Some(body.as_str()));
    }
    told
}

fn told(inner: &Value) -> Option<Event> {
    let mut told = all(&slack(Answer::Everything), inner);
    assert!(told.len() <= 1, "{told:?}");
    told.pop()
}

fn form(payload: &Value) -> Received {
    let payload = payload.to_string();
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("payload", &payload).finish();
    receive(&slack(Answer::Addressed), &request(FORM, &body)).unwrap()
}

/// The one event of an interaction that is answered with an empty 200.
fn interaction(payload: &Value) -> Event {
    let Received::Store { mut events, reply } = form(payload) else { panic!("{payload}") };
    assert_eq!((reply(&[]), events.len()), (Reply::empty(), 1));
    events.pop().unwrap()
}

/// The one event of what Slack waits for an answer to, the question, and the answer to a decision.
fn decided(received: Received, decision: Decision) -> (Event, Question, Value) {
    let Received::Decide { mut events, question, deadline, reply } = received else { panic!("{received:?}") };
    assert!(deadline.as_secs() < 3 && events.len() == 1);
    let reply = reply(decision);
    let said = if reply.body.is_empty() { Value::Null } else { serde_json::from_slice(&reply.body).unwrap() };
    assert_eq!(reply.content_type.is_none(), said.is_null());
    (events.pop().unwrap(), question, said)
}

fn answer(answer: &Value) -> Decision {
    Decision::Answer { answer: answer.as_object().unwrap().clone() }
}

#[test]
fn the_provider_takes_webhooks() {
    assert!(slack(Answer::Addressed).webhooks().is_some());
    assert_eq!(json!(fixture("block_actions")["type"]), "block_actions");
}
