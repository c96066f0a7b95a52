//! Replies inside the answer to a webhook.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{MutexGuard, PoisonError},
};

use bytes::Bytes;
use http::{Response, StatusCode};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::{ToyEmulator, emulator::status};

/// What is known of messages that came inside an answer.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// Where each was shown, and its words.
    said: BTreeMap<String, (String, String)>,
    /// The events whose answers were taken: a platform takes one answer to each.
    taken: BTreeSet<String>,
}

impl ToyEmulator {
    fn answers(&self) -> MutexGuard<'_, Answers> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes the words of a message that carries no intent.
    pub(super) fn said(&self, id: &str, place: &str, text: &str) {
        self.answers().said.insert(id.to_owned(), (place.to_owned(), text.to_owned()));
    }

    /// Shows the replies in the answer to a callback, now or a little later.
    pub(super) fn take_answer(&self, told: &Value, answer: &Bytes) {
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let answer: Value = serde_json::from_slice(answer).unwrap_or_default();
        let Some(replies) = answer.get("replies").and_then(Value::as_array).cloned() else { return };
        let (key, place) = (told.get("key").map(word).unwrap_or_default(), told.get("conversation").cloned());
        if !self.answers().taken.insert(key.clone()) {
            return;
        }
        self.desk.note(format_args!("answer {key} {}", replies.len()));
        let late = if self.desk.strikes(self.desk.plan().reorder) { 8_000 } else { 1 };
        let (emulator, pause) = (self.clone(), self.desk.between(0, late));
        tokio::spawn(async move {
            sleep(pause).await;
            for text in replies {
                emulator.show(&json!({ "to": place, "text": text }));
            }
        });
    }

    /// `POST /search`: messages that carry an intent, or carry none and say so to the same place.
    pub(super) fn search(&self, body: &Bytes) -> Response<Bytes> {
        if self.desk.strikes(self.desk.plan().blind) {
            return status(StatusCode::SERVICE_UNAVAILABLE);
        }
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let word = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (asked, here) = (word("intent"), (word("to"), word("text")));
        let intents = self.intents.lock().unwrap_or_else(PoisonError::into_inner);
        let answers = self.answers();
        let carries = |id: &String, intent: &String| *intent == asked || answers.said.get(id) == Some(&here);
        let found: Vec<_> =
            intents.iter().filter(|(id, intent)| carries(id, intent)).map(|(id, _)| json!({ "id": id })).collect();
        self.desk.note(format_args!("search {asked} {}", found.len()));
        Response::new(Value::from(found).to_string().into())
    }
}
