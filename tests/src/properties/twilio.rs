use std::time::SystemTime;

use bytes::Bytes;
use http::Request;
use messaging_core::{ErrorKind, Provider, PublicUrl, Result, capability::Received};
use messaging_http::{Transport, TransportError};
use messaging_twilio::{Replies, Twilio, TwilioConfig};

use super::{events::assert_read, lossy, pieces};
use crate::signed;

pub(super) const TOKEN: &str = "12345";
pub(super) const ACCOUNT: &str = "AC00000000000000000000000000000001";
const URL: &str = "https://bot.test/webhooks/twilio";
const FORM: &str = "application/x-www-form-urlencoded";

/// What follows the path in the URL, and a form.
pub(super) const WEBHOOKS: &[&str] = &[
    "\0SmsStatus=received&MessageSid=SM1&AccountSid=AC1&From=%2B15550100777&To=%2B15550100001&Body=hi+%26&NumMedia=1&MediaUrl0=https%3A%2F%2Fx.test%2Fa.png&MediaContentType0=image%2Fpng",
    "?mid=run-7%2F1\0MessageSid=SM1&MessageStatus=undelivered&SmsStatus=undelivered&From=%2B15550100001&To=%2B15550100777&ErrorCode=30005",
    "\0EventType=onMessageAdded&DateCreated=2025-09-17T22%3A23%3A11.350Z&Index=8&MessageSid=IM1&ConversationSid=CH1&Source=SMS&Author=%2B15550100777&Body=Hello&Media=%5B%7B%22Sid%22%3A%22ME1%22%7D%5D&Attributes=%7B%22mid%22%3A%221%22%7D",
    "\0EventType=onMessageAdd&ConversationSid=CH1&Body=Hello&Author=ann&Attributes=%7B%7D",
    "\0EventType=onDeliveryUpdated&ConversationSid=CH1&MessageSid=IM1&Status=read&ParticipantSid=MB1",
    "\0EventType=onParticipantAdded&ConversationSid=CH1&ParticipantSid=MB1&MessagingBinding.Address=%2B1555&Identity=ann",
    "\0EventType=onConversationStateUpdated&ConversationSid=CH1&StateFrom=active&StateTo=closed&StateUpdated=2025-09-17T22%3A23%3A11.350Z",
    "\0CallSid=CA1&CallStatus=ringing&From=whatsapp%3A%2B1&To=rcs%3Aagent",
];

/// A URL, and one that is another.
pub(super) const URLS: &[&str] = &[
    "https://bot.test/a?b=it%27s&c=d+e\0https://bot.test/a?b=its&c=d+e",
    "http://User:pass@Bot.test:8080/%7Ea//b?x=%C3%A9&x=%zz#f\0https://bot.test",
    "https://[::1]:443?a\0nowhere",
];

pub(super) const BODIES: &[&str] =
    &["{}\0[]", "[{\"type\":\"com.twilio.x\",\"data\":{\"a\":[1,null]}}]\0", "not JSON\0{\"EventType\":\"x\"}"];

/// An account that never gets to call anybody.
pub(super) fn twilio(change: impl FnOnce(&mut TwilioConfig)) -> Twilio {
    let transport = Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("nobody is there")) }));
    let mut config = TwilioConfig::new(ACCOUNT, TOKEN);
    change(&mut config);
    Twilio::new(config, transport).expect("settings that work")
}

fn receive(url: &str, kind: &str, body: &[u8], signature: &str) -> Result<Received> {
    thread_local! { static TWILIO: Twilio = twilio(|config| config.replies = Replies::Twiml); }
    let request = Request::post("/").header("content-type", kind).header("x-twilio-signature", signature);
    let request = request.body(Bytes::copy_from_slice(body)).expect("a request");
    TWILIO.with(|twilio| {
        twilio.webhooks().expect("webhooks").receive(&request, &PublicUrl::new(url), SystemTime::UNIX_EPOCH)
    })
}

fn is_refused(received: &Result<Received>) -> bool {
    received.as_ref().is_err_and(|error| error.kind() == ErrorKind::Unauthorized)
}

/// A form that is signed is read or refused by name, and is refused under another signature.
pub(super) fn webhook(data: &[u8]) {
    let [tail, body] = pieces(data);
    let url = format!("{URL}{}", lossy(tail));
    let signature = signed::twilio(TOKEN, &url, Some(body));
    assert_read(receive(&url, FORM, body, &signature));
    let forged = signed::twilio("54321", &url, Some(body));
    let refused = receive(&url, FORM, body, &forged);
    // More fields than anybody sends are not looked at.
    assert!(refused.is_err_and(|error| matches!(error.kind(), ErrorKind::Unauthorized | ErrorKind::Invalid)));
}

/// The spelling of a URL that was signed is one of those that are believed, and no other URL is.
pub(super) fn url(data: &[u8]) {
    let [one, other] = pieces(data).map(lossy);
    let body = b"Body=hi";
    let signature = signed::twilio(TOKEN, &one, Some(body));
    // A port that is empty is none, for us as for those who parse URLs before they call them.
    let authority =
        one.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
    assert!(authority.ends_with(':') || !is_refused(&receive(&one, FORM, body, &signature)), "{one}");
    let said = |url: &str| {
        let url = url.split('#').next().unwrap_or_default().to_owned();
        let mut pairs: Vec<_> = form_urlencoded::parse(url.split_once('?').map_or("", |(_, query)| query).as_bytes())
            .into_owned()
            .collect();
        pairs.sort();
        pairs
    };
    if said(&one) != said(&other) {
        let signature = signed::twilio(TOKEN, &other, Some(body));
        assert!(is_refused(&receive(&one, FORM, body, &signature)), "{one} for {other}");
    }
}

/// A body is believed if its own hash is in the signed query, and no other body is.
pub(super) fn body_hash(data: &[u8]) {
    let [one, other] = pieces(data);
    let url = format!("{URL}?bodySHA256={}", signed::sha256(one));
    let signature = signed::twilio(TOKEN, &url, None);
    let received = receive(&url, "application/json", one, &signature);
    assert!(matches!(received, Ok(Received::Store { .. })), "{received:?}");
    assert_read(received);
    assert_eq!(is_refused(&receive(&url, "application/json", other, &signature)), one != other);
}
