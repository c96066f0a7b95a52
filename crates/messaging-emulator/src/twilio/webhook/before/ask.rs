use std::time::Duration;

use serde_json::{Map, Value};
use tokio::time::timeout;

use super::Question;
use crate::{
    TwilioEmulator,
    twilio::webhook::{Callback, Product, Source, attempt::Told, named},
};

/// How long the application may take in all; then it is done as if it had agreed (50076).
const PATIENCE: Duration = Duration::from_secs(5);

/// What the application says to what is about to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Do it, with these values in place of those that were asked for: names as in the answer.
    Do(Vec<(String, String)>),
    /// Leave it: the application answered 4xx.
    Refused,
    /// Leave it: the application answered 5xx.
    Broken,
}

impl TwilioEmulator {
    /// Asks everybody who wants to be asked, one after the other. Nobody to ask is a yes, and so is no answer.
    pub(crate) async fn ask(&self, question: &Question, source: &Source) -> Verdict {
        let mut changes = Vec::new();
        for target in self.asked_before(question.event, &question.service_sid) {
            let mut fields = question.fields.clone();
            fields.push(("EventType", question.event.to_owned()));
            fields.extend(self.every_event(source));
            let label = format!("{} {}", question.event, question.about);
            let callback = Callback::new(label, target, Product::Conversations, named(fields));
            match self.answered(&callback).await {
                Some(Verdict::Do(more)) => changes.extend(more),
                Some(no) => return no,
                None => {}
            }
        }
        Verdict::Do(changes)
    }

    /// What one of them answers. None if it does not.
    async fn answered(&self, callback: &Callback) -> Option<Verdict> {
        let token = self.uuid();
        let url = &callback.target.url;
        let asked = self.try_target(callback, &callback.target, &callback.says, &token);
        let Ok(told) = timeout(PATIENCE, asked).await else {
            self.alert(50_076, &callback.label, url);
            return None;
        };
        let Told::Heard(response, _) = told else {
            let code = if matches!(told, Told::TimedOut) { 50_076 } else { told.code().unwrap_or(11_200) };
            self.alert(code, &callback.label, url);
            return None;
        };
        let status = response.status();
        if status.is_client_error() {
            return Some(Verdict::Refused);
        }
        if status.is_server_error() {
            self.alert(11_200, &callback.label, url);
            return Some(Verdict::Broken);
        }
        Some(Verdict::Do(changes(response.body())))
    }
}

/// The texts of a JSON object; an answer that is none changes nothing.
fn changes(body: &[u8]) -> Vec<(String, String)> {
    let object: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    let text = |value: Value| match value {
        Value::String(text) => Some(text),
        Value::Object(_) | Value::Array(_) => Some(value.to_string()),
        _ => None,
    };
    object.into_iter().filter_map(|(name, value)| Some((name, text(value)?))).collect()
}
