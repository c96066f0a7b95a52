//! Forms, and menus whose options we load.

use messaging_core::{
    EventKind,
    capability::{Decision, Received},
    message::Action,
};
use serde_json::{Value, json};

use super::{answer, decided, form};

fn submission() -> Value {
    json!({ "type": "view_submission", "team": { "id": "T111", "domain": "acme" }, "user": { "id": "U1", "name": "ann" },
        "api_app_id": "A111", "token": "x", "trigger_id": "1.2.c", "view": { "id": "V1", "type": "modal",
        "callback_id": "ticket", "private_metadata": "", "hash": "1.h", "title": { "type": "plain_text", "text": "Ticket" },
        "state": { "values": {
            "b1": { "what": { "type": "plain_text_input", "value": "It broke" } },
            "b2": { "how": { "type": "static_select", "selected_option": { "text": { "text": "High" }, "value": "3" } } } } },
        "root_view_id": "V1", "previous_view_id": null, "blocks": [] }, "response_urls": [] })
}

#[test]
fn a_form_is_an_action_whose_choices_are_its_answers() {
    let (event, question, said) = decided(form(&submission()), Decision::Pass);
    let EventKind::Action(sent) = &event.kind else { panic!("{event:?}") };
    assert_eq!(sent.choices, [Action::new("It broke", "It broke"), Action::new("High", "3")]);
    assert_eq!(sent.attributes["values"]["b1"]["what"]["value"], "It broke");
    assert_eq!((&sent.attributes["callback_id"], event.wants_turn()), (&json!("ticket"), true));
    assert_eq!(event.conversation.to_string(), "workspace:T111");
    assert_eq!((question.kind.as_str(), question.fields["callback_id"].as_str()), ("view_submission", "ticket"));
    assert_eq!(serde_json::from_str::<Value>(&question.fields["payload"]).unwrap(), submission());
    assert_eq!(said, Value::Null, "it closes");
}

#[test]
fn every_answer_that_slack_knows_is_given() {
    for words in [
        json!({ "response_action": "errors", "errors": { "b1": "too short" } }),
        json!({ "response_action": "update", "view": { "type": "modal" } }),
        json!({ "response_action": "push", "view": { "type": "modal" } }),
        json!({ "response_action": "clear" }),
    ] {
        assert_eq!(decided(form(&submission()), answer(&words)).2, words);
    }
    let reject = || Decision::Reject { reason: "no tickets today".into() };
    let rejected = json!({ "response_action": "errors", "errors": { "b1": "no tickets today" } });
    assert_eq!(decided(form(&submission()), reject()).2, rejected);
    let mut bare = submission();
    bare["view"]["state"] = json!({ "values": {} });
    let (event, _, said) = decided(form(&bare), reject());
    assert_eq!(said["response_action"], "update");
    assert_eq!(event.said().unwrap().content.text, "Ticket");
}

#[test]
fn a_form_belongs_where_it_says() {
    let place = |metadata: &str| {
        let mut payload = submission();
        payload["view"]["private_metadata"] = json!(metadata);
        decided(form(&payload), Decision::Pass).0.conversation.to_string()
    };
    assert_eq!(place(r#"{"place":"thread:T111,C1,1548261000.000100","more":1}"#), "thread:T111,C1,1548261000.000100");
    assert_eq!(place(r#"{"place":"dm:T111,D1"}"#), "dm:T111,D1");
    for elsewhere in [r#"{"place":"channel:T999,C1"}"#, r#"{"place":"webhook:T111"}"#, r#"{"place":7}"#, "place", "[]"]
    {
        assert_eq!(place(elsewhere), "workspace:T111", "{elsewhere}");
    }
    let mut chosen = submission();
    chosen["response_urls"] = json!([{ "block_id": "b", "action_id": "a", "channel_id": "C7",
        "response_url": "https://hooks.slack.com/app/T111/1/b" }]);
    let event = decided(form(&chosen), Decision::Pass).0;
    assert_eq!(event.conversation.to_string(), "channel:T111,C7");
    assert!(event.reply_attributes.get("response_url").is_some());
}

#[test]
fn options_are_asked_for_and_nothing_is_stored() {
    let payload = json!({ "type": "block_suggestion", "team": { "id": "T111" }, "user": { "id": "U1" },
        "action_id": "city", "block_id": "b1", "value": "Ber", "container": { "type": "view", "view_id": "V1" } });
    for (decision, said) in [
        (Decision::Pass, json!({ "options": [] })),
        (
            answer(&json!({ "options": [{ "text": { "type": "plain_text", "text": "Berlin" }, "value": "b" }] })),
            json!({ "options": [{ "text": { "type": "plain_text", "text": "Berlin" }, "value": "b" }] }),
        ),
        (answer(&json!({ "option_groups": [] })), json!({ "option_groups": [] })),
    ] {
        let Received::Ask(asked) = form(&payload) else { panic!("a question") };
        assert_eq!(
            (asked.question.fields["value"].as_str(), asked.question.kind.as_str()),
            ("Ber", "block_suggestion")
        );
        let response = (asked.ruling)(decision);
        assert_eq!(serde_json::from_slice::<Value>(response.body()).unwrap(), said);
        assert_eq!(response.headers()["content-type"], "application/json");
    }
}
