//! Every callback of an account comes to one URL; its fields decide what it is.

mod conversation;
mod form;
mod message;
mod signature;
mod status;

use std::{borrow::Cow, time::SystemTime};

use bytes::Bytes;
use http::{Method, Request, StatusCode, header::CONTENT_TYPE};
use messaging_core::{
    Error, ErrorKind, Event, EventKind, Place, PublicUrl, Result,
    capability::{Received, Reply, Webhooks},
};

use self::form::Form;
use crate::{Twilio, account::Account, place};

/// TwiML that does nothing: our answers go out through the API.
const NO_ANSWER: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Response/>"#;

/// The documentation of Twilio's callbacks: <https://www.twilio.com/docs/usage/webhooks>.
impl Webhooks for Twilio {
    /// Checks `X-Twilio-Signature` over `url` and the form, then reads the form (of a GET: the query).
    ///
    /// # Errors
    /// `Unauthorized`: no or a false signature. `Invalid`: the form is badly encoded, has more than 512 fields, or
    /// lacks a field that its kind of callback always has; the error names it.
    fn receive(&self, request: &Request<Bytes>, url: &PublicUrl, _: SystemTime) -> Result<Received> {
        let signature = signature::given(request.headers())?;
        let body: &[u8] = if is_form(request) { request.body() } else { b"" };
        let posted = Form::parse(body)?;
        signature::verify(&self.account.auth_token, url.as_str(), &posted, signature)?;

        let query = url.as_str().split('#').next().and_then(|url| url.split_once('?')).map_or("", |(_, query)| query);
        let (form, raw) = match *request.method() {
            Method::GET => (Form::parse(query.as_bytes())?, Cow::Borrowed(query)),
            Method::POST if is_form(request) => (posted, String::from_utf8_lossy(body)),
            _ => {
                let message = "a callback is a GET, or a POST of an application/x-www-form-urlencoded form";
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

/// Whether the body is a form; whatever else it is, its signature does not cover it.
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
