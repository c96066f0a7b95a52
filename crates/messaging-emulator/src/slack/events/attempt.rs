use std::time::Duration;

use bytes::Bytes;
use http::{Response, StatusCode, Uri, header::LOCATION};
use messaging_http::TransportError;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::slack::SlackEmulator;

/// How long an app may take to answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);
/// Most redirects that are followed.
const MOST_REDIRECTS: usize = 2;

/// What came of telling the app once.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    /// None if it said yes.
    pub(super) failure: Option<Failure>,
    pub(super) status: Option<StatusCode>,
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
    pub(super) fn of(reason: &'static str) -> Self {
        Self { reason, is_final: false }
    }
}

impl Heard {
    pub(super) fn since(begun: Instant, failure: Option<Failure>, status: Option<StatusCode>) -> Self {
        Self { failure, status, millis: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX) }
    }

    pub(crate) fn json(&self) -> Value {
        let mut json = json!({ "status": self.status.map(|status| status.as_u16()), "ms": self.millis });
        if let (Some(failure), Value::Object(json)) = (self.failure, &mut json) {
            json.insert("error".to_owned(), json!(failure.reason));
        }
        json
    }
}

/// One try at telling the app something over HTTP.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attempt<'a> {
    pub(super) url: &'a str,
    pub(super) body: &'a Bytes,
    /// How many tries came before it, and why the last of them failed.
    pub(super) after: Option<(usize, &'static str)>,
}

impl SlackEmulator {
    /// Tells the app, and hears its answer or not.
    pub(super) async fn attempt(&self, attempt: Attempt<'_>) -> Heard {
        let begun = Instant::now();
        let late = begun + PATIENCE;
        let (failure, status) = match timeout_at(late, self.follow(attempt)).await {
            Err(_) => (Some(Failure::of("http_timeout")), None),
            Ok(Err(failure)) => (Some(failure), None),
            Ok(Ok(_)) if self.desk().strikes(self.desk().plan().deaf) => {
                sleep_until(late).await;
                (Some(Failure::of("http_timeout")), None)
            }
            Ok(Ok(response)) => (refusal(&response), Some(response.status())),
        };
        Heard::since(begun, failure, status)
    }

    /// Posts, wherever that leads.
    async fn follow(&self, attempt: Attempt<'_>) -> Result<Response<Bytes>, Failure> {
        let mut url = attempt.url.to_owned();
        for redirects in 0..=MOST_REDIRECTS {
            let mut request = self.signed(&url, attempt.body, "application/json");
            if let Some((tries, reason)) = attempt.after {
                request = request.header("x-slack-retry-num", tries).header("x-slack-retry-reason", reason);
            }
            let request = request.body(attempt.body.clone()).map_err(|cause| {
                self.desk().warn(format!("events cannot be delivered: the events URL is not one: {cause}"));
                Failure::of("connection_failed")
            })?;
            let response = self.desk().call(request).await.map_err(|error| Failure::of(lost(&error)))?;
            match elsewhere(&url, &response) {
                Some(next) if redirects < MOST_REDIRECTS => url = next,
                _ => return Ok(response),
            }
        }
        Err(Failure::of("too_many_redirects"))
    }
}

/// Where an answer sends the request.
fn elsewhere(from: &str, response: &Response<Bytes>) -> Option<String> {
    if !matches!(response.status().as_u16(), 301 | 302 | 307 | 308) {
        return None;
    }
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    if location.contains("://") {
        return Some(location.to_owned());
    }
    let from: Uri = from.parse().ok()?;
    location.starts_with('/').then(|| {
        format!(
            "{}://{}{location}",
            from.scheme_str().unwrap_or("https"),
            from.authority().map_or("", |host| host.as_str())
        )
    })
}

/// Why an answer is not a yes.
fn refusal(response: &Response<Bytes>) -> Option<Failure> {
    let status = response.status();
    if status.is_success() {
        return None;
    }
    let reason = if status.is_redirection() { "too_many_redirects" } else { "http_error" };
    let is_final = response.headers().get("x-slack-no-retry").is_some_and(|value| value.as_bytes() == b"1");
    Some(Failure { reason, is_final })
}

fn lost(error: &TransportError) -> &'static str {
    if error.timed_out { "http_timeout" } else { "connection_failed" }
}
