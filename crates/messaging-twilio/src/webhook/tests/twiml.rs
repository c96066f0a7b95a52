//! Replies in the answer itself.

use std::time::Duration;

use messaging_core::{
    capability::Inline,
    message::{Content, SendMessage},
};

use super::*;
use crate::{Inbound, InboundMode, Replies};

fn by_twiml(more: Pairs<'_>) -> Received {
    let twilio = configured(|config| {
        config.replies = Replies::Twiml;
        config.inbound = Inbound::default().with("+15550100002", InboundMode::Conversations);
    });
    let fields = [&SMS[..6], more].concat();
    twilio.receive(&posted(URL, &fields), &PublicUrl::new(URL), SystemTime::UNIX_EPOCH).unwrap()
}

#[test]
fn a_text_waits_for_its_replies_and_is_answered_with_nothing_without_them() {
    let received = by_twiml(&[("To", "+15550100001"), ("Body", "hi")]);
    let Received::Inline { events, reply, inline: Inline { deadline, word } } = received else {
        panic!("{received:?}")
    };
    assert!(events[0].wants_turn() && events[0].raw.is_some());
    assert!(deadline >= Duration::from_secs(10) && deadline < Duration::from_secs(15), "Twilio waits 15 s");
    let replies = ["one", "two"].map(|text| SendMessage::new(direct("+15550100001", "+15550100777"), text));
    let said = word(&replies).unwrap();
    let message = |text| format!("<Message statusCallback=\"{URL}#rc=2\"><Body>{text}</Body></Message>");
    let messages = format!("{}{}", message("one"), message("two"));
    let expected = format!(r#"<?xml version="1.0" encoding="UTF-8"?><Response>{messages}</Response>"#);
    assert_eq!((said.content_type, &said.body[..]), (Some("text/xml"), expected.as_bytes()));
    assert_eq!(reply(&[]).body, r#"<?xml version="1.0" encoding="UTF-8"?><Response/>"#);
}

#[test]
fn what_fits_nowhere_has_no_words() {
    let received = by_twiml(&[("To", "+15550100001"), ("Body", "hi")]);
    let Received::Inline { inline, .. } = received else { panic!("{received:?}") };
    assert!(
        (inline.word)(&[SendMessage::new(direct("+15550100001", "+15550100777"), Content::text("\u{0}"))]).is_none()
    );
}

#[test]
fn only_what_gets_a_turn_waits_for_one() {
    for fields in [[("To", "+15550100001"), ("Body", "STOP")], [("To", "+15550100002"), ("Body", "hi")]] {
        let received = by_twiml(&fields);
        let Received::Store { reply, .. } = received else { panic!("{received:?}") };
        assert_eq!(reply(&[]).content_type, Some("text/xml"));
    }
}
