//! Every inner event beside messages.

use messaging_core::{
    Addressed, EventKind,
    event::{Installation, Reaction},
    message::Author,
};
use messaging_slack::Answer;
use serde_json::json;

use super::{all, fixture, told};
use crate::signed::slack;

#[test]
fn every_inner_event_has_its_kind_or_is_kept_by_name() {
    let events = fixture("inner_events");
    let told: Vec<_> = events.as_array().unwrap().iter().map(|inner| told(inner).unwrap()).collect();
    let kinds: Vec<_> = told
        .iter()
        .map(|event| {
            let kind = serde_json::to_value(&event.kind).unwrap();
            let (name, what) = kind.as_object().unwrap().iter().next().unwrap();
            let what = what.as_str().unwrap_or_default();
            format!("{name} {what} in {}", event.conversation)
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "message_added  in thread:T111,C123,1515449522.000016",
            "message_added  in thread:T111,D111,1726133698.626339",
            "reaction_added  in channel:T111,C0G9QF9GZ",
            "reaction_removed  in channel:T111,C0G9QF9GZ",
            "participant_added  in channel:T111,C1",
            "participant_removed  in channel:T111,C1",
            "other assistant_thread_started in thread:T111,D111,1726133698.626339",
            "other assistant_thread_context_changed in thread:T111,D111,1726133698.626339",
            "other app_home_opened in dm:T111,D1",
            "other app_context_changed in dm:T111,D1",
            "title_changed new in thread:T111,D1,1782234671.392669",
            "installation removed in workspace:T111",
            "installation  in workspace:T111",
            "other function_executed in workspace:T111",
        ]
    );
    assert!(told.iter().skip(2).all(|event| !event.wants_turn() && event.addressed == Addressed::Ambient));
    let reaction = Reaction::new(Author::new("U024BE7LH"), "1360782400.498405", "thumbsup");
    assert_eq!(told[2].kind, EventKind::ReactionAdded(reaction.clone()));
    assert_eq!(told[3].kind, EventKind::ReactionRemoved(reaction));
    let revoked = Installation::TokensRevoked { bots: vec!["W222".into()], users: vec!["W111".into()] };
    assert_eq!(told[12].kind, EventKind::Installation(revoked));
}

#[test]
fn a_stop_is_told_in_the_thread_and_for_the_answer_to_its_root() {
    let stop = json!({ "type": "agent_session_stopped", "channel": "D0123ABC456", "user": "U123ABC456",
        "thread_ts": "1782234671.392669", "streaming_message_ts": ["1782234987.693923"],
        "event_ts": "1783536983.783769" });
    let told = all(&slack(Answer::Addressed), &stop);
    let places: Vec<_> = told.iter().map(|event| event.conversation.to_string()).collect();
    assert_eq!(places, ["thread:T111,D0123ABC456,1782234671.392669", "dm:T111,D0123ABC456"]);
    let stops: Vec<_> = told
        .iter()
        .map(|event| match &event.kind {
            EventKind::Stopped(stop) => stop,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!((stops[0].messages[0].as_str(), &stops[0].answer_to), ("1782234987.693923", &None));
    assert_eq!(stops[1].answer_to.as_ref().unwrap().as_str(), "1782234671.392669");
    assert_ne!(told[0].keys, told[1].keys);
}

#[test]
fn what_lacks_its_words_is_kept() {
    for inner in [
        json!({ "type": "reaction_added", "user": "U1", "reaction": "tada", "item": { "type": "file", "file": "F1" } }),
        json!({ "type": "member_joined_channel", "channel": "C1" }),
        json!({ "type": "agent_session_title_changed", "channel": "C1", "title": 7 }),
    ] {
        let name = inner["type"].as_str().unwrap().to_owned();
        assert_eq!(told(&inner).unwrap().kind, EventKind::Other(name));
    }
    assert_eq!(all(&slack(Answer::Addressed), &json!({ "type": "agent_session_stopped" })).len(), 1);
}
