//! Exporting a conversation and closing it, without losing what is said meanwhile.

use messaging_core::{ErrorKind, archive, export, message::ConversationState, rescued};
use messaging_twilio::conversation;
use serde_json::{Value, json};

use crate::scripted::{Answer, CH, OURS, Script, THEIRS, listed, raw, refuses, says};

const AT: &str = "https://conversations.twilio.com/v1/Conversations";

fn one(state: &str) -> Answer {
    says(200, &json!({ "sid": CH, "friendly_name": "Trip", "state": state, "attributes": "{}" }))
}

fn said(sids: &[&str], next: Option<&str>) -> Answer {
    let author = |sid: &str| if sid < "IM3" { THEIRS } else { "ann" };
    let rows: Value = sids.iter().map(|sid| json!({ "sid": sid, "author": author(sid), "body": sid })).collect();
    listed("messages", &rows, next)
}

fn people(next: Option<&str>, sids: &[&str]) -> Answer {
    let row = |sid: &&str| match *sid {
        "MB1" => json!({
            "sid": "MB1", "attributes": "{\"from\":\"Tom - Traveller\"}",
            "messaging_binding": { "type": "sms", "address": THEIRS, "proxy_address": OURS },
        }),
        sid => json!({ "sid": sid, "identity": "ann" }),
    };
    listed("participants", &sids.iter().map(row).collect(), next)
}

fn bodies(transcript: &messaging_core::message::Transcript) -> Vec<&str> {
    transcript.messages.iter().map(|message| message.content.text.as_str()).collect()
}

#[tokio::test]
async fn everything_is_exported_oldest_first_and_then_closed() {
    let more = format!("{AT}/{CH}/Messages?Order=desc&PageToken=PT1");
    let others = format!("{AT}/{CH}/Participants?PageToken=PT1");
    let script = Script::new([
        one("active"),
        said(&["IM4", "IM3"], Some(&more)),
        said(&["IM3", "IM2", "IM1"], None),
        people(Some(&others), &["MB1"]),
        people(None, &["MB2"]),
        one("closed"),
        said(&["IM4", "IM3"], Some(&more)),
    ]);
    let transcript = archive(&script.client(), &conversation(CH)).await.unwrap();
    assert_eq!(bodies(&transcript), ["IM1", "IM2", "IM3", "IM4"]);
    assert_eq!(transcript.conversation.state, ConversationState::Closed);
    let names: Vec<_> = transcript.messages.iter().map(|message| message.author.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["Tom - Traveller", "Tom - Traveller", "ann", "ann"]);
    let written = serde_json::to_value(&transcript).unwrap();
    assert_eq!(written["participants"][0]["display_name"], "Tom - Traveller");
    assert_eq!(written["participants"][0]["id"], "MB1");
    assert_eq!(serde_json::from_value::<messaging_core::message::Transcript>(written).unwrap(), transcript);
    assert_eq!(script.asked()[5], format!("POST {AT}/{CH} State=closed"));
}

#[tokio::test]
async fn what_is_said_before_it_is_closed_is_not_lost() {
    let script = Script::new([
        one("active"),
        said(&["IM1"], None),
        people(None, &["MB1"]),
        one("closed"),
        said(&["IM3", "IM2", "IM1"], None),
        people(None, &["MB1", "MB2"]),
    ]);
    let transcript = archive(&script.client(), &conversation(CH)).await.unwrap();
    assert_eq!((bodies(&transcript), transcript.participants.len()), (vec!["IM1", "IM2", "IM3"], 2));
    assert_eq!(transcript.messages[2].author.name.as_deref(), Some("ann"));
    script.asked();
}

#[tokio::test]
async fn a_transcript_survives_what_fails_after_it() {
    let until_closed = || vec![one("active"), said(&["IM1"], None), people(None, &["MB1"])];
    let refused = refuses(429, 50_063, "Too many actions");
    let late = vec![one("closed"), raw(503, "")];
    let later = vec![one("closed"), said(&["IM2", "IM1"], None), raw(503, "")];
    for (rest, kind, said) in [
        (vec![refused], ErrorKind::RateLimited, vec!["IM1"]),
        (vec![raw(502, "")], ErrorKind::Unavailable, vec!["IM1"]),
        (late, ErrorKind::Unavailable, vec!["IM1"]),
        (later, ErrorKind::Unavailable, vec!["IM1", "IM2"]),
    ] {
        let script = Script::new(until_closed().into_iter().chain(rest));
        let error = archive(&script.client(), &conversation(CH)).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert_eq!(bodies(rescued(&error).unwrap()), said, "{error}");
        assert!(!format!("{error:?}").contains("Traveller"), "what was said stays out of logs: {error:?}");
    }
    let script = Script::new([one("active"), refuses(404, 20_404, "gone")]);
    let error = archive(&script.client(), &conversation(CH)).await.unwrap_err();
    assert!(error.kind() == ErrorKind::NotFound && rescued(&error).is_none());
}

#[tokio::test]
async fn a_closed_one_is_exported_only() {
    let answers = || [one("closed"), said(&["IM1"], None), people(None, &["MB1"])];
    let script = Script::new(answers());
    let archived = archive(&script.client(), &conversation(CH)).await.unwrap();
    assert_eq!(script.asked().len(), 3);
    assert_eq!(export(&Script::new(answers()).client(), &conversation(CH)).await.unwrap(), archived);
}
