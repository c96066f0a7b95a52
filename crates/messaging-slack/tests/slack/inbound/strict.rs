//! What broke a stricter parser, `slack-morphism`, by its issue numbers. <https://github.com/abdolence/slack-morphism-rust>

use messaging_core::{EventKind, capability::Decision};
use serde_json::json;

use super::{decided, fixture, form, told};

#[test]
fn issue_23_an_app_mention_with_few_fields_and_many() {
    let bare = json!({ "type": "app_mention", "user": "U1", "text": "<@U0BOT> hi", "ts": "1.000001", "channel": "C1" });
    assert!(told(&bare).unwrap().wants_turn());
    let mut full = bare;
    full["edited"] = json!({ "user": "U1", "ts": "2.0" });
    (full["files"], full["unheard_of"], full["subtype"]) = (json!([]), json!({ "a": [1] }), json!("file_share"));
    assert!(told(&full).unwrap().wants_turn());
}

#[test]
fn issue_201_a_reaction_added() {
    let reaction = &fixture("inner_events")[2];
    assert!(matches!(told(reaction).unwrap().kind, EventKind::ReactionAdded(_)));
}

#[test]
fn issue_278_a_changed_message_without_edited() {
    let mut changed = fixture("message_changed");
    changed["message"].as_object_mut().unwrap().remove("edited");
    assert_eq!(told(&changed).unwrap().kind, EventKind::Other("message.message_changed".into()));
}

#[test]
fn issue_351_a_subtype_that_nobody_knows() {
    let mut message = fixture("message")["event"].clone();
    message["subtype"] = json!("brand_new");
    let event = told(&message).unwrap();
    assert_eq!(event.kind, EventKind::Other("message.brand_new".into()));
    assert!(event.raw.unwrap().contains("brand_new"));
}

#[test]
fn issue_360_a_table_and_blocks_of_tomorrow() {
    let mut message = fixture("message")["event"].clone();
    message["blocks"] =
        json!([{ "type": "table", "rows": [[{ "type": "raw_text", "text": "a" }]] }, { "type": "cube" }, 7]);
    let event = told(&message).unwrap();
    assert!(event.wants_turn() && event.raw.unwrap().contains("raw_text"));
}

#[test]
fn issue_164_a_view_with_hardly_a_field() {
    let bare = json!({ "type": "view_submission", "team": { "id": "T111" }, "user": { "id": "U1" }, "view": {} });
    let (event, ..) = decided(form(&bare), Decision::Pass);
    assert_eq!(event.said().unwrap().content.text, "view_submission");
    let none = json!({ "type": "view_submission", "team": { "id": "T111" }, "user": { "id": "U1" } });
    assert!(decided(form(&none), Decision::Pass).0.wants_turn());
}
