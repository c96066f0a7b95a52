//! What a person chose, in any element of Block Kit. <https://docs.slack.dev/reference/block-kit/block-elements>

use messaging_core::message::Action;
use serde_json::{Map, Value};

use crate::blocks::action;

/// Lists of ids that a person may choose several of.
const MANY: [&str; 3] = ["selected_users", "selected_conversations", "selected_channels"];
/// Values that a person chooses one of, or types.
const ONE: [&str; 7] = [
    "selected_user",
    "selected_conversation",
    "selected_channel",
    "selected_date",
    "selected_time",
    "selected_date_time",
    "value",
];

/// Reads one element: what it says now, which may be several things, or nothing.
pub(super) fn chosen(element: &Value) -> Vec<Action> {
    if let Some(options) = element.get("selected_options").and_then(Value::as_array) {
        return options.iter().filter_map(option).collect();
    }
    if let Some(list) = MANY.iter().find_map(|key| element.get(key).and_then(Value::as_array)) {
        return list.iter().filter_map(plain).collect();
    }
    if let Some(action) = action::decode(element) {
        return vec![action];
    }
    let one = ONE.iter().filter_map(|key| element.get(key)).find_map(plain);
    one.or_else(|| element.get("rich_text_value").map(|value| Action::new("", value.to_string()))).into_iter().collect()
}

/// Reads every answer of a form, block by block.
pub(super) fn answers(state: Option<&Value>) -> Vec<Action> {
    blocks(state).flat_map(Map::values).flat_map(chosen).collect()
}

/// The name of the first block that has an answer.
pub(super) fn first_block(state: Option<&Value>) -> Option<String> {
    state?.get("values")?.as_object()?.keys().next().cloned()
}

fn blocks(state: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    let values = state.and_then(|state| state.get("values")).and_then(Value::as_object);
    values.into_iter().flat_map(Map::values).filter_map(Value::as_object)
}

fn option(option: &Value) -> Option<Action> {
    let label = option.pointer("/text/text").and_then(Value::as_str).unwrap_or_default();
    let value = option.get("value").and_then(Value::as_str)?;
    Some(Action::new(label, value))
}

fn plain(value: &Value) -> Option<Action> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(Action::new(text.clone(), text))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_element_says_what_was_chosen() {
        let option =
            |n: u8| json!({ "text": { "type": "plain_text", "text": format!("L{n}") }, "value": format!("v{n}") });
        for (element, expected) in [
            (json!({ "type": "button", "text": { "text": "Go" }, "value": "go" }), vec![("Go", "go")]),
            (json!({ "type": "static_select", "selected_option": option(1) }), vec![("L1", "v1")]),
            (json!({ "type": "overflow", "selected_option": option(2) }), vec![("L2", "v2")]),
            (json!({ "type": "radio_buttons", "selected_option": option(3) }), vec![("L3", "v3")]),
            (
                json!({ "type": "checkboxes", "selected_options": [option(1), option(2)] }),
                vec![("L1", "v1"), ("L2", "v2")],
            ),
            (json!({ "type": "checkboxes", "selected_options": [] }), vec![]),
            (json!({ "type": "users_select", "selected_user": "U1" }), vec![("U1", "U1")]),
            (json!({ "type": "multi_users_select", "selected_users": ["U1", "U2"] }), vec![("U1", "U1"), ("U2", "U2")]),
            (json!({ "type": "datepicker", "selected_date": "2026-11-29" }), vec![("2026-11-29", "2026-11-29")]),
            (
                json!({ "type": "datetimepicker", "selected_date_time": 1_628_633_820 }),
                vec![("1628633820", "1628633820")],
            ),
            (json!({ "type": "plain_text_input", "value": "It broke" }), vec![("It broke", "It broke")]),
            (json!({ "type": "plain_text_input", "value": null }), vec![]),
            (json!({ "type": "hologram_picker", "selected_hologram": 7 }), vec![]),
            (json!(7), vec![]),
        ] {
            let found = chosen(&element);
            let found: Vec<_> = found.iter().map(|action| (action.label.as_str(), action.value.as_str())).collect();
            assert_eq!(found, expected, "{element}");
        }
    }
}
