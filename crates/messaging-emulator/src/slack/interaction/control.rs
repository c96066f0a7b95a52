use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{
    element::What,
    outcome::{ActError, SlackOutcome},
};
use crate::{
    side::json_answer,
    slack::{SlackEmulator, parts::parts},
};

/// Where a person acts, and what they choose.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Click {
    user: Option<String>,
    channel: Option<String>,
    message_ts: Option<String>,
    /// Needed only where several blocks have an element of this `action_id`.
    block_id: Option<String>,
    action_id: String,
    #[serde(default)]
    value: Choice,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    user: Option<String>,
    channel: Option<String>,
    command: String,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shortcut {
    user: Option<String>,
    channel: Option<String>,
    message_ts: Option<String>,
    callback_id: String,
}

/// What is filled in before the modal is submitted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Submission {
    user: Option<String>,
    #[serde(default)]
    values: std::collections::BTreeMap<String, Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Closing {
    user: Option<String>,
    #[serde(default)]
    all: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    user: Option<String>,
    channel: Option<String>,
    message_ts: String,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reaction {
    user: Option<String>,
    channel: Option<String>,
    message_ts: String,
    name: String,
    #[serde(default = "on")]
    on: bool,
}

fn on() -> bool {
    true
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
    user: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stop {
    user: Option<String>,
    channel: Option<String>,
    thread_ts: String,
}

/// One choice or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Choice {
    One(String),
    Several(Vec<String>),
}

impl Default for Choice {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Choice {
    fn words(&self) -> Vec<&str> {
        match self {
            Self::One(word) => vec![word],
            Self::Several(words) => words.iter().map(String::as_str).collect(),
        }
    }
}

impl SlackEmulator {
    /// `POST /_emulator/people/…`: what a person does besides writing; none if the path is none of these.
    pub(crate) async fn person(&self, path: &str, request: &Request<Bytes>) -> Option<Response<Bytes>> {
        let body = request.body();
        let done = match path {
            "people/clicks" => self.person_clicks(body).await,
            "people/suggestions" => self.person_types(body).await,
            "people/commands" => self.person_commands(body).await,
            "people/shortcuts" => self.person_shortcut(body).await,
            "people/submissions" => self.person_submits(body).await,
            "people/closings" => self.person_closes(body).await,
            "people/edits" => self.person_edits(body),
            "people/deletions" => self.person_deletes(body),
            "people/stops" => self.person_stops(body),
            "people/reactions" => self.person_reacts(body),
            "people/views" => self.person_looks(body),
            _ => return None,
        };
        Some(match done {
            Ok(answer) => json_answer(StatusCode::OK, &answer),
            Err(cause) => json_answer(StatusCode::BAD_REQUEST, &json!({ "error": cause })),
        })
    }

    fn who<'a>(&'a self, user: Option<&'a String>) -> &'a str {
        user.map_or(&self.settings().user_id, |user| user)
    }

    fn whither<'a>(&'a self, channel: Option<&'a String>) -> &'a str {
        channel.map_or(&self.settings().channel, |channel| channel)
    }

    async fn person_clicks(&self, body: &Bytes) -> Result<Value, String> {
        let click: Click = read(body)?;
        let (user, words) = (self.who(click.user.as_ref()), click.value.words());
        let what = What { block: click.block_id.as_deref(), action: &click.action_id };
        let done = match &click.message_ts {
            Some(ts) => self.click_on(user, self.whither(click.channel.as_ref()), ts, what, &words).await,
            None if self.modal(user).is_some() => self.fill_in(user, what, &words).await,
            None => self.click_home(user, &click.action_id, &words).await,
        };
        told(&click.action_id, done)
    }

    async fn person_types(&self, body: &Bytes) -> Result<Value, String> {
        let click: Click = read(body)?;
        let (user, channel) = (self.who(click.user.as_ref()), self.whither(click.channel.as_ref()));
        let typed = click.value.words().first().copied().unwrap_or_default().to_owned();
        let what = What { block: click.block_id.as_deref(), action: &click.action_id };
        let done = self.suggest_in(user, channel, click.message_ts.as_deref(), what, &typed).await;
        told(&click.action_id, done)
    }

    async fn person_commands(&self, body: &Bytes) -> Result<Value, String> {
        let typed: Typed = read(body)?;
        let (user, channel) = (self.who(typed.user.as_ref()), self.whither(typed.channel.as_ref()));
        told(&typed.command, self.command(user, channel, &typed.command, &typed.text).await)
    }

    async fn person_shortcut(&self, body: &Bytes) -> Result<Value, String> {
        let used: Shortcut = read(body)?;
        let (user, channel) = (self.who(used.user.as_ref()), self.whither(used.channel.as_ref()));
        let done = match &used.message_ts {
            Some(ts) => self.message_action(user, channel, ts, &used.callback_id).await,
            None => self.shortcut(user, &used.callback_id).await,
        };
        told(&used.callback_id, done)
    }

    async fn person_submits(&self, body: &Bytes) -> Result<Value, String> {
        let filled: Submission = read(body)?;
        let user = self.who(filled.user.as_ref());
        for (id, choice) in &filled.values {
            self.fill(user, id, &choice.words()).await.map_err(|cause| format!("{id}: {cause}"))?;
        }
        told("view_submission", self.submit(user).await)
    }

    async fn person_closes(&self, body: &Bytes) -> Result<Value, String> {
        let closing: Closing = read(body)?;
        told("view_closed", self.close(self.who(closing.user.as_ref()), closing.all).await)
    }

    fn person_edits(&self, body: &Bytes) -> Result<Value, String> {
        let edit: Edit = read(body)?;
        let (user, channel) = (self.who(edit.user.as_ref()), self.whither(edit.channel.as_ref()));
        self.edit(user, channel, &edit.message_ts, &edit.text).map_err(|cause| cause.to_string())?;
        Ok(json!({ "id": edit.message_ts }))
    }

    fn person_deletes(&self, body: &Bytes) -> Result<Value, String> {
        let edit: Edit = read(body)?;
        let (user, channel) = (self.who(edit.user.as_ref()), self.whither(edit.channel.as_ref()));
        self.delete(user, channel, &edit.message_ts).map_err(|cause| cause.to_string())?;
        Ok(json!({ "id": edit.message_ts }))
    }

    fn person_reacts(&self, body: &Bytes) -> Result<Value, String> {
        let reaction: Reaction = read(body)?;
        let (user, channel) = (self.who(reaction.user.as_ref()), self.whither(reaction.channel.as_ref()));
        self.react(user, channel, &reaction.message_ts, &reaction.name, reaction.on)?;
        Ok(json!({ "id": reaction.message_ts }))
    }

    /// What a person looks at; of the modal also the `parts` that they can use.
    fn person_looks(&self, body: &Bytes) -> Result<Value, String> {
        let look = if body.is_empty() { Look::default() } else { read(body)? };
        let user = self.who(look.user.as_ref());
        let modal = self.modal(user);
        let home = self.workplace_of(user);
        let blocks = modal.as_ref().and_then(|modal| modal.get("blocks"));
        let parts = blocks.zip(home.as_deref()).map(|(blocks, home)| parts(blocks, home));
        Ok(json!({ "modal": modal, "parts": parts, "home": self.home(user) }))
    }

    fn person_stops(&self, body: &Bytes) -> Result<Value, String> {
        let stop: Stop = read(body)?;
        let (user, channel) = (self.who(stop.user.as_ref()), self.whither(stop.channel.as_ref()));
        self.press_stop(user, channel, &stop.thread_ts).map_err(|cause| cause.to_string())?;
        Ok(json!({ "id": stop.thread_ts }))
    }
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|cause| format!("the body is not understood: {cause}"))
}

fn told(id: &str, done: Result<SlackOutcome, ActError>) -> Result<Value, String> {
    let mut told = done.map_err(|cause| cause.to_string())?.json();
    if let Some(told) = told.as_object_mut() {
        told.insert("id".to_owned(), json!(id));
    }
    Ok(told)
}
