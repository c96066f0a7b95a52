use serde_json::{Value, json};

use super::{
    Question,
    element::{Element, What, find},
    outcome::{ActError, SlackOutcome},
};
use crate::slack::SlackEmulator;

impl SlackEmulator {
    /// Has a person type into a menu whose options the app knows: `block_suggestion`.
    ///
    /// `message_ts` names the message that the menu is in; without one it is in the modal that the person looks at.
    ///
    /// # Errors
    /// There is no such person, message, modal or menu.
    pub async fn suggest(
        &self,
        user: &str,
        channel: &str,
        message_ts: Option<&str>,
        action_id: &str,
        typed: &str,
    ) -> Result<SlackOutcome, ActError> {
        self.suggest_in(user, channel, message_ts, What::action(action_id), typed).await
    }

    pub(super) async fn suggest_in(
        &self,
        user: &str,
        channel: &str,
        message_ts: Option<&str>,
        what: What<'_>,
        typed: &str,
    ) -> Result<SlackOutcome, ActError> {
        let mut payload = self.acting("block_suggestion", user)?;
        let blocks = if let Some(ts) = message_ts {
            let clicked = self.clicked(user, channel, ts)?;
            payload.extend(clicked.surface);
            if let Some(message) = clicked.message {
                payload.insert("message".to_owned(), Value::Object(message));
            }
            clicked.blocks
        } else {
            let view = self.modal(user).ok_or(ActError::NoModal)?;
            let id = view.get("id").cloned().unwrap_or_default();
            payload.insert("container".to_owned(), json!({ "type": "view", "view_id": id }));
            let blocks = view.get("blocks").cloned().unwrap_or_default();
            payload.insert("view".to_owned(), view);
            blocks
        };
        let element = find(&blocks, what.action, what.block).ok_or(ActError::NoSuchElement)?;
        for (name, value) in [("action_id", &element.action_id), ("block_id", &element.block_id)] {
            payload.insert(name.to_owned(), json!(value));
        }
        payload.insert("value".to_owned(), json!(typed));
        let asked = self.ask(Question::Options(Value::Object(payload))).await;
        let mut outcome = SlackOutcome::of(&asked);
        outcome.options = offered(&asked.said);
        if outcome.error.is_none() && outcome.options.is_empty() {
            self.desk().note(format_args!("menu {} has no results", element.action_id));
        }
        self.app().choices.load(&element.block_id, &element.action_id, outcome.options.clone());
        Ok(outcome)
    }

    /// What the app last offered in a menu.
    pub(crate) fn loaded(&self, element: &Element) -> Vec<Value> {
        self.app().choices.loaded(&element.block_id, &element.action_id)
    }
}

/// `options`, or those of all `option_groups`.
fn offered(said: &Value) -> Vec<Value> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    if let Some(options) = said.get("options") {
        return list(options);
    }
    let groups = said.get("option_groups").map(list).unwrap_or_default();
    groups.iter().filter_map(|group| group.get("options")).flat_map(list).collect()
}
