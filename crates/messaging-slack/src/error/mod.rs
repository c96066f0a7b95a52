//! What Slack's error strings mean. Any other string may appear: it is kept word for word.

mod codes;

use std::time::Duration;

use messaging_core::{Error, VendorError};
use serde_json::Value;

pub use self::codes::{Class, Code, Retry, codes};

/// How long to leave alone what is used up, such as a plan's messages; Slack names no moment.
const EXHAUSTED: Duration = Duration::from_secs(3_600);

/// Names a no: `"ok": false` with an error string.
///
/// `limited` says that the status was 429, whatever the string.
pub(crate) fn refused(method: &str, code: &str, body: &Value, limited: bool, wait: Option<Duration>) -> Error {
    let known = codes::find(code);
    // What is not listed is taken for a verdict: it is kept word for word, and not tried again.
    let class = if limited { Class::Limited } else { known.map_or(Class::Invalid, |known| known.class) };
    let details = details(body);
    let message = if class == Class::Credentials {
        let advice = advice(code, body, known);
        let ours = if method.starts_with("oauth.") { "" } else { "; check `bot_token` (SLACK_BOT_TOKEN)" };
        format!("Invalid credentials: `{method}` answered `{code}`{advice}{ours}")
    } else {
        let details = if details.is_empty() { String::new() } else { format!(": {details}") };
        format!("`{method}` answered `{code}`{details}{}", advice(code, body, known))
    };
    let error = Error::new(class.kind(), message).with_reached(class.reached());
    let error = error.with_vendor(vendor(method, code, &details));
    match wait.or_else(|| (class == Class::Exhausted).then_some(EXHAUSTED)) {
        Some(wait) => error.with_retry_after(wait),
        None => error,
    }
}

/// The error in Slack's own words: the string itself where it says no more.
pub(crate) fn vendor(method: &str, code: &str, details: &str) -> VendorError {
    let message = if details.is_empty() { code } else { details };
    VendorError::new(code, message).with_docs(format!("https://docs.slack.dev/reference/methods/{method}"))
}

/// What Slack adds for blocks and arguments.
fn details(body: &Value) -> String {
    let told = body.pointer("/response_metadata/messages").or_else(|| body.get("errors"));
    let told = told.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    told.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
}

/// The next step, as the end of a sentence.
fn advice(code: &str, body: &Value, known: Option<&Code>) -> String {
    let named = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or("?");
    match known {
        Some(_) if code == "missing_scope" => format!(
            "; the token lacks the scope `{}` (it has `{}`): add it under OAuth & Permissions and install the app again",
            named("needed"),
            named("provided")
        ),
        Some(Code { cause, remedy, .. }) => format!("; {cause}: {remedy}"),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use messaging_core::{ErrorKind, Reached};
    use serde_json::json;

    use super::*;

    #[test]
    fn every_class_has_a_kind_and_a_reach() {
        for (code, kind, reached) in [
            ("ratelimited", ErrorKind::RateLimited, Reached::Answered),
            ("internal_error", ErrorKind::Unavailable, Reached::MaybeSent),
            ("fatal_error", ErrorKind::Unavailable, Reached::MaybeSent),
            ("request_timeout", ErrorKind::Unavailable, Reached::MaybeSent),
            ("service_unavailable", ErrorKind::Unavailable, Reached::MaybeSent),
            ("team_added_to_org", ErrorKind::Unavailable, Reached::Answered),
            ("token_expired", ErrorKind::Unauthorized, Reached::Answered),
            ("restricted_action_thread_locked", ErrorKind::Unauthorized, Reached::Answered),
            ("slack_connect_file_link_sharing_blocked", ErrorKind::Unauthorized, Reached::Answered),
            ("is_archived", ErrorKind::NotFound, Reached::Answered),
            ("msg_too_long", ErrorKind::Invalid, Reached::Answered),
            ("a_string_of_tomorrow", ErrorKind::Invalid, Reached::Answered),
        ] {
            let error = refused("chat.postMessage", code, &json!({}), false, None);
            assert_eq!((error.kind(), error.reached()), (kind, reached), "{code}");
            assert_eq!(error.vendor().unwrap().code, code);
        }
    }

    #[test]
    fn a_plan_limit_is_not_tried_again_at_once() {
        let error = refused("chat.postMessage", "message_limit_exceeded", &json!({}), false, None);
        assert_eq!(error.retry_after(), Some(EXHAUSTED));
    }

    #[test]
    fn slacks_own_words_are_kept() {
        let pointer = "[ERROR] input must match regex pattern [json-pointer:/blocks/2]";
        let body = json!({ "ok": false, "errors": ["x"], "response_metadata": { "messages": [pointer] } });
        let error = refused("chat.postMessage", "invalid_blocks", &body, false, None);
        assert_eq!(error.vendor().unwrap().message, pointer);
        assert!(error.to_string().contains(pointer), "{error}");
    }
}
