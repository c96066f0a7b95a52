//! Callbacks as Twilio sends them, signed as Twilio signs them.

mod conversation;
mod inbound;
mod message;
mod nonsense;
mod other;
mod question;
mod refused;
mod status;
mod twiml;

use std::{collections::BTreeSet, time::SystemTime};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use form_urlencoded::Serializer;
use hmac::{Hmac, KeyInit, Mac};
use http::{Request, Response};
use messaging_core::{
    Delivery, DeliveryStatus, ErrorKind, Event, EventKind, Keyword, PublicUrl, UnixMillis,
    capability::{Received, Reply, Webhooks},
    id::IntentId,
    message::{Action, Author, Message, ParticipantAddress},
};
use messaging_http::{Transport, TransportError};
use serde_json::Map;
use sha1::Sha1;

use crate::{Twilio, TwilioConfig, conversation, direct};

const TOKEN: &str = "12345";
const URL: &str = "https://bot.example.com/webhooks/twilio";
const AC: &str = "AC00000000000000000000000000000001";
const CH: &str = "CH00000000000000000000000000000002";
const IM: &str = "IM00000000000000000000000000000003";
const SM: &str = "SM00000000000000000000000000000004";
const MB: &str = "MB00000000000000000000000000000005";

type Pairs<'a> = &'a [(&'a str, &'a str)];

fn twilio() -> Twilio {
    configured(|_| {})
}

/// With other settings than usual.
fn configured(change: impl FnOnce(&mut TwilioConfig)) -> Twilio {
    let mut config = TwilioConfig::new(AC, TOKEN);
    change(&mut config);
    config.webhook_url = Some(format!("{URL}#rc=2"));
    let deaf = tower::service_fn(|_: Request<Bytes>| async {
        Err::<Response<Bytes>, _>(TransportError::not_sent("nobody is asked while a callback is read"))
    });
    Twilio::new(config, Transport::new(deaf)).unwrap()
}

fn encoded(fields: Pairs<'_>) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// Signs as the documentation says, with code of its own.
fn sign(url: &str, fields: Pairs<'_>) -> String {
    let sorted: BTreeSet<_> = fields.iter().collect();
    let signed = sorted.into_iter().fold(url.to_owned(), |all, (name, value)| all + name + value);
    let mut mac = Hmac::<Sha1>::new_from_slice(TOKEN.as_bytes()).unwrap();
    mac.update(signed.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

fn posted(url: &str, fields: Pairs<'_>) -> Request<Bytes> {
    Request::post(url)
        .header("content-type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("x-twilio-signature", sign(url, fields))
        .body(encoded(fields).into())
        .unwrap()
}

fn receive(request: &Request<Bytes>, url: &str) -> messaging_core::Result<(Event, Reply)> {
    receive_by(&twilio(), request, url)
}

fn receive_by(twilio: &Twilio, request: &Request<Bytes>, url: &str) -> messaging_core::Result<(Event, Reply)> {
    match twilio.receive(request, &PublicUrl::new(url), SystemTime::UNIX_EPOCH)? {
        Received::Store { mut events, reply } => {
            assert_eq!(events.len(), 1);
            Ok((events.remove(0), reply(&[])))
        }
        other => panic!("{other:?}"),
    }
}

fn received(fields: Pairs<'_>) -> Event {
    let (event, reply) = receive(&posted(URL, fields), URL).unwrap();
    assert_eq!(reply, Reply::empty());
    assert_eq!(event.raw.as_deref(), Some(encoded(fields).as_str()));
    event
}

fn key(event: &Event) -> &str {
    assert_eq!(event.keys.len(), 1);
    event.keys[0].as_str()
}

/// A text as Twilio tells it, without its words.
const SMS: [(&str, &str); 9] = [
    ("ToCountry", "US"),
    ("SmsMessageSid", SM),
    ("SmsStatus", "received"),
    ("MessageSid", SM),
    ("AccountSid", AC),
    ("From", "+15550100777"),
    ("To", "+15550100001"),
    ("NumMedia", "0"),
    ("ApiVersion", "2010-04-01"),
];
