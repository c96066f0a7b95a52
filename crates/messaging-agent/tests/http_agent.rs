//! The HTTP agent against scripted services.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_agent::{Agent, AgentError, HttpAgent, Line, Role, Turn, Usage};
use messaging_core::{
    UnixMillis,
    message::{Action, Author, Content, ConversationState, Message},
};
use messaging_http::{Transport, TransportError};

type Seen = Arc<Mutex<Vec<Request<Bytes>>>>;

fn turn() -> Turn {
    let mut message = Message::new("SM1", Author::new("+15550100777"), "hi");
    message.sent_at = Some(UnixMillis(1_795_176_000_000));
    let mut turn = Turn::new("run-1", "support:direct:+15550100001,+15550100777".parse().unwrap(), vec![message]);
    (turn.platform, turn.channel) = ("twilio".into(), "sms".into());
    turn.history = vec![Line { role: Role::Assistant, name: None, text: "hello".into(), at: UnixMillis(0) }];
    turn
}

async fn ask(status: u16, headers: &[(&str, &str)], body: &'static str) -> (Result<Vec<Content>, AgentError>, Seen) {
    ask_about(turn(), status, headers, body).await
}

async fn ask_about(
    turn: Turn,
    status: u16,
    headers: &[(&str, &str)],
    body: &'static str,
) -> (Result<Vec<Content>, AgentError>, Seen) {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(Bytes::from_static(body.as_bytes())).unwrap();
    let seen = Seen::default();
    let kept = Arc::clone(&seen);
    let transport = Transport::new(tower::service_fn(move |request| {
        kept.lock().unwrap().push(request);
        let response = response.clone();
        async move { Ok::<_, TransportError>(response) }
    }));
    let agent = HttpAgent::new("http://agent.test/agent".parse().unwrap(), transport);
    (agent.reply(turn).await, seen)
}

#[tokio::test]
async fn the_question_is_the_documented_one() {
    let (answer, seen) =
        ask(200, &[], r#"{"messages":[{"text":"a"},{"text":" "},{"text":"b","media":[],"actions":[]}]}"#).await;
    assert_eq!(answer.unwrap(), [Content::text("a"), Content::text("b")]);
    let request = seen.lock().unwrap().pop().unwrap();
    assert_eq!((request.method().as_str(), request.headers()["idempotency-key"].to_str().unwrap()), ("POST", "run-1"));
    let question: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
    let expected = serde_json::json!({
        "v": 1, "run_id": "run-1", "attempt": 0, "deadline_ms": 120_000,
        "conversation": {
            "ref": "support:direct:+15550100001,+15550100777", "account": "support", "platform": "twilio",
            "channel": "sms", "state": "active", "name": null, "attributes": {}
        },
        "messages": [{
            "id": "SM1", "user": { "id": "+15550100777", "name": null }, "text": "hi", "media": [], "metadata": {},
            "at": "2026-11-20T12:00:00Z"
        }],
        "history": [{ "role": "assistant", "text": "hello", "at": "1970-01-01T00:00:00Z" }]
    });
    assert_eq!(question, expected);
}

#[test]
fn a_choice_a_name_and_a_state_are_told() {
    let mut turn = turn();
    turn.state = ConversationState::Inactive;
    turn.messages[0].choice = Some(Action::new("Tea", "tea"));
    turn.messages[0].author.name = Some("Ann".into());
    turn.history[0].name = Some("Bot".into());
    let seen = Seen::default();
    let kept = Arc::clone(&seen);
    let transport = Transport::new(tower::service_fn(move |request| {
        kept.lock().unwrap().push(request);
        std::future::ready(Err(TransportError::not_sent("enough")))
    }));
    let agent = HttpAgent::new("http://agent.test/agent".parse().unwrap(), transport);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    assert!(runtime.block_on(agent.reply(turn)).is_err());
    let question: serde_json::Value = serde_json::from_slice(seen.lock().unwrap()[0].body()).unwrap();
    assert_eq!(question["conversation"]["state"], "inactive");
    assert_eq!(question["messages"][0]["choice"], serde_json::json!({ "label": "Tea", "value": "tea" }));
    assert_eq!(
        (&question["messages"][0]["user"]["name"], &question["history"][0]["name"]),
        (&"Ann".into(), &"Bot".into())
    );
}

#[tokio::test]
async fn every_status_has_its_meaning() {
    assert_eq!(ask(204, &[], "").await.0, Ok(Vec::new()));
    for status in [429, 503] {
        let (answer, _) = ask(status, &[("retry-after", "7")], "").await;
        assert!(matches!(answer, Err(AgentError::Retry { after: Some(wait), .. }) if wait.as_secs() == 7), "{status}");
    }
    assert!(matches!(ask(500, &[], "").await.0, Err(AgentError::Retry { after: None, .. })));
    let (refused, _) = ask(422, &[], "no such customer").await;
    assert!(
        matches!(&refused, Err(AgentError::Refused { reason }) if reason.contains("no such customer")),
        "{refused:?}"
    );
    for (headers, body) in [(&[][..], "hello"), (&[][..], "{}")] {
        assert!(matches!(ask(200, headers, body).await.0, Err(AgentError::Refused { .. })), "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_dead_or_slow_service_is_asked_again() {
    let silent =
        Transport::new(tower::service_fn(|_| std::future::pending::<Result<Response<Bytes>, TransportError>>()));
    let dead = Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("connection refused")) }));
    for (transport, word) in [(silent, "did not answer"), (dead, "connection refused")] {
        let agent = HttpAgent::new("http://agent.test/agent".parse().unwrap(), transport);
        let mut turn = turn();
        turn.deadline = Duration::from_secs(3);
        let answer = agent.reply(turn).await;
        assert!(matches!(&answer, Err(AgentError::Retry { reason, .. }) if reason.contains(word)), "{answer:?}");
    }
}

#[test]
fn debug_shows_no_secret_of_the_url() {
    let transport = Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("no")) }));
    let agent = HttpAgent::new("http://me:canary@agent.test/agent?key=canary".parse().unwrap(), transport);
    let shown = format!("{agent:?}");
    assert!(shown.contains("agent.test") && !shown.contains("canary"), "{shown}");
}

const STREAM: &[(&str, &str)] = &[("content-type", "text/event-stream; charset=utf-8")];

#[tokio::test]
async fn an_answer_may_be_told_while_it_is_written() {
    let body = concat!(
        "event: delta\ndata: {\"text\":\"Hel\"}\n\n: alive\n\nevent: delta\ndata: {\"text\":\"lo\"}\n\n",
        "event: progress\ndata: {\"status\":\"is looking…\"}\n\nevent: of tomorrow\ndata: ?\n\n",
        "event: message\ndata: {\"text\":\"And?\",\"actions\":[{\"label\":\"Yes\"}]}\n\n",
        "event: done\ndata: {}\n\nevent: delta\ndata: {\"text\":\"nobody's\"}\n\n",
    );
    let (answer, seen) = ask(200, STREAM, body).await;
    let answer = answer.unwrap();
    assert_eq!((answer.len(), answer[0].text.as_str(), answer[1].actions.len()), (2, "Hello", 1));
    let accept = seen.lock().unwrap()[0].headers()["accept"].clone();
    assert_eq!(accept, "application/json, text/event-stream");
}

#[tokio::test]
async fn a_stream_that_is_cut_is_a_failed_turn() {
    for body in ["", "event: delta\ndata: {\"text\":\"Hel\"}\n\n", "event: done\ndata: {}\n"] {
        let answer = ask(200, STREAM, body).await.0;
        assert!(matches!(&answer, Err(AgentError::Retry { reason, .. }) if reason.contains("broke off")), "{answer:?}");
    }
}

#[tokio::test]
async fn an_event_that_says_something_else_is_refused() {
    let (answer, _) = ask(200, STREAM, "event: delta\ndata: {\"txt\":\"Hel\"}\n\n").await;
    assert!(matches!(&answer, Err(AgentError::Refused { reason }) if reason.contains("`delta`")), "{answer:?}");
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_falls_silent_is_a_failed_turn() {
    use futures_util::{StreamExt, stream};
    let transport = messaging_http::StreamTransport::new(tower::service_fn(|_| async {
        let first = Bytes::from_static(b"event: delta\ndata: {\"text\":\"Hel\"}\n\n");
        let body = stream::iter([Ok(first)]).chain(stream::pending());
        let response = Response::builder().header("content-type", "text/event-stream");
        Ok::<_, TransportError>(response.body(messaging_http::BodyStream::new(body)).unwrap())
    }));
    let agent = HttpAgent::streaming("http://agent.test/agent".parse().unwrap(), transport);
    let answer = agent.reply(turn()).await;
    assert!(
        matches!(&answer, Err(AgentError::Retry { reason, .. }) if reason.contains("did not answer")),
        "{answer:?}"
    );
    let first = agent.stream(turn()).next().await;
    assert_eq!(first, Some(Ok(messaging_agent::Piece::Delta("Hel".into()))), "it is heard at once");
}

#[tokio::test]
async fn an_answer_may_say_what_it_took() {
    let whole = r#"{"messages":[{"text":"a"}],"usage":{"input_tokens":900,"output_tokens":80,"model":"m-1"}}"#;
    let streamed = concat!(
        "event: usage\ndata: {\"input_tokens\": 900}\n\nevent: delta\ndata: {\"text\":\"a\"}\n\n",
        "event: done\ndata: {\"usage\": {\"output_tokens\": 80, \"model\": \"m-1\", \"provider\": \"own\"}}\n\n",
    );
    let told = [
        (&[][..], whole, vec![Usage::new(900, 80).of_model("m-1")]),
        (STREAM, streamed, vec![Usage::new(900, 0), Usage::new(0, 80).of_model("m-1").of_provider("own")]),
    ];
    for (headers, body, expected) in told {
        let turn = turn();
        let bill = turn.bill();
        assert_eq!(ask_about(turn, 200, headers, body).await.0.unwrap(), [Content::text("a")]);
        assert_eq!(bill.take(), expected, "{body}");
        assert_eq!(bill.take(), [], "nothing is told twice");
    }
}

#[tokio::test]
async fn an_answer_is_worth_more_than_what_it_says_of_itself() {
    for usage in ["7", "null", "[1]", "{\"input_tokens\":\"many\"}"] {
        let turn = turn();
        let bill = turn.bill();
        let body = format!("{{\"messages\":[{{\"text\":\"a\"}}],\"usage\":{usage}}}");
        assert_eq!(ask_about(turn, 200, &[], body.leak()).await.0.unwrap(), [Content::text("a")], "{usage}");
        assert_eq!(bill.take(), [], "{usage}");
    }
}
