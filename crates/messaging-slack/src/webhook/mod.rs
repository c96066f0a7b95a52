//! Inbound: the Events API, interactivity and slash commands, all on one URL.
//!
//! Slack waits 3 s for a 2xx and tells an event up to four times. <https://docs.slack.dev/apis/events-api>

mod changed;
mod command;
mod envelope;
mod form;
mod happened;
mod interaction;
mod json;
mod message;
mod question;
mod signature;
mod speaker;

use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderValue, Request, Response, header::CONTENT_TYPE};
use messaging_core::{
    Addressed, Error, ErrorKind, Event, EventKind, Place, PublicUrl, Result,
    capability::{Received, Reply, Webhooks},
};
use serde_json::Value;

use crate::Slack;
use envelope::Envelope;
use json::Json;

impl Webhooks for Slack {
    fn receive(&self, request: &Request<Bytes>, _: &PublicUrl, now: SystemTime) -> Result<Received> {
        // Comes unsigned, so nothing else in it counts.
        if form::is_certificate_check(request) {
            return Ok(Received::Immediate(Response::new(Bytes::new())));
        }
        signature::verify(request.headers(), request.body(), &self.signing_secrets, now)?;
        self.read(request)
    }
}

impl Slack {
    /// Reads what is known to come from Slack.
    pub(crate) fn read(&self, request: &Request<Bytes>) -> Result<Received> {
        if form::is_form(request.headers()) {
            return form::read(request);
        }
        let no_json = || Error::new(ErrorKind::Invalid, "the body is signed and is no JSON");
        let body = std::str::from_utf8(request.body()).map_err(|cause| no_json().with_source(cause))?;
        let value = Json::parse_callback(body).map_err(|cause| no_json().with_source(cause))?;
        let envelope = Envelope::of(&value, body)?;
        if envelope.kind() == Some("url_verification") {
            return challenge(&envelope).map(Received::Immediate);
        }
        Ok(Received::store(self.told(&envelope)?, Reply::empty()))
    }

    /// Reads a record of a conversation as the callback that would have told it.
    pub(crate) fn recorded(&self, callback: &Value) -> Result<Vec<Event>> {
        let body = callback.to_string();
        let value = Json::parse_callback(&body)
            .map_err(|cause| Error::new(ErrorKind::Invalid, "the record is no JSON").with_source(cause))?;
        self.told(&Envelope::of(&value, &body)?)
    }

    /// Reads what a callback tells. What nobody handles is answered like the rest, or Slack would tell it again.
    fn told(&self, envelope: &Envelope<'_>) -> Result<Vec<Event>> {
        if envelope.kind() != Some("event_callback") {
            return Ok(envelope.other(envelope.kind().unwrap_or("unknown"), None).into_iter().collect());
        }
        let Some(inner) = envelope.event() else {
            return Err(Error::new(ErrorKind::Invalid, "an event callback is signed and holds no event"));
        };
        let event = match inner.text("/type") {
            Some("message") if inner.text("/subtype") == Some("message_changed") => self.changed(envelope, inner),
            Some("message") if inner.text("/subtype") == Some("message_deleted") => changed::deleted(envelope, inner),
            Some("message" | "app_mention") => self.message(envelope, inner),
            Some("agent_session_stopped") => return Ok(happened::stopped(envelope, inner)),
            Some(kind) => happened::read(envelope, kind, inner),
            None => envelope.other("unknown", Some(inner)),
        };
        Ok(event.into_iter().collect())
    }
}

/// Answers the question that Slack asks whenever the URL is saved.
fn challenge(envelope: &Envelope<'_>) -> Result<Response<Bytes>> {
    let Some(challenge) = envelope.text("/challenge") else {
        return Err(Error::new(ErrorKind::Invalid, "a URL verification is signed and holds no challenge"));
    };
    let mut response = Response::new(Bytes::from(challenge.to_owned()));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    Ok(response)
}

/// Something nobody answers. Ambient, so that it does not make a channel's talk ours.
fn other(key: String, place: Place, name: &str, raw: &str) -> Event {
    Event::new(key, place, EventKind::Other(name.to_owned())).addressed(Addressed::Ambient).with_raw(raw)
}
