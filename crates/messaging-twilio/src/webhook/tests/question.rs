//! What Twilio asks before it acts.

use http::StatusCode;
use messaging_core::capability::{Asked, Decision};
use serde_json::{Value, json};

use super::*;

fn asked(fields: Pairs<'_>) -> Asked {
    match twilio().receive(&posted(URL, fields), &PublicUrl::new(URL), SystemTime::UNIX_EPOCH).unwrap() {
        Received::Ask(asked) => asked,
        other => panic!("{other:?}"),
    }
}

const ADD: [(&str, &str); 7] = [
    ("EventType", "onMessageAdd"),
    ("ConversationSid", CH),
    ("Body", "hi"),
    ("Author", "ann"),
    ("Attributes", "{}"),
    ("AccountSid", AC),
    ("Unheard", "of"),
];

#[test]
fn every_event_that_is_about_to_happen_is_a_question() {
    for name in [
        "onConversationAdd",
        "onConversationUpdate",
        "onConversationRemove",
        "onMessageAdd",
        "onMessageUpdate",
        "onMessageRemove",
        "onParticipantAdd",
        "onParticipantUpdate",
        "onParticipantRemove",
        "onUserUpdate",
    ] {
        let Asked { question, deadline, .. } = asked(&[("EventType", name), ("AccountSid", AC)]);
        assert_eq!((question.kind.as_str(), question.conversation), (name, None));
        assert!(deadline.as_millis() > 4_000 && deadline.as_millis() < 5_000, "Twilio waits five seconds");
    }
}

#[test]
fn a_question_brings_every_field_and_its_place() {
    let question = asked(&ADD).question;
    assert_eq!(question.conversation, Some(conversation(CH)));
    assert_eq!(question.fields.len(), ADD.len());
    assert!(ADD.iter().all(|(name, value)| question.fields[*name] == *value));
    let addresses =
        [("EventType", "onConversationAdd"), ("MessagingBinding.Address", "+1"), ("MessagingBinding.Address", "+2")];
    assert_eq!(asked(&addresses).question.fields["MessagingBinding.Address"], "+1,+2");
}

#[test]
fn the_ruling_is_what_twilio_reads() {
    let ruled = |decision| {
        let response = (asked(&ADD).ruling)(decision);
        let body: Value = serde_json::from_slice(response.body()).unwrap_or_default();
        (response.status(), body)
    };
    assert_eq!(ruled(Decision::Pass), (StatusCode::OK, json!({})));
    let changes = json!({ "body": "HI", "attributes": { "from": "Ann" }, "sid": "x" });
    let Value::Object(changes) = changes else { unreachable!() };
    let written = json!({ "body": "HI", "attributes": "{\"from\":\"Ann\"}" });
    assert_eq!(ruled(Decision::Modify { changes }), (StatusCode::OK, written));
    let refused = (asked(&ADD).ruling)(Decision::Reject { reason: "é".repeat(1_000) });
    assert_eq!((refused.status(), refused.body().len()), (StatusCode::FORBIDDEN, 1_000), "500 characters of it");
}

#[test]
fn an_unsigned_question_is_refused() {
    let mut request = posted(URL, &ADD);
    *request.body_mut() = encoded(&ADD).replace("Body=hi", "Body=ho").into();
    let error = twilio().receive(&request, &PublicUrl::new(URL), SystemTime::UNIX_EPOCH).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
}
