//! What Twilio refuses, in our words and with its own beside them.

mod body;
mod codes;
#[cfg(test)]
mod tests;

use std::time::SystemTime;

use bytes::Bytes;
use http::{Response, StatusCode};
use messaging_core::{Error, ErrorKind, Reached, VendorError};

pub(crate) use self::codes::find;
pub use self::codes::{Code, Heard, Retry, codes};

/// Names an answer other than 2xx in our own words, with Twilio's code, words, request id and page beside them, and what
/// to do about it where that is known (<https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions>).
pub(crate) fn refused(response: &Response<Bytes>, now: SystemTime) -> Error {
    let status = response.status();
    let said = body::read(response.body());
    let known = said.code.as_deref().and_then(|code| code.parse().ok()).and_then(find);
    let docs = said.docs.or_else(|| known.map(Code::docs));
    let request = response.headers().get("twilio-request-id").and_then(|id| id.to_str().ok());

    let mut message = format!("Twilio answered {status}");
    if let Some(code) = &said.code {
        message = format!("{message}, error {code}");
    }
    let remedy = known.map(|code| code.remedy.to_owned());
    for addition in [&said.words, &remedy, &docs].into_iter().flatten() {
        message = format!("{message}: {addition}");
    }
    let mut error = messaging_http::error_of(status, response.headers(), message.clone(), now);
    let kind = kind_of(status, said.code.as_deref(), known).unwrap_or(error.kind());
    if kind != error.kind() {
        let reached = if is_unread(known) { Reached::Answered } else { error.reached() };
        let other = Error::new(kind, message).with_reached(reached);
        error = match error.retry_after() {
            Some(wait) => other.with_retry_after(wait),
            None => other,
        };
    }
    // Without a code of its own, the status is the code, as in Twilio's own libraries.
    let code = said.code.unwrap_or_else(|| status.as_u16().to_string());
    let mut vendor = VendorError::new(code, said.words.unwrap_or_default()).with_status(status.as_u16());
    if let Some(docs) = docs {
        vendor = vendor.with_docs(docs);
    }
    if let Some(request) = request {
        vendor = vendor.with_request_id(request);
    }
    error.with_vendor(vendor)
}

/// What Twilio's code says more exactly than its status.
fn kind_of(status: StatusCode, code: Option<&str>, known: Option<&Code>) -> Option<ErrorKind> {
    if is_unread(known) {
        return Some(ErrorKind::RateLimited);
    }
    // After a 5xx nobody knows what was done, whatever the code.
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        return None;
    }
    match (known, code) {
        (Some(known), _) => Some(known.kind),
        // Conversations answers its limits with 403 too; the credentials are fine.
        (None, Some(code)) if status == StatusCode::FORBIDDEN && code.starts_with("50") => Some(ErrorKind::Invalid),
        _ => None,
    }
}

/// Whether Twilio says that it never looked at the request, whatever its status is.
fn is_unread(known: Option<&Code>) -> bool {
    known.is_some_and(|code| code.code == 20_429)
}
