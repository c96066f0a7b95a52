//! Callbacks signed as Slack signs them, by code that shares nothing with the provider's.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::Request;
use messaging_core::{Event, PublicUrl, Result, capability::Received};
use messaging_http::{Transport, TransportError};
use messaging_slack::{Answer, Slack, SlackConfig};
use sha2::Sha256;

const SECRET: &str = "8f742231b10e8888abcd99yyyzzz85a5";
const NOW: u64 = 1_610_261_660;

/// A provider that never gets to call anybody.
pub(crate) fn slack(answer: Answer) -> Slack {
    slack_with(|config| config.answering(answer))
}

pub(crate) fn slack_with(change: impl FnOnce(SlackConfig) -> SlackConfig) -> Slack {
    let transport = Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("nobody is there")) }));
    Slack::new(change(SlackConfig::new("xoxb-canary", SECRET)), transport).unwrap()
}

pub(crate) fn request(content_type: &str, body: &str) -> Request<Bytes> {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("v0:{NOW}:{body}").as_bytes());
    let nibbles = mac.finalize().into_bytes().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let hex: String = nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect();
    Request::post("/webhooks/slack")
        .header("content-type", content_type)
        .header("x-slack-request-timestamp", NOW)
        .header("x-slack-signature", format!("v0={hex}"))
        .body(Bytes::from(body.to_owned()))
        .unwrap()
}

pub(crate) fn receive(slack: &Slack, request: &Request<Bytes>) -> Result<Received> {
    use messaging_core::Provider;
    let url = PublicUrl::new("https://bot.test/webhooks/slack");
    slack.webhooks().unwrap().receive(request, &url, SystemTime::UNIX_EPOCH + Duration::from_secs(NOW))
}

/// The events of a callback, which is answered with an empty 200.
pub(crate) fn events(slack: &Slack, request: &Request<Bytes>) -> Vec<Event> {
    match receive(slack, request).unwrap() {
        Received::Store { events, reply } => {
            assert_eq!(reply(&[]), messaging_core::capability::Reply::empty());
            events
        }
        other => panic!("{other:?}"),
    }
}
