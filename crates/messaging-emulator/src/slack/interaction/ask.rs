use bytes::Bytes;
use form_urlencoded::Serializer;
use http::StatusCode;
use serde_json::{Map, Value};
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::slack::{SlackEmulator, events::PATIENCE, socket::Enveloped};

/// The form of everything that people do. Without a charset: an official SDK refuses it with one.
const FORM: &str = "application/x-www-form-urlencoded";

/// What Slack asks the app, once.
#[derive(Clone, Debug)]
pub(crate) enum Question {
    /// A click, a shortcut, a modal.
    Interaction(Value),
    /// What a menu offers.
    Options(Value),
    Command(Map<String, Value>),
}

/// What the app answered.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) status: Option<u16>,
    pub(crate) millis: u64,
    /// In Slack's words, as the person reads them.
    pub(crate) failure: Option<&'static str>,
    /// JSON as it came, other text as a string, nothing as null.
    pub(crate) said: Value,
}

impl SlackEmulator {
    /// Asks the app and waits 3 s at most. Slack never asks such a thing twice.
    pub(crate) async fn ask(&self, question: Question) -> Asked {
        let begun = Instant::now();
        let emulator = self.clone();
        self.desk().truth().open += 1;
        // Who hangs up does not undo what they did.
        let asking = tokio::spawn(async move {
            let heard = emulator.dispatch(&question, begun).await;
            emulator.desk().truth().open -= 1;
            heard
        });
        let heard = asking.await.unwrap_or(Err("dispatch_failed"));
        let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let (status, failure, said) = match heard {
            Ok((status, said)) => {
                let failure = (status != StatusCode::OK).then_some("dispatch_failed");
                (Some(status.as_u16()), failure, said)
            }
            Err(failure) => (None, Some(failure), Value::Null),
        };
        self.desk().note(format_args!("ask {}", failure.unwrap_or("yes")));
        Asked { status, millis, failure, said }
    }

    async fn dispatch(&self, question: &Question, begun: Instant) -> Result<(StatusCode, Value), &'static str> {
        let late = begun + PATIENCE;
        if self.tells_by_socket() {
            let fields;
            let (kind, payload) = match question {
                Question::Interaction(payload) | Question::Options(payload) => ("interactive", payload),
                Question::Command(command) => {
                    fields = Value::Object(command.clone());
                    ("slash_commands", &fields)
                }
            };
            let answer = self.send_over_socket(Enveloped { kind, payload, attempt: None }, late).await;
            return answer.map(|said| (StatusCode::OK, payload_of(said))).ok_or("operation_timeout");
        }
        let app = &self.settings().app;
        let fallback = app.interactivity_url.as_ref().or(self.settings().events_url.as_ref());
        let (own, body) = match question {
            Question::Interaction(payload) => (None, form(payload)),
            Question::Options(payload) => (app.options_url.as_ref(), form(payload)),
            Question::Command(fields) => {
                let pairs = fields.iter().map(|(name, value)| (name, value.as_str().unwrap_or_default()));
                (app.commands_url.as_ref(), Serializer::new(String::new()).extend_pairs(pairs).finish())
            }
        };
        let Some(url) = own.or(fallback) else {
            self.desk().warn("nobody is told what people do: set `interactivity_url` or `events_url`".to_owned());
            return Err("dispatch_failed");
        };
        let body = Bytes::from(body);
        let request = self.signed(url, &body, FORM).body(body).map_err(|_| "dispatch_failed")?;
        let answer = timeout_at(late, self.desk().call(request)).await.map_err(|_| "operation_timeout")?;
        if self.desk().strikes(self.desk().plan().deaf) {
            sleep_until(late).await;
            return Err("operation_timeout");
        }
        match answer {
            Ok(response) => Ok((response.status(), said(response.body()))),
            Err(error) if error.timed_out => Err("operation_timeout"),
            Err(_) => Err("dispatch_failed"),
        }
    }
}

fn form(payload: &Value) -> String {
    Serializer::new(String::new()).append_pair("payload", &payload.to_string()).finish()
}

/// What an acknowledgement says; an empty object is what some clients send for nothing.
fn payload_of(said: Value) -> Value {
    if said.as_object().is_some_and(Map::is_empty) { Value::Null } else { said }
}

fn said(body: &Bytes) -> Value {
    let text = String::from_utf8_lossy(body);
    if text.trim().is_empty() {
        return Value::Null;
    }
    match serde_json::from_str(&text) {
        Ok(Value::Object(fields)) => Value::Object(fields),
        _ => Value::String(text.into_owned()),
    }
}
