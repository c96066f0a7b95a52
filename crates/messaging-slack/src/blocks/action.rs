//! Buttons and menus that keep their meaning: what a click brings back says everything, and nothing is remembered here.
//!
//! The value of an action travels as Slack's `value`, its label as the element's text. Whoever reads a `block_actions`
//! payload, today or after a restart, gets the same [`Action`] back.
//! <https://docs.slack.dev/reference/block-kit/blocks/actions-block>

use messaging_core::{Error, ErrorKind, Result, message::Action};
use serde_json::{Value, json};

use super::limits::{BUTTON_VALUE, BUTTONS, ELEMENTS, LABEL, OPTION_VALUE, OPTIONS};
use crate::mrkdwn::neutral;

/// What `action_id` and `block_id` of ours begin with.
const OURS: &str = "messaging";
/// What an option says whose value is empty, which Slack does not take; a value that begins so is written twice.
const EMPTY: char = '\u{2400}';

/// Whether these can be buttons or a menu; numbered lines in the text are the way for the rest.
///
/// There are at most 100, each with a label of 1 to 75 characters.
pub(crate) fn fit(actions: &[Action]) -> bool {
    let is_label = |label: &str| !label.trim().is_empty() && neutral::words(label.trim()).chars().count() <= LABEL;
    actions.len() <= OPTIONS && actions.iter().all(|action| is_label(&action.label))
}

/// Writes the blocks: up to five buttons in a row; a menu for more of them, or rows of buttons where a value is too long
/// for a menu.
///
/// # Errors
/// [`ErrorKind::Invalid`]: a value is longer than 2,000 characters, or [`fit`] says no.
pub(crate) fn encode(actions: &[Action]) -> Result<Vec<Value>> {
    let refuse = |message: String| Err(Error::new(ErrorKind::Invalid, message));
    if !fit(actions) {
        return refuse(format!(
            "Slack takes {OPTIONS} actions with labels of 1 to {LABEL} characters: write them as numbered lines instead"
        ));
    }
    let wire: Vec<_> = actions.iter().map(|action| wire(&action.value)).collect();
    let long = wire.iter().zip(actions).find(|(value, _)| value.chars().count() > BUTTON_VALUE);
    if let Some((value, action)) = long {
        return refuse(format!(
            "the value of the action `{}` has {} characters, and a button of Slack keeps {BUTTON_VALUE}: keep the data \
             on your side and offer a key to it",
            action.label,
            value.chars().count(),
        ));
    }
    if actions.len() > BUTTONS && wire.iter().all(|value| value.chars().count() <= OPTION_VALUE) {
        let options: Vec<_> =
            actions.iter().zip(&wire).map(|(action, value)| json!({ "text": label(action), "value": value })).collect();
        let menu = json!({ "type": "static_select", "action_id": format!("{OURS}:menu"), "options": options,
            "placeholder": { "type": "plain_text", "text": "Choose…" } });
        return Ok(vec![block(0, &[menu])]);
    }
    let buttons = actions.iter().zip(&wire).enumerate().map(|(at, (action, value))| {
        json!({ "type": "button", "action_id": format!("{OURS}:button:{at}"), "text": label(action), "value": value })
    });
    let buttons: Vec<_> = buttons.collect();
    let row = if buttons.len() > BUTTONS { ELEMENTS } else { BUTTONS };
    Ok(buttons.chunks(row).enumerate().map(|(at, row)| block(at, row)).collect())
}

fn block(at: usize, elements: &[Value]) -> Value {
    json!({ "type": "actions", "block_id": format!("{OURS}:actions:{at}"), "elements": elements })
}

fn label(action: &Action) -> Value {
    json!({ "type": "plain_text", "text": neutral::words(action.label.trim()), "emoji": true })
}

fn wire(value: &str) -> String {
    if value.is_empty() || value.starts_with(EMPTY) { format!("{EMPTY}{value}") } else { value.to_owned() }
}

/// Reads one of the `actions` of a `block_actions` payload: a click on a button, a choice from a menu, of our own making
/// or not. Nothing for elements that choose no option of the message: pickers, inputs.
///
/// <https://docs.slack.dev/reference/interaction-payloads/block_actions-payload>
pub(crate) fn decode(action: &Value) -> Option<Action> {
    let chosen = match action.get("selected_option") {
        Some(option) => option,
        None if action.get("type").and_then(Value::as_str) == Some("button") => action,
        None => return None,
    };
    let ours = action.get("action_id").and_then(Value::as_str).is_some_and(|id| id.starts_with("messaging:"));
    let value = chosen.get("value").and_then(Value::as_str).unwrap_or_default();
    let value = if ours { value.strip_prefix(EMPTY).unwrap_or(value) } else { value };
    let label = chosen.pointer("/text/text").and_then(Value::as_str).unwrap_or_default();
    let label = if ours { label.replace('\u{200B}', "") } else { label.to_owned() };
    Some(Action::new(label, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Slack sends when `at` is chosen, from nothing but the message.
    fn clicked(blocks: &[Value], at: usize) -> Value {
        let elements: Vec<_> = blocks.iter().flat_map(|block| block["elements"].as_array().unwrap()).collect();
        let element =
            if elements.len() == 1 && elements[0]["type"] == "static_select" { elements[0] } else { elements[at] };
        let mut action = json!({ "type": element["type"], "action_id": element["action_id"], "block_id": "b" });
        if let Some(option) = element["options"].get(at) {
            action["selected_option"] = option.clone();
        } else {
            action["value"] = element["value"].clone();
            action["text"] = element["text"].clone();
        }
        action
    }

    #[test]
    fn every_choice_reads_back_from_the_message_alone() {
        for seed in 0..500 {
            let mut random = fastrand::Rng::with_seed(seed);
            let count = random.usize(1..=OPTIONS);
            let longest = *random.choice([2, 150, 2_000].iter()).unwrap();
            let actions: Vec<_> = (0..count)
                .map(|at| {
                    let value: String = (0..random.usize(0..longest))
                        .map(|_| *random.choice(&['a', '&', '<', 'é', '\u{2400}', '"', '🎉']).unwrap())
                        .collect();
                    Action::new(format!("<!here> @channel {at}"), value)
                })
                .collect();
            let blocks = encode(&actions).unwrap();
            let ids: std::collections::BTreeSet<_> = blocks.iter().map(|block| block["block_id"].to_string()).collect();
            assert_eq!(ids.len(), blocks.len());
            for (at, action) in actions.iter().enumerate() {
                assert_eq!(decode(&clicked(&blocks, at)).as_ref(), Some(action), "seed {seed}");
            }
            let written = serde_json::to_string(&blocks).unwrap();
            assert!(!written.contains("\"text\":\"<!"), "seed {seed}: {written}");
        }
    }

    #[test]
    fn five_are_buttons_and_six_a_menu() {
        let actions: Vec<_> = (0..6).map(|at| Action::new(format!("L{at}"), format!("v{at}"))).collect();
        let five = encode(&actions[..5]).unwrap();
        assert_eq!(
            five[0]["elements"][4],
            json!({ "type": "button", "action_id": "messaging:button:4",
            "text": { "type": "plain_text", "text": "L4", "emoji": true }, "value": "v4" })
        );
        let six = encode(&actions).unwrap();
        assert_eq!((six.len(), &six[0]["elements"][0]["type"]), (1, &json!("static_select")));
        let long: Vec<_> = (0..60).map(|at| Action::new(format!("L{at}"), "x".repeat(151))).collect();
        let rows: Vec<_> = encode(&long).unwrap().iter().map(|row| row["elements"].as_array().unwrap().len()).collect();
        assert_eq!(rows, [25, 25, 10]);
    }

    #[test]
    fn what_does_not_fit_is_refused_with_the_remedy() {
        assert!(fit(&[Action::new("x".repeat(75), "")]) && !fit(&[Action::new("x".repeat(76), "")]));
        assert!(!fit(&[Action::new(" ", "v")]) && !fit(&vec![Action::new("x", ""); 101]));
        let error = encode(&[Action::new("Go", "x".repeat(2_001))]).unwrap_err();
        assert!(error.to_string().contains("offer a key to it") && error.to_string().contains("`Go`"), "{error}");
        assert!(encode(&[Action::new("Go", "x".repeat(2_000))]).is_ok());
    }

    #[test]
    fn others_elements_are_read_as_they_are() {
        let button =
            json!({ "type": "button", "action_id": "approve", "text": { "text": "Approve" }, "value": "req-1" });
        assert_eq!(decode(&button), Some(Action::new("Approve", "req-1")));
        assert_eq!(decode(&json!({ "type": "datepicker", "selected_date": "2026-01-01" })), None);
    }
}
