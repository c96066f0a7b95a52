//! Slash commands.

use messaging_core::{
    Addressed, EventKind,
    capability::{Decision, Received},
};
use messaging_slack::Answer;
use serde_json::{Value, json};

use super::{FORM, answer, decided};
use crate::signed::{receive, request, slack};

const SLASH: &str = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&\
    channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F\
    hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&\
    trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c&api_app_id=A111&is_enterprise_install=false";

fn given(content_type: &str, body: &str) -> Received {
    receive(&slack(Answer::Addressed), &request(content_type, body)).unwrap()
}

#[test]
fn a_command_gets_a_turn_whatever_the_charset() {
    for content_type in [FORM, "application/x-www-form-urlencoded; charset=utf-8", "Application/X-WWW-Form-Urlencoded"]
    {
        let (event, question, said) = decided(given(content_type, SLASH), Decision::Pass);
        let EventKind::Command(command) = &event.kind else { panic!("{event:?}") };
        assert_eq!((command.name.as_str(), command.text.as_str()), ("/webhook-collect", ""));
        assert_eq!((command.author.id.as_str(), command.author.name.as_deref()), ("U2CERLKJA", Some("roadrunner")));
        assert_eq!(event.conversation.to_string(), "channel:T1DC2JH3J,G8PSS9T3V");
        assert_eq!(event.keys[0].as_str(), "T1DC2JH3J:398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");
        assert_eq!((event.raw.as_deref(), event.addressed), (Some(SLASH), Addressed::Aside));
        let url = "https://hooks.slack.com/commands/T1DC2JH3J/397700885554/96rGlfmibIGlgcZRskXaIFfN";
        assert_eq!(event.reply_attributes.get("response_url"), Some(&json!(url)));
        assert!(!command.attributes.contains_key("token") && !command.attributes.contains_key("response_url"));
        assert_eq!((command.attributes["channel_name"].as_str(), said), (Some("foobar"), Value::Null));
        assert_eq!(
            (question.kind.as_str(), question.fields["command"].as_str()),
            ("slash_command", "/webhook-collect")
        );
    }
}

#[test]
fn an_answer_at_once_is_said_to_whoever_gave_it() {
    let words = json!({ "response_type": "in_channel", "text": "on it" });
    assert_eq!(decided(given(FORM, SLASH), answer(&words)).2, words);
    let (.., said) = decided(given(FORM, SLASH), Decision::Reject { reason: "not now".into() });
    assert_eq!(said, json!({ "response_type": "ephemeral", "text": "not now" }));
    assert_eq!(decided(given(FORM, SLASH), answer(&json!({}))).2, Value::Null);
}

#[test]
fn text_organisations_and_direct_messages() {
    let body = "command=%2Fdeploy&text=staging+now&user_id=U1&team_id=T1&enterprise_id=E1&is_enterprise_install=true&\
        channel_id=D1&trigger_id=1";
    let (event, ..) = decided(given(FORM, body), Decision::Pass);
    assert_eq!((event.conversation.to_string().as_str(), event.addressed), ("dm:E1,D1", Addressed::Direct));
    assert_eq!(event.said().unwrap().content.text, "/deploy staging now");
    let Received::Store { events, .. } = given(FORM, "command=%2Fdeploy") else { panic!("belongs nowhere") };
    assert!(events.is_empty());
}
