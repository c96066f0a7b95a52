//! Every callback of an account comes to one URL; its fields decide what it is.

mod conversation;
mod form;
mod keyword;
mod message;
pub(crate) mod recorded;
mod reply;
mod signature;
mod status;
mod stream;

use std::{borrow::Cow, time::SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, StatusCode, header::CONTENT_TYPE};
use messaging_core::{
    Error, ErrorKind, Event, EventKind, Place, PublicUrl, Result,
    capability::{Inline, Received, Reply, Webhooks},
    message::SendMessage,
};

pub(crate) use self::{
    form::Form,
    signature::{Body, Signer, candidates, given, is_hashed, query},
};
use crate::{Replies, Twilio, account::Account, place};

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
    fn receive(&self, request: &Request<Bytes>, url: &PublicUrl, now: SystemTime) -> Result<Received> {
        let signature = signature::given(request.headers())?;
        let url = url.as_str();
        let body: &[u8] = request.body();
        let posted = if is_form(request) { Form::parse(body)? } else { Form::default() };
        // Of a form without a field nothing is signed: a body whose hash is in the query could be taken away unseen.
        let has_fields = posted.fields().next().is_some();
        let signed = if has_fields { Body::Form(&posted) } else { Body::Raw(body) };
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
        self.read(&form, &raw, query, request.headers(), signature, now)
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
    fn read(
        &self,
        form: &Form<'_>,
        raw: &str,
        query: &str,
        headers: &HeaderMap,
        signature: &str,
        now: SystemTime,
    ) -> Result<Received> {
        // A channel's read receipt has an `EventType` too (`READ`); those of Conversations start with `on`.
        let conversations = form.get("EventType").filter(|name| name.starts_with("on"));
        let status = form.get("MessageStatus").filter(|status| *status != "received");
        let received = [form.get("SmsStatus"), form.get("MessageStatus")].contains(&Some("received"));
        let event = match (conversations, status, form.get("MessageSid")) {
            (Some(name), _, _) if conversation::is_question(name) => {
                return Ok(Received::Ask(conversation::asked(form, name)));
            }
            (Some(name), _, _) => conversation::read(form, name, signature, &self.account)?,
            (None, Some(status), _) => status::read(form, status, query)?,
            (None, None, Some(sid)) if received => {
                // A text carries no date, and comes within seconds.
                return Ok(self.answered(message::read(form, sid, &self.account)?.at(now.into()).with_raw(raw)));
            }
            _ => {
                let kind = EventKind::Other(form.get("EventType").unwrap_or("unknown").to_owned());
                // Without a word of ours for it, it is known by its signature, which covers all it says.
                let event = Event::new(format!("other:{signature}"), whereabouts(form, &self.account), kind);
                also_known_by(event, headers)
            }
        };
        Ok(Received::store(vec![event.with_raw(raw)], Reply::empty()))
    }

    /// Says how a text is answered: with nothing, or with the replies to it.
    fn answered(&self, event: Event) -> Received {
        if self.account.replies == Replies::Rest || !event.wants_turn() {
            return Received::store(vec![event], reply::nothing());
        }
        let place = event.conversation.clone();
        let Account { webhook_url, overrides, .. } = &*self.account;
        let callback = webhook_url.as_ref().map(|url| format!("{url}{overrides}"));
        let word = Box::new(move |replies: &[SendMessage]| reply::worded(replies, &place, callback.as_deref()));
        let inline = Inline { deadline: self.account.reply_wait, word };
        Received::Inline { events: vec![event], reply: Box::new(|_| reply::nothing()), inline }
    }
}

/// Adds the name that Twilio gives all its tries of one request, which sign differently because each counts itself.
///
/// Nobody signs that name. So it is used only beside a name that is signed, and where there is no better one: whoever
/// replays a callback under another name tells nothing that was not told before.
fn also_known_by(event: Event, headers: &HeaderMap) -> Event {
    let token = headers.get("i-twilio-idempotency-token").and_then(|token| token.to_str().ok());
    match token.filter(|token| (8..=64).contains(&token.len())) {
        Some(token) => event.or_key(format!("tries:{token}")),
        None => event,
    }
}

/// Whether the body is a form, whose fields are signed; of any other body the hash is.
pub(crate) fn is_form(request: &Request<Bytes>) -> bool {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    *request.method() == Method::POST && essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Where something happened that is not in a conversation of ours: in a call, or somewhere in the account.
fn whereabouts(form: &Form<'_>, account: &Account) -> Place {
    match (form.get("ConversationSid"), form.get("CallSid")) {
        (Some(sid), _) => place::conversation(sid),
        (None, Some(sid)) => Place::new("call", [sid]),
        (None, None) => Place::new("account", [form.get("AccountSid").unwrap_or(&account.sid)]),
    }
}

#[cfg(test)]
mod tests;
