use std::fmt;

use bytes::Bytes;
use http::{Response, StatusCode, header::CONTENT_TYPE};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{attempt::PATIENCE, envelope::OLD_TOKEN};
use crate::slack::SlackEmulator;

/// Why Slack would not save the events URL.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HandshakeError {
    /// The settings name no events URL.
    NoUrl,
    /// No answer within 3 s, or none at all; says why.
    NoAnswer(String),
    /// The answer's status is not 200.
    Status(StatusCode),
    /// The answer is not the challenge, in none of the three forms; says what it is.
    WrongChallenge(String),
}

impl fmt::Display for HandshakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoUrl => f.write_str("there is no events URL: set `events_url`"),
            Self::NoAnswer(cause) => write!(f, "the events URL did not answer the challenge within 3 s: {cause}"),
            Self::Status(status) => write!(f, "the events URL answered the challenge with {status}, not 200"),
            Self::WrongChallenge(kind) => write!(f, "the events URL answered {kind}, not the challenge"),
        }
    }
}

impl std::error::Error for HandshakeError {}

impl SlackEmulator {
    /// Asks the app at [`events_url`](crate::SlackSettings::events_url) to repeat a challenge, as Slack does whenever
    /// the URL is saved: <https://docs.slack.dev/reference/events/url_verification>.
    ///
    /// # Errors
    /// The app did not answer 200 within 3 s with the challenge as plain text, as a form or as JSON.
    pub async fn verify_url(&self) -> Result<(), HandshakeError> {
        let url = self.settings().events_url.as_deref().ok_or(HandshakeError::NoUrl)?;
        let challenge = self.desk().hex(52);
        let body = json!({ "token": OLD_TOKEN, "challenge": challenge, "type": "url_verification" });
        let body = Bytes::from(body.to_string());
        let no_answer = |cause: &dyn fmt::Display| HandshakeError::NoAnswer(cause.to_string());
        let request = self.signed(url, &body, "application/json").body(body).map_err(|cause| no_answer(&cause))?;
        let answer = timeout(PATIENCE, self.desk().call(request)).await.map_err(|cause| no_answer(&cause))?;
        let response = answer.map_err(|cause| no_answer(&cause))?;
        if response.status() != StatusCode::OK {
            return Err(HandshakeError::Status(response.status()));
        }
        match repeated(&response) {
            Ok(said) if said == challenge => Ok(()),
            Ok(_) => Err(HandshakeError::WrongChallenge("something else".to_owned())),
            Err(kind) => Err(HandshakeError::WrongChallenge(kind)),
        }
    }
}

/// The challenge as an answer repeats it, or what the answer is instead.
fn repeated(response: &Response<Bytes>) -> Result<String, String> {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let body = response.body();
    match kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "text/plain" => Ok(String::from_utf8_lossy(body).into_owned()),
        "application/x-www-form-urlencoded" => {
            let mut fields = form_urlencoded::parse(body);
            let found = fields.find(|(name, _)| name == "challenge").map(|(_, value)| value.into_owned());
            found.ok_or_else(|| "a form without `challenge`".to_owned())
        }
        "application/json" => {
            let json: Value = serde_json::from_slice(body).map_err(|cause| format!("broken JSON ({cause})"))?;
            let found = json.get("challenge").and_then(Value::as_str).map(str::to_owned);
            found.ok_or_else(|| "JSON without `challenge`".to_owned())
        }
        "" => Err("without a content type".to_owned()),
        other => Err(format!("with the content type {other}")),
    }
}
