//! Every callback of an account comes to one URL; its fields decide what it is.

mod conversation;
mod form;
mod message;
mod signature;
mod status;
mod stream;

use std::{borrow::Cow, time::SystemTime};

use bytes::Bytes;
use http::{Method, Request, StatusCode, header::CONTENT_TYPE};
use messaging_core::{
    Error, ErrorKind, Event, EventKind, Place, PublicUrl, Result,
    capability::{Received, Reply, Webhooks},
};

use self::{form::Form, signature::Body};
use crate::{Twilio, account::Account, place};

/// TwiML that does nothing: our answers go out through the API.
const NO_ANSWER: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Response/>"#;

/// The documentation of Twilio's callbacks: <https://www.twilio.com/docs/usage/webhooks>.
impl Webhooks for Twilio {
    /// Checks `X-Twilio-Signature` over `url` and the form, then reads the form (of a GET: the query).
    ///
    /// A body that is no form, such as the JSON of an event stream, is believed if its hash is in the signed query
    /// (`bodySHA256`), and stored as [`EventKind::Other`].
    ///
    /// # Errors
    /// `Unauthorized`: no or a false signature, or the hash is that of another body. `Invalid`: the form is badly
    /// encoded, has more than 512 fields, or lacks a field that its kind of callback always has, which the error names;
    /// or a posted body is neither a form nor hashed.
    fn receive(&self, request: &Request<Bytes>, url: &PublicUrl, _: SystemTime) -> Result<Received> {
        let signature = signature::given(request.headers())?;
        let url = url.as_str();
        let body: &[u8] = request.body();
        let posted = if is_form(request) { Form::parse(body)? } else { Form::default() };
        let signed = if is_form(request) { Body::Form(&posted) } else { Body::Raw(body) };
        signature::verify(&self.account, request.headers(), url, &signed)?;

        let query = signature::query(url);
        let (form, raw) = match *request.method() {
            Method::GET => (Form::parse(query.as_bytes())?, Cow::Borrowed(query)),
            Method::POST if is_form(request) => (posted, String::from_utf8_lossy(body)),
            Method::POST if signature::is_hashed(url) => {
                let event = stream::read(body, signature, &self.account);
                return Ok(Received::store(vec![event.with_raw(String::from_utf8_lossy(body))], Reply::empty()));
            }
            _ => {
                let message = "a callback is a GET, a POST of an application/x-www-form-urlencoded form, or a POST whose \
                               `bodySHA256` is in the query: the signature covers no other body";
                return Err(Error::new(ErrorKind::Invalid, message));
            }
        };
        form.check()?;
        let (event, reply) = self.read(&form, query, signature)?;
        Ok(Received::store(vec![event.with_raw(raw)], reply))
    }

    /// Twilio's own middleware answers 403.
    fn refusal(&self) -> StatusCode {
        StatusCode::FORBIDDEN
    }

    fn configured_url(&self) -> Option<&str> {
        self.account.webhook_url.as_deref()
    }
}

impl Twilio {
    /// Says what a callback is. `query` and `signature` are believed: the first is signed, the second was checked.
    fn read(&self, form: &Form, query: &str, signature: &str) -> Result<(Event, Reply)> {
        // A channel's read receipt has an `EventType` too (`READ`); those of Conversations start with `on`.
        let conversations = form.get("EventType").filter(|name| name.starts_with("on"));
        let event = match (conversations, form.get("MessageStatus"), form.get("MessageSid")) {
            (Some(name), _, _) => conversation::read(form, name, signature, &self.account)?,
            (None, Some(status), _) => status::read(form, status, query)?,
            (None, None, Some(sid)) if form.get("SmsStatus") == Some("received") => {
                return Ok((message::read(form, sid)?, Reply::body("text/xml", NO_ANSWER)));
            }
            _ => {
                let kind = EventKind::Other(form.get("EventType").unwrap_or("unknown").to_owned());
                // Without a word of ours for it, it is known by its signature, which covers all it says.
                Event::new(format!("other:{signature}"), whereabouts(form, &self.account), kind)
            }
        };
        Ok((event, Reply::empty()))
    }
}

/// Whether the body is a form, whose fields are signed; of any other body the hash is.
fn is_form(request: &Request<Bytes>) -> bool {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    *request.method() == Method::POST && essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Where something happened that is not in a conversation of ours: in a call, or somewhere in the account.
fn whereabouts(form: &Form, account: &Account) -> Place {
    match (form.get("ConversationSid"), form.get("CallSid")) {
        (Some(sid), _) => place::conversation(sid),
        (None, Some(sid)) => Place::new("call", [sid]),
        (None, None) => Place::new("account", [form.get("AccountSid").unwrap_or(&account.sid)]),
    }
}

#[cfg(test)]
mod tests;
