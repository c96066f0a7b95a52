use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use serde_json::{Map, Value, json};

/// Why a method did nothing, in Slack's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    error: &'static str,
    /// For people, each beginning with `[ERROR]`.
    messages: Vec<String>,
    details: Map<String, Value>,
}

impl Refusal {
    pub(crate) fn new(error: &'static str) -> Self {
        Self { error, messages: Vec::new(), details: Map::new() }
    }

    /// The call itself is wrong.
    pub(crate) fn arguments(message: &str) -> Self {
        Self::new("invalid_arguments").saying(message)
    }

    pub(crate) fn saying(mut self, message: &str) -> Self {
        self.messages.push(format!("[ERROR] {message}"));
        self
    }

    pub(crate) fn with(mut self, name: &str, value: Value) -> Self {
        self.details.insert(name.to_owned(), value);
        self
    }
}

/// What a method answers; a `warning` in it is put where Slack puts warnings.
pub(crate) type Answer = Result<Map<String, Value>, Refusal>;

/// Puts an answer into Slack's envelope: HTTP 200, whether it is good or bad.
pub(crate) fn enveloped(answer: Answer, warnings: &[&'static str]) -> Response<Bytes> {
    let (ok, mut body, messages) = match answer {
        Ok(body) => (true, body, Vec::new()),
        Err(Refusal { error, messages, mut details }) => {
            details.insert("error".to_owned(), json!(error));
            (false, details, messages)
        }
    };
    body.insert("ok".to_owned(), json!(ok));
    let mut metadata = match body.remove("response_metadata") {
        Some(Value::Object(metadata)) => metadata,
        _ => Map::new(),
    };
    if !messages.is_empty() {
        metadata.insert("messages".to_owned(), json!(messages));
    }
    let own = match body.remove("warning") {
        Some(Value::String(warning)) => Some(warning),
        _ => None,
    };
    let warnings: Vec<_> = warnings.iter().copied().chain(own.as_deref()).collect();
    if !warnings.is_empty() {
        body.insert("warning".to_owned(), json!(warnings.join(",")));
        metadata.insert("warnings".to_owned(), json!(warnings));
    }
    if !metadata.is_empty() {
        body.insert("response_metadata".to_owned(), Value::Object(metadata));
    }
    json_response(StatusCode::OK, &Value::Object(body))
}

/// A JSON response with Slack's content type.
pub(crate) fn json_response(status: StatusCode, body: &Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    response
}
