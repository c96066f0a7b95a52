use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Method, Request, Response};
use messaging_core::Secret;
use messaging_http::Transport;
use serde_json::{Value, json};

use super::*;
use crate::{Inbound, TwilioConfig};

const AC: &str = "AC00000000000000000000000000000001";
const IS: &str = "IS00000000000000000000000000000002";
const PN: &str = "PN00000000000000000000000000000003";
const URL: &str = "https://bot.example.com/webhooks/twilio";
const TOLD: &str = "https://bot.example.com/webhooks/twilio#rc=3&rp=ct,rt,5xx";

type Answer = fn(&str) -> (u16, Value);

/// An account whose Twilio answers a path as told, and what was posted to it.
fn twilio(change: impl FnOnce(&mut TwilioConfig), answer: Answer) -> (Twilio, Arc<Mutex<Vec<String>>>) {
    let posted = Arc::new(Mutex::new(Vec::new()));
    let log = posted.clone();
    let service = tower::service_fn(move |request: Request<Bytes>| {
        let path = request.uri().path().to_owned();
        if request.method() == Method::POST {
            let body = String::from_utf8(request.body().to_vec()).unwrap();
            log.lock().unwrap().push(format!("{path} {body}"));
        }
        let (status, body) = answer(&path);
        async move { Ok(Response::builder().status(status).body(Bytes::from(body.to_string())).unwrap()) }
    });
    let mut config = TwilioConfig::new(AC, "token");
    config.conversations_service_sid = Some(IS.to_owned());
    config.phone_number = Some("+15550100001".to_owned());
    config.webhook_url = Some(URL.to_owned());
    change(&mut config);
    (Twilio::new(config, Transport::new(service)).unwrap(), posted)
}

fn number(sms_url: &str) -> Value {
    let row = |number| json!({ "sid": PN, "phone_number": number, "sms_url": sms_url, "sms_method": "POST" });
    json!({ "incoming_phone_numbers": [row("+155501000010"), row("+15550100001")] })
}

fn right(path: &str) -> (u16, Value) {
    let webhooks = json!({ "post_webhook_url": TOLD, "method": "POST", "filters": [
        "onParticipantRemoved", "onMessageAdd", "onMessageAdded", "onConversationStateUpdated", "onParticipantAdded"] });
    match path {
        _ if path.contains("PhoneNumbers") => (200, number(TOLD)),
        _ if path.contains("Addresses") => gone(),
        _ => (200, webhooks),
    }
}

fn gone() -> (u16, Value) {
    (404, json!({ "code": 20404, "message": "not found", "status": 404 }))
}

/// An account of which every number makes conversations.
fn autocreating(path: &str) -> (u16, Value) {
    if path.contains("Addresses") {
        return (200, json!({ "sid": "IG1", "auto_creation": { "enabled": true, "type": "default" } }));
    }
    right(path)
}

fn wrong(path: &str) -> (u16, Value) {
    let webhooks =
        json!({ "post_webhook_url": "https://u:hunter2@old.test/x", "method": "GET", "filters": ["onMessageAdd"] });
    match path {
        _ if path.contains("PhoneNumbers") => (200, number(URL)),
        _ if path.contains("Addresses") => gone(),
        _ => (200, webhooks),
    }
}

fn nothing(path: &str) -> (u16, Value) {
    if path.contains("Webhooks") { (200, json!({ "filters": [] })) } else { gone() }
}

async fn steps(twilio: &Twilio) -> Vec<SetupStep> {
    twilio.setup(&Setup::default()).await.unwrap()
}

#[tokio::test]
async fn what_twilio_knows_is_left_alone() {
    let (twilio, posted) = twilio(|_| {}, right);
    for step in steps(&twilio).await {
        assert_eq!((step.state, step.differences.len()), (SetupState::Right, 0), "{step:?}");
        twilio.apply(&step).await.unwrap();
    }
    assert!(posted.lock().unwrap().is_empty());
}

#[tokio::test]
async fn what_twilio_was_told_otherwise_is_said_and_changed() {
    let (twilio, posted) = twilio(|_| {}, wrong);
    let steps = steps(&twilio).await;
    assert_eq!(steps.len(), 2, "{steps:?}");
    let said = format!("{steps:?}");
    assert!(said.contains("***@old.test") && !said.contains("hunter2"), "{said}");
    assert!(said.contains("Method is GET") && said.contains("asks for no retries"), "{said}");
    for step in &steps {
        assert_eq!(step.state, SetupState::Wrong);
        twilio.apply(step).await.unwrap();
    }
    let posted = posted.lock().unwrap().clone();
    let fields = |at: usize, path: &str| -> Vec<(String, String)> {
        let body = posted[at].strip_prefix(path).unwrap().trim_start().as_bytes();
        form_urlencoded::parse(body).into_owned().collect()
    };
    let webhooks = fields(0, &format!("/v1/Services/{IS}/Configuration/Webhooks"));
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert!(webhooks.contains(&own("PostWebhookUrl", TOLD)) && webhooks.contains(&own("Method", "POST")));
    let filters: Vec<_> =
        webhooks.iter().filter(|(name, _)| name == "Filters").map(|(_, value)| value.as_str()).collect();
    assert_eq!(filters, [&["onMessageAdd"][..], &EVENTS].concat(), "what others asked for stays");
    let sms = fields(1, &format!("/2010-04-01/Accounts/{AC}/IncomingPhoneNumbers/{PN}.json"));
    assert_eq!(sms, [own("SmsUrl", TOLD), own("SmsMethod", "POST"), own("SmsApplicationSid", "")]);
}

#[tokio::test]
async fn what_cannot_be_seen_or_is_not_there_is_said() {
    let (unseen, _) = twilio(|_| {}, nothing);
    let found = steps(&unseen).await;
    assert_eq!((found[0].state, found[1].state), (SetupState::Wrong, SetupState::Unseen));
    assert!(found[0].differences.contains(&"PostWebhookUrl is not set".to_owned()), "{found:?}");
    let (missing, _) = twilio(|config| config.phone_number = Some("+15550100002".to_owned()), right);
    let found = steps(&missing).await;
    assert_eq!(found[1].state, SetupState::Missing);
    assert!(found[1].differences[0].contains("`phone_number`"), "{found:?}");
}

#[tokio::test]
async fn what_people_tell_twilio_is_listed() {
    let (twilio, posted) = twilio(
        |config| {
            config.conversations_service_sid = None;
            config.phone_number = Some("whatsapp:+15550100001".to_owned());
            config.messaging_service_sid = Some("MG00000000000000000000000000000004".to_owned());
            config.inbound = Inbound::default().with("+15550100002", InboundMode::Conversations);
            drop(config.webhook_signing_keys.insert("shared1".to_owned(), Secret::new("hunter2")));
        },
        right,
    );
    let steps = steps(&twilio).await;
    let by_hand: Vec<_> = steps.iter().filter(|step| step.state == SetupState::ByHand).collect();
    assert_eq!(by_hand.len(), 4, "{steps:?}");
    assert!(!format!("{steps:?}").contains("hunter2"));
    for step in by_hand {
        twilio.apply(step).await.unwrap();
    }
    assert!(posted.lock().unwrap().is_empty());
    assert!(steps[0].about.contains("whole account") && twilio.uses_conversations(), "{steps:?}");
}

#[tokio::test]
async fn without_a_url_the_settings_are_named() {
    let (twilio, _) = twilio(|config| config.webhook_url = None, right);
    let error = twilio.setup(&Setup::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("TWILIO_WEBHOOK_URL"), "{error}");
}

#[test]
fn overrides_of_ones_own_are_kept() {
    let (own, _) = twilio(|config| config.webhook_url = Some(format!("{URL}#rc=5")), right);
    assert_eq!(own.callback_url().unwrap(), format!("{URL}#rc=5"));
    assert_eq!(masked("https://u:p@x.test/a@b?c"), "https://***@x.test/a@b?c");
    assert_eq!(masked("https://x.test/a@b"), "https://x.test/a@b");
}

#[tokio::test]
async fn a_number_that_makes_conversations_is_told_apart() {
    let (texts, _) = twilio(|_| {}, autocreating);
    let stray = steps(&texts).await.pop().unwrap();
    assert_eq!(stray.state, SetupState::ByHand);
    assert!(stray.differences[0].contains("recorded here and not answered"), "{stray:?}");
    let (conversations, _) = twilio(|config| config.inbound = Inbound::all(InboundMode::Conversations), autocreating);
    let found = steps(&conversations).await;
    assert_eq!((found.len(), found[1].state), (2, SetupState::Right), "{found:?}");
    let (lonely, _) = twilio(|config| config.inbound = Inbound::all(InboundMode::Conversations), right);
    assert_eq!(steps(&lonely).await[1].state, SetupState::ByHand);
}

#[tokio::test]
async fn another_application_s_webhook_is_left_alone_by_who_does_not_use_conversations() {
    let (texts, posted) = twilio(|config| config.conversations_service_sid = None, wrong);
    let found = steps(&texts).await;
    assert_eq!((found[0].state, found[1].state), (SetupState::ByHand, SetupState::Wrong), "{found:?}");
    texts.apply(&found[0]).await.unwrap();
    assert!(posted.lock().unwrap().is_empty());
    let (fresh, _) = twilio(|config| config.conversations_service_sid = None, nothing);
    assert_eq!(steps(&fresh).await[0].state, SetupState::Wrong, "where nobody is told, we are");
}
