use serde_json::{Value, json};

use super::{
    Question,
    outcome::{ActError, SlackOutcome},
};
use crate::slack::SlackEmulator;

impl SlackEmulator {
    /// Has a person use a global shortcut: <https://docs.slack.dev/interactivity/implementing-shortcuts>.
    ///
    /// # Errors
    /// There is no such person.
    pub async fn shortcut(&self, user: &str, callback_id: &str) -> Result<SlackOutcome, ActError> {
        let mut payload = self.acting("shortcut", user)?;
        payload.insert("callback_id".to_owned(), json!(callback_id));
        payload.insert("trigger_id".to_owned(), json!(self.trigger(user, None)));
        payload.insert("action_ts".to_owned(), json!(self.action_ts()));
        let asked = self.ask(Question::Interaction(Value::Object(payload))).await;
        Ok(SlackOutcome::of(&asked))
    }

    /// Has a person use a shortcut of a message.
    ///
    /// # Errors
    /// There is no such person, channel or message.
    pub async fn message_action(
        &self,
        user: &str,
        channel: &str,
        message_ts: &str,
        callback_id: &str,
    ) -> Result<SlackOutcome, ActError> {
        let mut payload = self.acting("message_action", user)?;
        let mut clicked = self.clicked(user, channel, message_ts)?;
        payload.insert("callback_id".to_owned(), json!(callback_id));
        payload.insert("trigger_id".to_owned(), json!(self.trigger(user, None)));
        payload.insert("action_ts".to_owned(), json!(self.action_ts()));
        payload.insert("message_ts".to_owned(), json!(message_ts));
        payload.insert("channel".to_owned(), clicked.surface.remove("channel").unwrap_or_default());
        payload.insert("message".to_owned(), json!(clicked.message));
        payload.insert("response_url".to_owned(), json!(self.response_url("app", clicked.origin)));
        let asked = self.ask(Question::Interaction(Value::Object(payload))).await;
        Ok(SlackOutcome::of(&asked))
    }
}
