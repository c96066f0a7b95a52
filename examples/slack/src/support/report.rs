//! The form: what it asks, and what counts as an answer.

use std::collections::BTreeMap;

use messaging::Place;
use serde_json::{Value, json};

/// The names of its fields.
pub(super) const ORDER: &str = "order";
pub(super) const PROBLEM: &str = "problem";

/// A form that was filled in well.
pub(super) struct Report {
    order: String,
    problem: String,
}

impl Report {
    /// The form, in Slack's words: <https://docs.slack.dev/surfaces/modals>.
    pub(super) fn form(place: &Place) -> Value {
        let plain = |text: &str| json!({ "type": "plain_text", "text": text });
        let field = |name: &str, label: &str, hint: &str| {
            json!({ "type": "input", "block_id": name, "label": plain(label), "hint": plain(hint),
                "element": { "type": "plain_text_input", "action_id": name } })
        };
        json!({
            "type": "modal", "callback_id": "report",
            "title": plain("Report a problem"), "submit": plain("Send"), "close": plain("Cancel"),
            "blocks": [
                field(ORDER, "Order number", "Four digits, at the top of your receipt."),
                field(PROBLEM, "What is wrong?", "A sentence will do."),
            ],
            // A form stands in no conversation. This says which one it belongs to: there the agent answers it.
            "private_metadata": json!({ "place": place.to_string() }).to_string(),
        })
    }

    /// Reads `view.state.values`; or says what is wrong, by field, as Slack shows it under each.
    pub(super) fn read(values: Option<&Value>) -> Result<Self, BTreeMap<&'static str, &'static str>> {
        let value = |name: &str| {
            let value = values.and_then(|values| values.get(name)?.get(name)?.get("value")?.as_str());
            value.unwrap_or_default().trim().to_owned()
        };
        let (order, problem) = (value(ORDER), value(PROBLEM));
        let mut wrong = BTreeMap::new();
        if order.len() != 4 || !order.bytes().all(|byte| byte.is_ascii_digit()) {
            wrong.insert(ORDER, "An order number has four digits, such as 1042.");
        }
        if problem.is_empty() {
            wrong.insert(PROBLEM, "Please say what is wrong.");
        }
        if wrong.is_empty() { Ok(Self { order, problem }) } else { Err(wrong) }
    }

    /// What is said of it.
    pub(super) fn summary(&self) -> String {
        format!("Reported for order {}: \"{}\". A colleague looks into it.", self.order, self.problem)
    }
}
