use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Response};
use messaging_http::TransportError;
use tokio::time::{Instant, sleep};

use super::Outcome;
use crate::{TwilioEmulator, twilio::emulator::Account};

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
            let (busy, started) = (Busy::with(&emulator), Instant::now());
            if !emulator.is_live() {
                sleep(emulator.desk.between(5, 50)).await;
            }
            let mut answer = emulator.route(&request).await;
            if let Answer::Told(response) = &mut answer {
                emulator.stamp(response.headers_mut(), busy.others_and_this, started.elapsed());
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
    fn stamp(&self, headers: &mut HeaderMap, concurrent: usize, took: Duration) {
        for (name, value) in [("x-home-region", "us1"), ("x-api-domain", "api.twilio.com"), ("x-shenanigans", "none")] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        let duration = format!("{:.3}", took.as_secs_f64());
        for (name, value) in [("twilio-request-id", self.sid("RQ")), ("twilio-request-duration", duration)] {
            if let Ok(value) = HeaderValue::try_from(value) {
                headers.insert(name, value);
            }
        }
        headers.insert("twilio-concurrent-requests", HeaderValue::from(concurrent));
    }
}

/// Counts a request for as long as it is being answered.
struct Busy {
    account: Arc<Account>,
    others_and_this: usize,
}

impl Busy {
    fn with(emulator: &TwilioEmulator) -> Self {
        let account = emulator.account.clone();
        let others = account.in_flight.fetch_add(1, Ordering::Relaxed);
        Self { account, others_and_this: others.saturating_add(1) }
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.account.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}
