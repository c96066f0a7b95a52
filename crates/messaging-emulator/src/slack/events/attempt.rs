use std::time::Duration;

use bytes::Bytes;
use http::{Response, StatusCode};
use messaging_http::TransportError;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::{Written, slack::SlackEmulator};

/// How long an app may take to answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);

/// What came of telling the app once.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    /// None if it said yes.
    pub(super) failure: Option<Failure>,
    status: Option<StatusCode>,
    pub(crate) millis: u64,
}

/// Why an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// In Slack's words, as `x-slack-retry-reason` gives it.
    pub(super) reason: &'static str,
    /// Whether the app asked not to be told again.
    pub(super) is_final: bool,
}

impl Failure {
    fn of(reason: &'static str) -> Self {
        Self { reason, is_final: false }
    }
}

impl Heard {
    pub(crate) fn json(&self) -> Value {
        let mut json = json!({ "status": self.status.map(|status| status.as_u16()), "ms": self.millis });
        if let (Some(failure), Value::Object(json)) = (self.failure, &mut json) {
            json.insert("error".to_owned(), json!(failure.reason));
        }
        json
    }
}

/// One try at telling the app something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attempt<'a> {
    pub(super) url: &'a str,
    pub(super) body: &'a Bytes,
    /// The text a person wrote, if it is about one.
    pub(super) written: Option<&'a str>,
    /// How many tries came before it, and why the last of them failed.
    pub(super) after: Option<(usize, &'static str)>,
}

impl SlackEmulator {
    /// Tells the app, and hears its answer or not.
    pub(super) async fn attempt(&self, attempt: Attempt<'_>) -> Heard {
        let begun = Instant::now();
        if let Some(text) = attempt.written {
            self.note_written(text, |written, now| {
                written.told.get_or_insert(now);
            });
        }
        let mut request = self.signed(attempt.url, attempt.body, "application/json");
        if let Some((tries, reason)) = attempt.after {
            request = request.header("x-slack-retry-num", tries).header("x-slack-retry-reason", reason);
        }
        let (failure, status) = match request.body(attempt.body.clone()) {
            Err(cause) => {
                self.desk().warn(format!("events cannot be delivered: the events URL is not one: {cause}"));
                (Some(Failure::of("connection_failed")), None)
            }
            Ok(request) => match timeout_at(begun + PATIENCE, self.desk().call(request)).await {
                Err(_) => (Some(Failure::of("http_timeout")), None),
                Ok(Err(error)) => (Some(Failure::of(lost(&error))), None),
                Ok(Ok(_)) if self.desk().strikes(self.desk().plan().deaf) => {
                    sleep_until(begun + PATIENCE).await;
                    (Some(Failure::of("http_timeout")), None)
                }
                Ok(Ok(response)) => (refusal(&response), Some(response.status())),
            },
        };
        if let (None, Some(text)) = (failure, attempt.written) {
            self.note_written(text, |written, now| {
                written.acknowledged.get_or_insert(now);
            });
        }
        Heard { failure, status, millis: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX) }
    }
}

impl SlackEmulator {
    fn note_written(&self, text: &str, note: impl FnOnce(&mut Written, Duration)) {
        let now = self.desk().now();
        if let Some(written) = self.desk().truth().written.get_mut(text) {
            note(written, now);
        }
    }
}

/// Why an answer is not a yes.
fn refusal(response: &Response<Bytes>) -> Option<Failure> {
    let status = response.status();
    if status.is_success() {
        return None;
    }
    // Redirects are not followed here.
    let reason = if status.is_redirection() { "too_many_redirects" } else { "http_error" };
    let is_final = response.headers().get("x-slack-no-retry").is_some_and(|value| value.as_bytes() == b"1");
    Some(Failure { reason, is_final })
}

fn lost(error: &TransportError) -> &'static str {
    if error.timed_out { "http_timeout" } else { "connection_failed" }
}
