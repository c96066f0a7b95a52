use serde_json::{Value, json};

use super::{draft::checked, view::View};
use crate::slack::{
    SlackEmulator,
    interaction::{ActError, Origin, Question, SlackOutcome},
};

impl SlackEmulator {
    /// Has a person submit the modal that they look at, and does what the app answers: close, complain, change, push,
    /// clear (<https://docs.slack.dev/surfaces/modals#handling_submissions>).
    ///
    /// # Errors
    /// The person looks at no modal, or left a field empty that is not optional: Slack does not even ask the app.
    pub async fn submit(&self, user: &str) -> Result<SlackOutcome, ActError> {
        let mut payload = self.acting("view_submission", user)?;
        let view = self.app().views.top(user).cloned().ok_or(ActError::NoModal)?;
        let empty = view.elements().into_iter().find(|element| {
            let is_optional = element.input.as_ref().is_none_or(|input| input.get("optional") == Some(&json!(true)));
            !is_optional && is_empty(view.values.pointer(&format!("/{}/{}", element.block_id, element.action_id)))
        });
        if empty.is_some() {
            return Err(ActError::Unfilled);
        }
        payload.insert("trigger_id".to_owned(), json!(self.trigger(user, Some(&view.id))));
        payload.insert("view".to_owned(), self.told_view(&view));
        payload.insert("response_urls".to_owned(), self.response_urls(user, &view));
        let asked = self.ask(Question::Interaction(Value::Object(payload))).await;
        let mut outcome = SlackOutcome::of(&asked);
        if outcome.error.is_none() {
            self.obey(&view, &asked.said, &mut outcome);
        }
        Ok(outcome)
    }

    /// Does what the app answered; what Slack would not do is shown to the person as trouble.
    fn obey(&self, view: &View, said: &Value, outcome: &mut SlackOutcome) {
        let action = said.get("response_action").and_then(Value::as_str);
        let shown = || checked(said.get("view").cloned().unwrap_or_default());
        let done = match action {
            None if said.is_null() || said.as_object().is_some_and(serde_json::Map::is_empty) => {
                self.app().views.pop(&view.user);
                self.look_up(&view.user);
                Ok(())
            }
            Some("errors") => match said.get("errors").and_then(Value::as_object) {
                Some(errors) if !errors.is_empty() => {
                    let words = |what: &Value| what.as_str().unwrap_or_default().to_owned();
                    outcome.errors = errors.iter().map(|(id, what)| (id.clone(), words(what))).collect();
                    let known = view.elements();
                    let stray = outcome.errors.iter().find(|(id, _)| !known.iter().any(|known| known.block_id == *id));
                    stray.map_or(Ok(()), |(id, _)| Err(format!("no input block is called `{id}`")))
                }
                _ => Err("`errors` names no block".to_owned()),
            },
            Some("update") => {
                let changed = shown().and_then(|given| self.change_view(&view.id, given, None));
                changed.map(drop).map_err(|refusal| format!("{refusal:?}"))
            }
            Some("push") => {
                let pushed = shown().and_then(|given| self.show_view(&view.user, given, true));
                pushed.map(drop).map_err(|refusal| format!("{refusal:?}"))
            }
            Some("clear") => {
                self.app().views.clear(&view.user);
                self.look_up(&view.user);
                Ok(())
            }
            _ => Err("it is none of errors, update, push, clear, and not empty".to_owned()),
        };
        if let Err(cause) = done {
            self.desk().warn(format!("the answer to a view_submission is not understood: {cause}"));
            outcome.error = Some("dispatch_failed");
        }
    }

    /// The URLs of the menus that ask for them with `response_url_enabled`.
    fn response_urls(&self, user: &str, view: &View) -> Value {
        let wants = |given: &Value| given.get("response_url_enabled") == Some(&json!(true));
        let urls = view.elements().into_iter().filter(|element| wants(&element.given)).filter_map(|element| {
            let held = view.values.get(&element.block_id)?.get(&element.action_id)?;
            let channel = held.get("selected_conversation").or_else(|| held.get("selected_channel"))?.as_str()?;
            let origin = Origin { channel: channel.to_owned(), user: user.to_owned(), message: None, thread: None };
            Some(json!({
                "block_id": element.block_id,
                "action_id": element.action_id,
                "channel_id": channel,
                "response_url": self.response_url("app", origin),
            }))
        });
        urls.collect()
    }
}

/// Whether nothing is filled in.
fn is_empty(held: Option<&Value>) -> bool {
    let said = held.and_then(Value::as_object).and_then(|held| held.iter().find(|(name, _)| *name != "type"));
    match said.map(|(_, value)| value) {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(_) => false,
    }
}
