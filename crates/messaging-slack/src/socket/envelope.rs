use http::{
    HeaderValue, Request,
    header::{CONTENT_TYPE, HeaderName},
};
use messaging_core::{
    Error, ErrorKind, Result,
    capability::{Delivery, Goodbye, Heard},
};
use serde_json::{Map, Value};

use super::acknowledge::acknowledgement;
use crate::Slack;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const RETRY: HeaderName = HeaderName::from_static("x-slack-retry-num");
const REASON: HeaderName = HeaderName::from_static("x-slack-retry-reason");

/// Reads one frame of Socket Mode.
pub(super) fn read(slack: &Slack, text: &str) -> Result<Heard> {
    let unreadable = |cause: &str| Error::new(ErrorKind::Invalid, format!("a frame of Socket Mode {cause}"));
    let frame: Map<String, Value> =
        serde_json::from_str(text).map_err(|cause| unreadable("is no JSON object").with_source(cause))?;
    let word = |key: &str| frame.get(key).and_then(Value::as_str).unwrap_or_default();
    match (word("type"), word("envelope_id"), frame.get("payload")) {
        ("hello", ..) => Ok(Heard::Hello),
        ("disconnect", ..) => Ok(Heard::Goodbye(goodbye(word("reason")), word("reason").to_owned())),
        (_, "", _) => Ok(Heard::Other(word("type").to_owned())),
        (kind, id, Some(payload)) => {
            let attempt = frame.get("retry_attempt").and_then(Value::as_u64).unwrap_or_default();
            let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
            let accepts = frame.get("accepts_response_payload") == Some(&Value::Bool(true));
            let mut request = as_request(kind, payload);
            if attempt > 0 {
                request.headers_mut().insert(RETRY, attempt.into());
                // A reason that is no header's value has no reader either.
                if let Ok(reason) = word("retry_reason").parse() {
                    request.headers_mut().insert(REASON, reason);
                }
            }
            let received = slack.read(&request)?;
            Ok(Heard::Delivery(Delivery::new(id, received, acknowledgement(id, accepts)).again(attempt)))
        }
        (kind, _, None) => Err(unreadable(&format!("of type `{kind}` holds no payload"))),
    }
}

/// What follows from a `disconnect`. One without a known reason only ends this connection.
fn goodbye(reason: &str) -> Goodbye {
    match reason {
        "link_disabled" => Goodbye::Disabled,
        "too_many_websockets" => Goodbye::TooMany,
        _ => Goodbye::Renew,
    }
}

/// The same payload as a webhook brings it: the two differ in nothing else.
fn as_request(kind: &str, payload: &Value) -> Request<bytes::Bytes> {
    let form = |pairs: &mut dyn Iterator<Item = (&str, String)>| {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    };
    let (content_type, body) = match (kind, payload) {
        ("interactive", payload) => (FORM, form(&mut std::iter::once(("payload", payload.to_string())))),
        ("slash_commands", Value::Object(fields)) => {
            let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (FORM, form(&mut fields.iter().map(|(key, value)| (key.as_str(), text(value)))))
        }
        (_, payload) => (JSON, payload.to_string()),
    };
    let mut request = Request::new(body.into());
    *request.method_mut() = http::Method::POST;
    request.headers_mut().insert(CONTENT_TYPE, content_type);
    request
}
