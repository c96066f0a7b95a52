//! How a method's arguments are written: as JSON or as a form.
//!
//! Every method takes a form; what writes nested arguments takes JSON too, and is sent it, as Slack's own packages do.

use bytes::Bytes;
use http::HeaderValue;
use serde_json::{Map, Value};

/// Families whose methods take JSON; the rest is certain to take a form.
const JSON_FAMILIES: [&str; 4] = ["chat.", "views.", "assistant.", "agents."];

/// Methods of these families that read.
const READS: [&str; 2] = ["chat.getPermalink", "chat.scheduledMessages.list"];

pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");
/// Without a charset, which Slack calls superfluous here.
pub(crate) const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// Writes arguments as `method` takes them.
pub(crate) fn encode(method: &str, arguments: &Map<String, Value>) -> (HeaderValue, Bytes) {
    if JSON_FAMILIES.iter().any(|family| method.starts_with(family)) && !READS.contains(&method) {
        let given: Map<_, _> = arguments.iter().filter(|(_, value)| !value.is_null()).map(clone).collect();
        return (JSON, Value::Object(given).to_string().into());
    }
    let pairs = arguments.iter().filter_map(|(name, value)| Some((name.as_str(), field(value)?)));
    (FORM, form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into())
}

fn clone((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

/// An argument as a form writes it: nested ones as JSON.
fn field(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
