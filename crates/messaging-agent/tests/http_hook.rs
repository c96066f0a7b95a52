//! The HTTP hook against scripted services.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use messaging_agent::{Hook, HttpHook};
use messaging_core::{
    Place, Secret,
    capability::{Decision, Question},
};
use messaging_http::{Transport, TransportError};
use serde_json::json;

type Seen = Arc<Mutex<Vec<Request<Bytes>>>>;

async fn decide(answer: Result<(u16, String), TransportError>) -> (Decision, Seen) {
    let seen = Seen::default();
    let (kept, answer) = (Arc::clone(&seen), Arc::new(Mutex::new(Some(answer))));
    let transport = Transport::new(tower::service_fn(move |request| {
        kept.lock().unwrap().push(request);
        let answer = answer.lock().unwrap().take().unwrap();
        let response = answer.map(|(status, body)| Response::builder().status(status).body(body.into()).unwrap());
        std::future::ready(response)
    }));
    let hook = HttpHook::new("http://app.test/hook".parse().unwrap(), transport).with_bearer(Secret::new("s3cret"));
    let fields = [("Body".to_owned(), "hi".to_owned())].into();
    let question = Question::new("onMessageAdd").at(Place::new("conv", ["CH1"])).with_fields(fields);
    (hook.decide(question).await, seen)
}

#[tokio::test]
async fn the_question_is_the_documented_one() {
    let (decision, seen) = decide(Ok((200, r#"{"decision":"modify","changes":{"body":"hello"}}"#.into()))).await;
    let serde_json::Value::Object(changes) = json!({ "body": "hello" }) else { panic!("an object") };
    assert_eq!(decision, Decision::Modify { changes });
    let request = seen.lock().unwrap().pop().unwrap();
    assert_eq!(
        (request.method().as_str(), request.headers()["authorization"].to_str().unwrap()),
        ("POST", "Bearer s3cret")
    );
    let question: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
    let expected = json!({ "v": 1, "kind": "onMessageAdd", "conversation": "conv:CH1", "fields": { "Body": "hi" } });
    assert_eq!(question, expected);
}

#[tokio::test]
async fn a_service_decides_or_everything_passes() {
    let reject = (200, r#"{"decision":"reject","reason":"no"}"#.into());
    assert_eq!(decide(Ok(reject)).await.0, Decision::Reject { reason: "no".into() });
    for (status, body) in [
        (200, r#"{"decision":"pass"}"#.to_owned()),
        (204, String::new()),
        (200, "pass".into()),
        (200, r#"{"decision":"explode"}"#.into()),
        (200, format!(r#"{{"decision":"reject","reason":"{}"}}"#, "x".repeat(70_000))),
        (404, r#"{"decision":"reject","reason":"no"}"#.into()),
        (500, String::new()),
    ] {
        assert_eq!(decide(Ok((status, body))).await.0, Decision::Pass);
    }
    assert_eq!(decide(Err(TransportError::not_sent("refused"))).await.0, Decision::Pass);
}
