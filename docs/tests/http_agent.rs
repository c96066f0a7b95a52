//! The JSON on the page about HTTP agents is what is sent, and what is understood.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails panics")]

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use messaging::{
    Error, UnixMillis,
    agent::{Agent, HttpAgent, Line, Role, Turn},
    message::{Author, Content, Media, Message},
};
use messaging_http::{Transport, TransportError};
use serde_json::{Value, json};
use tower::service_fn;

const PAGE: &str = include_str!("../http-agent.md");

fn block(number: usize) -> Value {
    let block = PAGE.split("```json\n").nth(number).unwrap().split("```").next().unwrap();
    serde_json::from_str(block).unwrap()
}

/// Asks an agent that gives `answer`; returns what it was asked, and what came of it.
async fn ask(turn: Turn, answer: Value) -> (Value, Vec<Content>) {
    let asked: Arc<Mutex<Value>> = Arc::default();
    let heard = Arc::clone(&asked);
    let service = Transport::new(service_fn(move |request: Request<Bytes>| {
        *heard.lock().unwrap() = serde_json::from_slice(request.body()).unwrap();
        let response = Response::new(Bytes::from(answer.to_string()));
        async move { Ok::<_, TransportError>(response) }
    }));
    let agent = HttpAgent::new("http://127.0.0.1:9000/agent".parse().unwrap(), service);
    let contents = agent.reply(turn).await.unwrap();
    let asked = asked.lock().unwrap().clone();
    (asked, contents)
}

fn turn() -> Result<Turn, Error> {
    let mut content = Content::text("hi");
    content.media.push(Media::at("http://127.0.0.1:7400/media/eyJh….5f0c…").with_type("image/png"));
    let mut message = Message::new("SM5d1f0c6c1b8a4c0f9c1f0a7e2b3d4e5f", Author::new("+15550100777"), content);
    message.sent_at = Some(UnixMillis(1_795_176_000_000));
    let reference = "twilio:direct:+15550100001,+15550100777".parse()?;
    let mut turn = Turn::new("5d1f0c6c1b8a4c0f9c1f0a7e2b3d4e5f", reference, vec![message]);
    turn.deadline = messaging::gateway::Settings::default().turns.max_turn;
    (turn.platform, turn.channel) = ("twilio".into(), "sms".into());
    let line = |role, text: &str, at| Line { role, name: None, text: text.into(), at: UnixMillis(at) };
    turn.history =
        vec![line(Role::User, "hello", 1_795_175_880_000), line(Role::Assistant, "Hello!", 1_795_175_882_000)];
    Ok(turn)
}

#[tokio::test]
async fn the_question_is_the_one_on_the_page() {
    let (asked, _) = ask(turn().unwrap(), json!({ "messages": [] })).await;
    assert_eq!(asked, block(1));
}

#[tokio::test]
async fn the_answer_on_the_page_is_understood() {
    let (_, contents) = ask(turn().unwrap(), json!({ "messages": [block(2)] })).await;
    assert_eq!(contents.len(), 1);
    assert_eq!(serde_json::to_value(&contents[0]).unwrap(), block(2));
}
