use serde_json::{Map, json};

use super::check_username;
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
    },
};

/// Longest title, in characters.
const MOST_TITLE: usize = 200;

impl SlackEmulator {
    /// Says how far an agent's session is, and begins it:
    /// <https://docs.slack.dev/reference/methods/agents.sessions.setStatus>.
    pub(super) fn set_session_status(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        check_username(arguments)?;
        let status = arguments.required("status")?.to_owned();
        if !matches!(status.as_str(), "active" | "processing" | "suspended" | "closed") {
            return Err(Refusal::arguments(
                "must be one of: active, processing, suspended, closed [json-pointer:/status]",
            ));
        }
        let title = arguments.text("title")?.map(str::to_owned);
        if let Some(title) = &title {
            check_title(title)?;
        }
        if arguments.text("initiator_user_id")?.is_some_and(|user| caller.directory.user(user).is_none()) {
            return Err(Refusal::arguments("no such user [json-pointer:/initiator_user_id]"));
        }
        let title = self.change_thread(caller, arguments, |thread| {
            thread.shown.session = Some(status.clone());
            thread.shown.title = title.or(thread.shown.title.take());
            thread.shown.title.clone()
        })?;
        let mut answer = Map::from_iter([
            ("status".to_owned(), json!(status)),
            ("agent_status".to_owned(), json!(status)),
            ("title".to_owned(), json!(title.unwrap_or_default())),
        ]);
        // Whoever hears no events cannot be stopped by the button that `processing` shows.
        if status == "processing" && self.settings().events_url.is_none() {
            answer.insert("warning".to_owned(), json!("missing_agent_session_stopped_event_subscription"));
        }
        Ok(answer)
    }

    /// Gives an agent's session a title: <https://docs.slack.dev/reference/methods/agents.sessions.rename>.
    pub(super) fn rename_session(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let title = arguments.text("title")?.unwrap_or_default().to_owned();
        check_title(&title)?;
        let session = self.change_thread(caller, arguments, |thread| {
            thread.shown.title = Some(title.clone());
            thread.shown.session.get_or_insert_with(|| "active".to_owned()).clone()
        })?;
        Ok(Map::from_iter([
            ("status".to_owned(), json!(session)),
            ("agent_status".to_owned(), json!(session)),
            ("title".to_owned(), json!(title)),
        ]))
    }
}

fn check_title(title: &str) -> Result<(), Refusal> {
    let fits = (1..=MOST_TITLE).contains(&title.chars().count());
    let message = format!("must be 1 to {MOST_TITLE} characters [json-pointer:/title]");
    if fits { Ok(()) } else { Err(Refusal::arguments(&message)) }
}
