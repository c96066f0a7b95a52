use std::time::SystemTime;

use bytes::Bytes;
use http::Request;
use messaging_core::{
    Provider, PublicUrl, SendMessage,
    capability::{Inline, Received},
};
use messaging_twilio::{
    Replies, Twilio, direct,
    text::{Markup, render},
};

use super::{
    lossy,
    twilio::{TOKEN, twilio},
};
use crate::signed;

const URL: &str = "https://bot.test/webhooks/twilio";
const TEXT: &[u8] = b"SmsStatus=received&MessageSid=SM1&From=%2B15550100777&To=%2B15550100001&Body=hi";

/// What a text is answered with, and nothing else, is what a reader of XML finds in the answer.
pub(super) fn twiml(data: &[u8]) {
    thread_local! { static TWILIO: Twilio = twilio(|config| config.replies = Replies::Twiml); }
    let request = Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    let request = request.header("x-twilio-signature", signed::twilio(TOKEN, URL, Some(TEXT)));
    let request = request.body(Bytes::from_static(TEXT)).expect("a request");
    let received = TWILIO.with(|twilio| {
        let webhooks = twilio.webhooks().expect("webhooks");
        webhooks.receive(&request, &PublicUrl::new(URL), SystemTime::UNIX_EPOCH)
    });
    let Ok(Received::Inline { inline: Inline { word, .. }, .. }) = received else { panic!("{received:?}") };
    let text = lossy(data);
    let reply = SendMessage::new(direct("+15550100001", "+15550100777"), text.clone());
    let Some(answer) = word(&[reply]) else { return };
    let answer = String::from_utf8(answer.body.to_vec()).expect("UTF-8");
    assert!(answer.len() <= 64 * 1_024);
    let body = answer.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message><Body>");
    let body = body.and_then(|body| body.strip_suffix("</Body></Message></Response>"));
    let Some(body) = body else {
        // A text of which nothing is shown.
        return assert!(!answer.contains("<Body>"), "{answer:?}");
    };
    assert_eq!(read(body), render(&text, Markup::Plain, 1_600), "{answer:?}");
}

/// Character data as XML 1.0 reads it: no tag in it, five names and numbers, and line ends that are one.
fn read(data: &str) -> String {
    assert!(!data.contains(['<', '>', '\r']), "{data:?}");
    let mut pieces = data.split('&');
    let mut said = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').expect("a name that ends");
        said.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "#13" => '\r',
            other => panic!("`&{other};`"),
        });
        said.push_str(rest);
    }
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(said.chars().all(allowed), "{said:?}");
    said
}
