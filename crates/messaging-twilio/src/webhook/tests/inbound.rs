//! One text, by two ways: it is answered once.

use super::*;
use crate::{Inbound, InboundMode};

const ADDED: [(&str, &str); 3] = [("EventType", "onMessageAdded"), ("ConversationSid", CH), ("MessageSid", IM)];

fn by(inbound: &Inbound, fields: Pairs<'_>) -> Event {
    let twilio = configured(|config| config.inbound = inbound.clone());
    receive_by(&twilio, &posted(URL, fields), URL).unwrap().0
}

#[test]
fn each_way_is_answered_where_it_is_the_number_s_own_and_recorded_elsewhere() {
    let text = [&SMS[..], &[("Body", "hi")]].concat();
    let chat = [&ADDED[..], &[("Author", "+15550100777"), ("Source", "SMS"), ("Body", "hi")]].concat();
    let (messaging, conversations) = (Inbound::default(), Inbound::all(InboundMode::Conversations));
    for (inbound, answered, recorded, why) in [
        (&messaging, &text, &chat, "message via conversations"),
        (&conversations, &chat, &text, "message via messaging"),
    ] {
        assert!(by(inbound, answered).wants_turn());
        let copy = by(inbound, recorded);
        assert_eq!(copy.kind, EventKind::Other(why.into()));
        assert!(copy.raw.is_some() && !copy.wants_turn());
    }
    let both = Inbound::all(InboundMode::Both);
    assert!(by(&both, &text).wants_turn() && by(&both, &chat).wants_turn());
    // A number of its own way.
    let one = Inbound::default().with("+15550100001", InboundMode::Conversations);
    assert!(!by(&one, &text).wants_turn() && by(&one, &chat).wants_turn());
    let other = Inbound::default().with("+15550100002", InboundMode::Conversations);
    assert!(by(&other, &text).wants_turn());
    let bound = [&chat[..], &[("MessagingBinding.ProxyAddress", "+15550100001")]].concat();
    assert!(!by(&other, &bound).wants_turn() && by(&one, &bound).wants_turn());
}

#[test]
fn whoever_has_no_number_is_always_answered() {
    for who in [
        [("Author", "ann"), ("Source", "SDK")],
        [("Author", "+15550100777"), ("Source", "SDK")],
        [("Author", "bob+x@y.test"), ("Body", "STOP")],
    ] {
        let event = by(&Inbound::default(), &[&ADDED[..], &who].concat());
        assert!(event.wants_turn(), "{event:?}");
    }
}

#[test]
fn words_of_consent_count_by_either_way() {
    let conversations = Inbound::all(InboundMode::Conversations);
    let stop =
        |author: &'static str| by(&conversations, &[&ADDED[..], &[("Author", author), ("Body", "Stop")]].concat());
    assert_eq!((stop("+15550100777").keyword, stop("whatsapp:+15550100777").keyword), (Some(Keyword::Stop), None));
    assert_eq!(by(&conversations, &[&SMS[..], &[("Body", "STOP")]].concat()).keyword, Some(Keyword::Stop));
}
