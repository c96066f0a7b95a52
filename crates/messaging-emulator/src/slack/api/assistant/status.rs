use serde_json::{Map, Value};

use super::check_username;
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
    },
};

/// Most texts shown in turn.
const MOST_LOADING: usize = 10;
/// Most suggested prompts.
const MOST_PROMPTS: usize = 4;

impl SlackEmulator {
    /// Says what the app is doing: <https://docs.slack.dev/reference/methods/assistant.threads.setStatus>.
    pub(super) fn set_status(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        check_username(arguments)?;
        let loading = arguments.list("loading_messages")?;
        if loading.len() > MOST_LOADING {
            let message = format!("no more than {MOST_LOADING} items allowed [json-pointer:/loading_messages]");
            return Err(Refusal::arguments(&message));
        }
        arguments.required("thread_ts")?;
        let (status, now) = (arguments.text("status")?.map(str::to_owned), self.desk().now());
        self.change_thread(caller, arguments, |thread| {
            thread.since = now;
            thread.shown.loading_messages = if status.is_some() { loading } else { Vec::new() };
            thread.shown.status = status;
        })?;
        Ok(Map::new())
    }

    /// Says what a thread is called: <https://docs.slack.dev/reference/methods/assistant.threads.setTitle>.
    pub(super) fn set_title(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        arguments.required("thread_ts")?;
        let title = arguments.required("title")?.to_owned();
        self.change_thread(caller, arguments, |thread| thread.shown.title = Some(title))?;
        Ok(Map::new())
    }

    /// Offers questions: <https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts>.
    pub(super) fn set_prompts(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let wrong =
            || Refusal::arguments("must provide a list of prompts with title and message [json-pointer:/prompts]");
        let value = arguments.structure("prompts").map_err(|()| wrong())?.ok_or_else(wrong)?;
        let list = value.as_array().ok_or_else(wrong)?;
        if list.len() > MOST_PROMPTS {
            let message = format!("no more than {MOST_PROMPTS} items allowed [json-pointer:/prompts]");
            return Err(Refusal::arguments(&message));
        }
        let word =
            |prompt: &Value, name: &str| prompt.get(name).and_then(Value::as_str).map(str::to_owned).ok_or_else(wrong);
        let prompts = list.iter().map(|prompt| Ok((word(prompt, "title")?, word(prompt, "message")?)));
        let prompts = prompts.collect::<Result<Vec<_>, Refusal>>()?;
        self.change_thread(caller, arguments, |thread| thread.shown.prompts = prompts)?;
        Ok(Map::new())
    }
}
