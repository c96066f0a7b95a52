//! Buttons, menus and shortcuts.

use messaging_core::{Addressed, EventKind, UnixMillis, event::Interaction, message::Action};
use serde_json::{Value, json};

use super::{fixture, interaction};

fn action(event: &messaging_core::Event) -> &Interaction {
    match &event.kind {
        EventKind::Action(action) => action,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_button_means_what_its_own_value_says() {
    let event = interaction(&fixture("block_actions"));
    let pressed = action(&event);
    assert_eq!(pressed.choices, [Action::new("Approve", "req-1")]);
    assert_eq!((pressed.author.id.as_str(), pressed.author.name.as_deref()), ("U1", Some("ann")));
    assert_eq!(pressed.message.as_ref().unwrap().as_str(), "1548261231.000200");
    assert_eq!((&pressed.attributes["action_id"], &pressed.attributes["block_id"]), (&json!("approve"), &json!("b1")));
    assert_eq!(event.conversation.to_string(), "channel:T111,C111");
    assert_eq!(event.keys[0].as_str(), "T111:12321423423.333649436676.d8c1bb837935");
    assert_eq!((event.addressed, event.wants_turn()), (Addressed::Aside, true));
    assert_eq!(event.occurred_at, Some(UnixMillis(1_548_426_417_840)));
    let url = "https://hooks.slack.com/actions/T111/1232321423432/D09sSasdasd";
    assert_eq!(event.reply_attributes.get("response_url"), Some(&json!(url)));
    assert_eq!(event.reply_attributes.get("response_type"), Some(&json!("in_channel")));
    assert!(!event.said().unwrap().attributes.contains_key("response_url"));
    let mut shown = event.clone();
    shown.raw = None;
    assert!(!format!("{shown:?}").contains("hooks.slack.com"));
}

#[test]
fn it_is_told_where_its_message_is() {
    let place = |change: &dyn Fn(&mut Value)| {
        let mut payload = fixture("block_actions");
        change(&mut payload);
        let event = interaction(&payload);
        (event.conversation.to_string(), event.addressed)
    };
    let thread = place(&|payload| payload["message"]["thread_ts"] = json!("1548261000.000100"));
    assert_eq!(thread, ("thread:T111,C111,1548261000.000100".into(), Addressed::Aside));
    let dm = place(&|payload| payload["channel"]["id"] = json!("D111"));
    assert_eq!(dm, ("dm:T111,D111".into(), Addressed::Direct));
    // Ephemeral messages are known by their container alone.
    let ephemeral = place(&|payload| {
        payload.as_object_mut().unwrap().remove("message");
        payload["channel"] = json!(null);
        payload["container"]["thread_ts"] = json!("1548261000.000100");
    });
    assert_eq!(ephemeral.0, "thread:T111,C111,1548261000.000100");
    let organisation = place(&|payload| {
        payload["is_enterprise_install"] = json!(true);
        payload["enterprise"] = json!({ "id": "E111" });
        payload["team"] = json!(null);
    });
    assert_eq!(organisation.0, "channel:E111,C111");
}

#[test]
fn what_only_one_person_sees_is_answered_to_them() {
    let mut payload = fixture("block_actions");
    payload["container"]["is_ephemeral"] = json!(true);
    let event = interaction(&payload);
    assert_eq!(event.reply_attributes.get("response_type"), Some(&json!("ephemeral")));
    assert_eq!(event.reply_attributes.get("user"), Some(&json!("U1")));
}

#[test]
fn several_choices_and_elements_of_tomorrow() {
    let mut payload = fixture("block_actions");
    let option = |name: &str| json!({ "text": { "type": "plain_text", "text": name }, "value": name.to_lowercase() });
    payload["actions"] =
        json!([{ "type": "checkboxes", "action_id": "c", "selected_options": [option("A"), option("B")] }]);
    let event = interaction(&payload);
    assert_eq!(action(&event).choices, [Action::new("A", "a"), Action::new("B", "b")]);
    assert_eq!(event.said().unwrap().content.text, "A, B");
    payload["actions"] = json!([{ "type": "hologram", "action_id": "wave" }]);
    assert_eq!(action(&interaction(&payload)).choices, [Action::new("wave", "wave")]);
    payload["actions"] = json!(null);
    assert_eq!(interaction(&payload).kind, EventKind::Other("block_actions".into()));
}

#[test]
fn shortcuts_are_choices_by_their_name() {
    let global = json!({ "type": "shortcut", "callback_id": "new_ticket", "trigger_id": "1.2.a", "action_ts": "1.000000",
        "user": { "id": "U1", "username": "ann", "team_id": "T111" }, "team": { "id": "T111", "domain": "acme" } });
    let event = interaction(&global);
    assert_eq!(action(&event).choices, [Action::new("new_ticket", "new_ticket")]);
    assert_eq!(event.conversation.to_string(), "workspace:T111");
    assert_eq!(action(&event).attributes["trigger_id"], "1.2.a");
    assert!(event.reply_attributes.is_empty());
    let on_message = json!({ "type": "message_action", "callback_id": "summarise", "trigger_id": "1.2.b",
        "user": { "id": "U1", "name": "ann" }, "team": { "id": "T111" }, "channel": { "id": "C111", "name": "general" },
        "message_ts": "1548261231.000200", "message": { "type": "message", "user": "U2", "text": "long",
        "ts": "1548261231.000200" }, "response_url": "https://hooks.slack.com/app/T111/1/a" });
    let event = interaction(&on_message);
    assert_eq!(event.conversation.to_string(), "channel:T111,C111");
    assert_eq!((&action(&event).attributes["message_text"], action(&event).message.is_some()), (&json!("long"), true));
    assert!(event.reply_attributes.get("response_url").is_some());
}

#[test]
fn what_is_older_or_newer_than_blocks_is_kept() {
    for name in ["interactive_message", "dialog_submission", "dialog_cancellation", "view_closed", "tomorrow"] {
        let payload = json!({ "type": name, "team": { "id": "T111" }, "user": { "id": "U1" }, "callback_id": "c",
            "actions": [{ "name": "game", "type": "button", "value": "chess" }] });
        let event = interaction(&payload);
        assert_eq!((event.kind.clone(), event.wants_turn()), (EventKind::Other(name.into()), false));
        assert_eq!(event.conversation.to_string(), "workspace:T111");
        assert_eq!(event.keys[0].as_str().len(), "T111:".len() + 64, "known by its bytes");
        assert_eq!(interaction(&payload).keys, event.keys);
    }
}
