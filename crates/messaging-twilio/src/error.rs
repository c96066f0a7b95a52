use std::time::SystemTime;

use bytes::Bytes;
use http::{Response, StatusCode};
use messaging_core::{Error, ErrorKind, VendorError};
use serde::Deserialize;
use serde_json::Value;

/// The longest text of Twilio's that an error repeats, in characters.
const MAX_WORDS: usize = 500;

/// An error body in either shape: Twilio's own (`code`, `message`, `more_info`) or RFC 9457 (`title`, `detail`, `type`).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Body {
    code: Value,
    message: Option<String>,
    more_info: Option<String>,
    title: Option<String>,
    detail: Option<String>,
    r#type: Option<String>,
}

/// Names an answer other than 2xx in our own words, with Twilio's beside them
/// (<https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions>).
pub(crate) fn refused(response: &Response<Bytes>, now: SystemTime) -> Error {
    let status = response.status();
    let body: Body = serde_json::from_slice(response.body()).unwrap_or_default();
    let code = match &body.code {
        Value::Number(code) => code.to_string(),
        Value::String(code) => code.clone(),
        _ => String::new(),
    };
    let words: Option<String> =
        body.message.or(body.detail).or(body.title).map(|words| words.chars().take(MAX_WORDS).collect());
    let docs = body.more_info.or(body.r#type).filter(|link| link.starts_with("https://"));

    let mut message = format!("Twilio answered {status}");
    if !code.is_empty() {
        message = format!("{message}, error {code}");
    }
    for addition in [&words, &docs].into_iter().flatten() {
        message = format!("{message}: {addition}");
    }
    let mut error = messaging_http::error_of(status, response.headers(), message.clone(), now);
    let kind = kind_of(status, &code).unwrap_or(error.kind());
    if kind != error.kind() {
        let other = Error::new(kind, message).with_reached(error.reached());
        error = match error.retry_after() {
            Some(wait) => other.with_retry_after(wait),
            None => other,
        };
    }
    if code.is_empty() && words.is_none() {
        return error;
    }
    let vendor = VendorError::new(code, words.unwrap_or_default());
    error.with_vendor(match docs {
        Some(docs) => vendor.with_docs(docs),
        None => vendor,
    })
}

/// What Twilio's code says more exactly than its status (<https://www.twilio.com/docs/api/errors>).
fn kind_of(status: StatusCode, code: &str) -> Option<ErrorKind> {
    // After a 5xx nobody knows what was done, whatever the code.
    if status.is_server_error() {
        return None;
    }
    Some(match code {
        "20003" | "20005" | "20006" | "20008" | "20403" | "70051" | "50107" => ErrorKind::Unauthorized,
        // The sender's queue is full, or too many actions per second on one conversation or service.
        "20429" | "21611" | "50063" | "50074" => ErrorKind::RateLimited,
        "20404" | "50050" | "50100" | "50200" | "50300" | "50350" | "50360" | "50432" | "50500" | "50507" => {
            ErrorKind::NotFound
        }
        // Somebody else was changing the same thing, or it is still being set up: nothing was done, later it may be.
        "20409" | "50213" | "50349" | "50386" | "50391" | "50419" | "50449" => ErrorKind::Unavailable,
        // Conversations answers its limits with 403 too; the credentials are fine.
        _ if status == StatusCode::FORBIDDEN && code.starts_with("50") => ErrorKind::Invalid,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use messaging_core::Reached;

    fn error(status: u16, body: &str) -> Error {
        let response = Response::builder().status(status).body(Bytes::copy_from_slice(body.as_bytes())).unwrap();
        refused(&response, SystemTime::UNIX_EPOCH)
    }

    #[test]
    fn twilio_s_words_are_kept() {
        let body = r#"{"code":21211,"message":"Invalid 'To' Phone Number: +1","more_info":"https://www.twilio.com/docs/errors/21211","status":400}"#;
        let error = error(400, body);
        let vendor = error.vendor().unwrap();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::Answered));
        assert_eq!((vendor.code.as_str(), vendor.message.as_str()), ("21211", "Invalid 'To' Phone Number: +1"));
        assert_eq!(vendor.docs.as_deref(), Some("https://www.twilio.com/docs/errors/21211"));
        assert_eq!(
            error.to_string(),
            "Twilio answered 400 Bad Request, error 21211: Invalid 'To' Phone Number: +1: \
             https://www.twilio.com/docs/errors/21211"
        );
    }

    #[test]
    fn a_code_says_more_than_a_status() {
        for (status, code, kind, reached) in [
            (401, 20003, ErrorKind::Unauthorized, Reached::Answered),
            (403, 20403, ErrorKind::Unauthorized, Reached::Answered),
            (404, 20404, ErrorKind::NotFound, Reached::Answered),
            (429, 20429, ErrorKind::RateLimited, Reached::Answered),
            (400, 21611, ErrorKind::RateLimited, Reached::Answered),
            (400, 21610, ErrorKind::Invalid, Reached::Answered),
            (409, 50416, ErrorKind::Invalid, Reached::Answered),
            (409, 50349, ErrorKind::Unavailable, Reached::Answered),
            (403, 50436, ErrorKind::Invalid, Reached::Answered),
            (503, 20404, ErrorKind::Unavailable, Reached::MaybeSent),
            (500, 20500, ErrorKind::Unavailable, Reached::MaybeSent),
        ] {
            let error = error(status, &format!(r#"{{"code":{code},"message":"m"}}"#));
            assert_eq!((error.kind(), error.reached()), (kind, reached), "{status} {code}");
        }
    }

    #[test]
    fn advice_to_wait_survives_a_better_word() {
        let response = Response::builder().status(400).header("retry-after", "7");
        let response = response.body(Bytes::from_static(br#"{"code":21611}"#)).unwrap();
        let error = refused(&response, SystemTime::UNIX_EPOCH);
        assert_eq!((error.kind(), error.retry_after().unwrap().as_secs()), (ErrorKind::RateLimited, 7));
    }

    #[test]
    fn other_bodies_are_read_as_far_as_they_go() {
        let problem =
            error(400, r#"{"type":"https://t.test/p","title":"Bad","status":400,"code":60200,"detail":"No"}"#);
        assert_eq!(problem.vendor().unwrap(), &VendorError::new("60200", "No").with_docs("https://t.test/p"));
        for body in ["", "<html>", "[]", "null", r#"{"code":null}"#] {
            let error = error(502, body);
            assert_eq!(error.to_string(), "Twilio answered 502 Bad Gateway", "{body}");
            assert!(error.vendor().is_none() && error.may_have_been_sent());
        }
        let long = error(400, &format!(r#"{{"code":1,"message":"{}"}}"#, "x".repeat(9_000)));
        assert_eq!(long.vendor().unwrap().message.len(), MAX_WORDS);
    }
}
