use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings, slack::HandshakeError};
use messaging_http::Transport;
use serde_json::{Value, json};
use tokio::time::sleep;
use tower::service_fn;

type Reply = fn(&str) -> (u16, &'static str, String);

/// What Slack makes of an app that answers the challenge so, after `pause`.
async fn verified(pause: Duration, reply: Reply) -> Result<(), HandshakeError> {
    let mut settings = SlackSettings::generated(1);
    settings.events_url = Some("http://127.0.0.1:7400/webhooks/slack".to_owned());
    let slack = SlackEmulator::new(settings, FaultPlan::default(), 1, Journal::new());
    slack.connect(Transport::new(service_fn(move |request: Request<Bytes>| async move {
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        assert_eq!(body["type"], "url_verification");
        assert!(request.headers().contains_key("x-slack-signature"));
        sleep(pause).await;
        let (status, kind, body) = reply(body["challenge"].as_str().unwrap());
        Ok(Response::builder().status(status).header("content-type", kind).body(body.into()).unwrap())
    })));
    slack.verify_url().await
}

#[tokio::test(start_paused = true)]
async fn three_forms_are_fine() {
    let fine: [Reply; 3] = [
        |challenge| (200, "text/plain; charset=utf-8", challenge.to_owned()),
        |challenge| (200, "application/x-www-form-urlencoded", format!("challenge={challenge}")),
        |challenge| (200, "application/json", json!({ "challenge": challenge }).to_string()),
    ];
    for reply in fine {
        assert_eq!(verified(Duration::ZERO, reply).await, Ok(()));
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_else_is() {
    let wrong: [Reply; 5] = [
        |_| (200, "text/plain", "other".to_owned()),
        |challenge| (200, "text/html", challenge.to_owned()),
        |challenge| (200, "application/json", challenge.to_owned()),
        |challenge| (200, "application/json", json!({ "other": challenge }).to_string()),
        |challenge| (200, "application/x-www-form-urlencoded", challenge.to_owned()),
    ];
    for reply in wrong {
        let refusal = verified(Duration::ZERO, reply).await;
        assert!(matches!(refusal, Err(HandshakeError::WrongChallenge(_))), "{refusal:?}");
    }
    let refusal = verified(Duration::ZERO, |challenge| (401, "text/plain", challenge.to_owned())).await;
    assert_eq!(refusal, Err(HandshakeError::Status(StatusCode::UNAUTHORIZED)));
    let refusal = verified(Duration::from_secs(4), |challenge| (200, "text/plain", challenge.to_owned())).await;
    assert!(matches!(refusal, Err(HandshakeError::NoAnswer(_))), "{refusal:?}");
}

#[tokio::test(start_paused = true)]
async fn there_must_be_a_url_and_somebody_behind_it() {
    let slack = SlackEmulator::new(SlackSettings::generated(1), FaultPlan::default(), 1, Journal::new());
    assert_eq!(slack.verify_url().await, Err(HandshakeError::NoUrl));
    let mut settings = SlackSettings::generated(1);
    for url in ["http://127.0.0.1:7400/", "not a url"] {
        settings.events_url = Some(url.to_owned());
        let slack = SlackEmulator::new(settings.clone(), FaultPlan::default(), 1, Journal::new());
        assert!(matches!(slack.verify_url().await, Err(HandshakeError::NoAnswer(_))), "{url}");
    }
}
