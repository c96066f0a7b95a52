//! Signed requests, as Slack and Twilio send them.

use std::{ops::Range, time::SystemTime};

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::Sha256;

pub(crate) const SECRET: &str = "8f742231b10e8888abcd99yyyzzz85a5";
pub(crate) const TWILIO_URL: &str = "https://bot.example.com/webhooks/twilio";

/// How old a signature is that is too old.
const STALE: u64 = 900;

/// Who sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vendor {
    Slack,
    Twilio,
}

/// Requests, each with the status that it must be answered with.
pub(crate) struct Requests {
    bytes: Vec<u8>,
    each: Vec<(Range<usize>, u16)>,
    /// How many of them bring an event that is new and good.
    pub(crate) new: usize,
}

impl Requests {
    /// Makes `count` good requests with ids from `first` on.
    pub(crate) fn good(vendor: Vendor, first: usize, count: usize) -> Self {
        let now = now();
        let mut made = Self { bytes: Vec::with_capacity(count * 1_500), each: Vec::with_capacity(count), new: count };
        for number in first..first + count {
            match vendor {
                Vendor::Slack => made.push(&slack(now, number, SECRET), 200),
                Vendor::Twilio => made.push(&twilio(number), 200),
            }
        }
        made
    }

    /// Makes `count` requests of Slack's, of every hundred one forged, one stale, one replayed and one altered.
    pub(crate) fn mixed(first: usize, count: usize) -> Self {
        let now = now();
        let mut made = Self { bytes: Vec::new(), each: Vec::new(), new: 0 };
        for number in first..first + count {
            match number % 100 {
                10 => made.push(&slack(now, number, "another secret"), 401),
                30 => made.push(&slack(now - STALE, number, SECRET), 401),
                50 => {
                    let mut altered = slack(now, number, SECRET);
                    let last = altered.len() - 2;
                    altered[last] ^= 1;
                    made.push(&altered, 401);
                }
                // What came half a hundred before, to the byte.
                70 => made.push(&slack(now, number - 45, SECRET), 200),
                _ => {
                    made.push(&slack(now, number, SECRET), 200);
                    made.new += 1;
                }
            }
        }
        made
    }

    pub(crate) fn len(&self) -> usize {
        self.each.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<(&[u8], u16)> {
        let (range, status) = self.each.get(at)?;
        Some((&self.bytes[range.clone()], *status))
    }

    fn push(&mut self, request: &[u8], status: u16) {
        let from = self.bytes.len();
        self.bytes.extend_from_slice(request);
        self.each.push((from..self.bytes.len(), status));
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs()
}

/// A message event of about a kilobyte, as Slack sends it.
fn slack(now: u64, number: usize, secret: &str) -> Vec<u8> {
    let text = "where is my order? ".repeat(8);
    let body = format!(
        r#"{{"token":"x","team_id":"T111","context_team_id":"T111","api_app_id":"A111","event":{{"client_msg_id":"968c94da-c271-4f2a-8ec9-12a9985e5df4","type":"message","text":"{text}","user":"W111","ts":"1{number:09}.001400","team":"T111","blocks":[{{"type":"rich_text","block_id":"bN8","elements":[{{"type":"rich_text_section","elements":[{{"type":"text","text":"{text}"}}]}}]}}],"channel":"D{lane:03}","event_ts":"1610261659.001400","channel_type":"im"}},"type":"event_callback","event_id":"Ev{number:09}","event_time":1610261659,"authorizations":[{{"enterprise_id":null,"team_id":"T111","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}}],"is_ext_shared_channel":false,"event_context":"4-eyJldCI6Im1lc3NhZ2UifQ"}}"#,
        lane = number % 500,
    );
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any key");
    mac.update(format!("v0:{now}:{body}").as_bytes());
    let signature = mac.finalize().into_bytes().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    format!(
        "POST /webhooks/slack HTTP/1.1\r\nhost: 127.0.0.1\r\nuser-agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n\
         accept-encoding: gzip,deflate\r\naccept: */*\r\nx-slack-signature: v0={signature}\r\n\
         x-slack-request-timestamp: {now}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// A text of 20 fields, as Twilio sends it.
fn twilio(number: usize) -> Vec<u8> {
    let sid = format!("SM{number:032x}");
    let from = format!("+1555{:07}", 2_000_000 + number % 500);
    let mut fields = vec![
        ("ToCountry", "US"),
        ("ToState", "CA"),
        ("SmsMessageSid", sid.as_str()),
        ("NumMedia", "0"),
        ("ToCity", "SAN FRANCISCO"),
        ("FromZip", "94107"),
        ("SmsSid", sid.as_str()),
        ("FromState", "CA"),
        ("SmsStatus", "received"),
        ("FromCity", "SAN FRANCISCO"),
        ("Body", "where is my order? I have been waiting for two weeks"),
        ("FromCountry", "US"),
        ("To", "+15550100001"),
        ("ToZip", "94105"),
        ("NumSegments", "1"),
        ("MessageSid", sid.as_str()),
        ("AccountSid", "AC00000000000000000000000000000001"),
        ("From", from.as_str()),
        ("ApiVersion", "2010-04-01"),
        ("MessagingServiceSid", "MG00000000000000000000000000000001"),
    ];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
    fields.sort_unstable();
    let mut mac = Hmac::<Sha1>::new_from_slice(SECRET.as_bytes()).expect("any key");
    mac.update(TWILIO_URL.as_bytes());
    for (name, value) in fields {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    format!(
        "POST /webhooks/twilio HTTP/1.1\r\nhost: bot.example.com\r\nuser-agent: TwilioProxy/1.1\r\naccept: */*\r\n\
         content-type: application/x-www-form-urlencoded; charset=UTF-8\r\nx-twilio-signature: {signature}\r\n\
         i-twilio-idempotency-token: {number:036}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
