//! The three ways in which Twilio writes an error.

use serde::Deserialize;
use serde_json::Value;

/// The longest text of Twilio's that an error repeats, in characters.
pub(super) const MAX_WORDS: usize = 500;

/// What an error's body says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Twilio's code; none where there is none, or null.
    pub(super) code: Option<String>,
    pub(super) words: Option<String>,
    pub(super) docs: Option<String>,
}

/// Twilio's own shape (`code`, `message`, `more_info`), its API Standards (`code`, `message`, `httpStatusCode`,
/// `userError`) and RFC 9457 (`type`, `title`, `detail`, `errors`), in one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Body {
    code: Value,
    message: Value,
    more_info: Value,
    title: Value,
    detail: Value,
    r#type: Value,
    errors: Value,
}

/// Reads a body as far as it goes.
pub(super) fn read(body: &[u8]) -> Said {
    let body: Body = serde_json::from_slice(body).unwrap_or_default();
    let text = |value: &Value| value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned);
    let code = match &body.code {
        Value::Number(code) => Some(code.to_string()),
        other => text(other),
    };
    let mut words = text(&body.message).or_else(|| text(&body.detail)).or_else(|| text(&body.title));
    for error in body.errors.as_array().into_iter().flatten() {
        let pointer = error.get("pointer").and_then(Value::as_str).unwrap_or_default();
        if let Some(detail) = error.get("detail").and_then(Value::as_str) {
            let more = if pointer.is_empty() { detail.to_owned() } else { format!("{pointer}: {detail}") };
            words = Some(words.map_or(more.clone(), |words| format!("{words}; {more}")));
        }
    }
    let words = words.map(|words| words.chars().take(MAX_WORDS).collect());
    let link = |value: &Value| text(value).filter(|link| link.starts_with("https://"));
    Said { code, words, docs: link(&body.more_info).or_else(|| link(&body.r#type)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(code: &str, words: &str, docs: Option<&str>) -> Said {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Said { code: some(code), words: some(words), docs: docs.map(str::to_owned) }
    }

    #[test]
    fn the_three_shapes_are_read() {
        for (body, wanted) in [
            (
                r#"{"code":21211,"message":"Invalid 'To'","more_info":"https://www.twilio.com/docs/errors/21211","status":400}"#,
                said("21211", "Invalid 'To'", Some("https://www.twilio.com/docs/errors/21211")),
            ),
            (r#"{"code":null,"message":"Not found","status":404}"#, said("", "Not found", None)),
            (
                r#"{"type":"https://t.test/p","title":"Bad","status":400,"code":60200,"detail":"No","errors":[{"detail":"too long","pointer":"/body"},{"detail":"x"},7]}"#,
                said("60200", "No; /body: too long; x", Some("https://t.test/p")),
            ),
            (r#"{"type":"about:blank","title":"Bad","status":400,"code":1}"#, said("1", "Bad", None)),
            (
                r#"{"code":20404,"message":"gone","httpStatusCode":404,"params":{},"userError":true}"#,
                said("20404", "gone", None),
            ),
            (r#"{"code":"20404","message":7,"more_info":"javascript:x"}"#, said("20404", "", None)),
        ] {
            assert_eq!(read(body.as_bytes()), wanted, "{body}");
        }
        for nothing in ["", "<html>", "[]", "null", "7", r#"{"code":null}"#, r#"{"errors":{}}"#] {
            assert_eq!(read(nothing.as_bytes()), Said::default(), "{nothing}");
        }
        assert_eq!(read(&[0xff, 0xfe]), Said::default());
    }
}
