use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Response};
use messaging_http::TransportError;
use tokio::time::sleep;

use super::Outcome;
use crate::TwilioEmulator;

/// How long a connection stays open without an answer, before it breaks.
pub(crate) const SILENCE: Duration = Duration::from_secs(120);

/// What a request comes to.
#[derive(Debug)]
pub(crate) enum Answer {
    /// A response.
    Told(Response<Bytes>),
    /// No connection.
    Refused,
    /// A connection, and nothing on it.
    Silent,
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        Self::Told(outcome.unwrap_or_else(|refusal| refusal.response()))
    }
}

impl TwilioEmulator {
    /// Answers one request. The work is done in a task of the emulator's own: a caller that hangs up, or dies, does
    /// not undo what it asked for.
    pub(crate) async fn answer(&self, request: Request<Bytes>) -> Option<Answer> {
        let emulator = self.clone();
        let work = tokio::spawn(async move {
            if !emulator.is_live() {
                sleep(emulator.desk.between(5, 50)).await;
            }
            let mut answer = emulator.route(&request);
            if let Answer::Told(response) = &mut answer {
                emulator.stamp(response.headers_mut());
            }
            answer
        });
        work.await.ok()
    }

    /// Answers a client in this process.
    pub(crate) async fn transport(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        match self.answer(request).await {
            Some(Answer::Told(response)) => Ok(response),
            Some(Answer::Refused) => Err(TransportError::not_sent("connection refused")),
            Some(Answer::Silent) => {
                sleep(SILENCE).await;
                Err(TransportError::maybe_sent("the connection was closed without an answer"))
            }
            None => Err(TransportError::maybe_sent("the emulator failed")),
        }
    }

    /// The headers on every answer of Twilio's.
    fn stamp(&self, headers: &mut HeaderMap) {
        for (name, value) in [
            ("twilio-concurrent-requests", "1"),
            ("twilio-request-duration", "0.012"),
            ("x-home-region", "us1"),
            ("x-api-domain", "api.twilio.com"),
            ("x-shenanigans", "none"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if let Ok(id) = HeaderValue::try_from(self.sid("RQ")) {
            headers.insert("twilio-request-id", id);
        }
    }
}
