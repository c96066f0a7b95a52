//! What Slack's error strings mean. Any other string may appear: it is kept word for word.

use std::time::Duration;

use messaging_core::{Error, ErrorKind, Reached, VendorError};
use serde_json::Value;

/// How long to leave a workspace alone that has used up its plan's messages; Slack names no moment.
const PLAN_LIMIT: Duration = Duration::from_secs(3_600);

/// What can be done about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Wait.
    Limited,
    /// Slack failed; in its own words, some aspect of the operation may have succeeded before that.
    Transient,
    /// Slack is busy with the workspace; nothing was done.
    Busy,
    /// Another token is needed.
    Credentials,
    /// A scope, a membership or an administrator's leave is needed.
    Permission,
    /// What was named is not there, or not for us.
    NotFound,
    /// The request cannot succeed as written.
    Invalid,
}

fn class(code: &str) -> Class {
    match code {
        "ratelimited" | "rate_limited" | "message_limit_exceeded" | "restricted_too_many" => Class::Limited,
        "internal_error"
        | "fatal_error"
        | "service_unavailable"
        | "request_timeout"
        | "fetch_members_failed"
        | "messaging_processing_failed"
        | "rollup_error" => Class::Transient,
        "team_added_to_org" | "org_login_required" | "external_channel_migrating" => Class::Busy,
        "not_authed"
        | "invalid_auth"
        | "account_inactive"
        | "token_revoked"
        | "token_expired"
        | "invalid_token"
        | "bad_token"
        | "not_allowed_token_type"
        | "two_factor_setup_required"
        | "user_removed_from_team"
        | "team_disabled" => Class::Credentials,
        "missing_scope"
        | "no_permission"
        | "access_denied"
        | "accesslimited"
        | "ekm_access_denied"
        | "enterprise_is_restricted"
        | "team_access_not_granted"
        | "not_in_channel"
        | "user_is_restricted"
        | "cant_update_message"
        | "cant_delete_message"
        | "edit_window_closed"
        | "message_not_owned_by_app"
        | "messages_tab_disabled"
        | "not_authorized"
        | "posting_to_channel_denied"
        | "cant_invite"
        | "action_prohibited"
        | "as_user_not_supported"
        | "forbidden_team" => Class::Permission,
        "channel_not_found"
        | "user_not_found"
        | "users_not_found"
        | "message_not_found"
        | "thread_not_found"
        | "file_not_found"
        | "file_deleted"
        | "bot_not_found"
        | "team_not_found"
        | "is_archived"
        | "is_inactive"
        | "channel_is_archived"
        | "channel_is_limited_access"
        | "no_service"
        | "user_not_in_channel"
        | "user_disabled"
        | "user_not_visible" => Class::NotFound,
        _ if code.starts_with("restricted_action") => Class::Permission,
        _ if code.starts_with("slack_connect_") && code.ends_with("_blocked") => Class::Permission,
        _ => Class::Invalid,
    }
}

/// Names a no: `"ok": false` with an error string.
///
/// `limited` says that the status was 429, whatever the string.
pub(crate) fn refused(method: &str, code: &str, body: &Value, limited: bool, wait: Option<Duration>) -> Error {
    let class = if limited { Class::Limited } else { class(code) };
    let (kind, reached) = match class {
        Class::Limited => (ErrorKind::RateLimited, Reached::Answered),
        Class::Transient => (ErrorKind::Unavailable, Reached::MaybeSent),
        Class::Busy => (ErrorKind::Unavailable, Reached::Answered),
        Class::Credentials | Class::Permission => (ErrorKind::Unauthorized, Reached::Answered),
        Class::NotFound => (ErrorKind::NotFound, Reached::Answered),
        Class::Invalid => (ErrorKind::Invalid, Reached::Answered),
    };
    let details = details(body);
    let message = if class == Class::Credentials {
        format!("Invalid credentials: `{method}` answered `{code}`; check `bot_token` (SLACK_BOT_TOKEN)")
    } else {
        let details = if details.is_empty() { String::new() } else { format!(": {details}") };
        format!("`{method}` answered `{code}`{details}{}", advice(code, body))
    };
    let error = Error::new(kind, message).with_reached(reached).with_vendor(vendor(method, code, &details));
    match wait.or_else(|| (code == "message_limit_exceeded").then_some(PLAN_LIMIT)) {
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
fn advice(code: &str, body: &Value) -> String {
    let named = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or("?");
    match code {
        "missing_scope" => format!(
            "; the token lacks the scope `{}` (it has `{}`): add it under OAuth & Permissions and install the app again",
            named("needed"),
            named("provided")
        ),
        "not_in_channel" => "; invite the bot: `/invite @bot`".to_owned(),
        "channel_not_found" => {
            "; check the id, and invite the bot: a private channel exists for its members only".to_owned()
        }
        "is_archived" | "channel_is_archived" => "; unarchive the channel first".to_owned(),
        "messages_tab_disabled" => "; switch the Messages tab on under App Home".to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(error.retry_after(), Some(PLAN_LIMIT));
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
