//! Whatever the emulator answers, Slack documents: the table of methods, and what is common to all of them.

use serde_json::Value;

use crate::workspace::Workspace;

const TABLE: &str = include_str!("methods.tsv");

/// What any method may answer.
const COMMON: &str = "account_inactive internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_auth \
    invalid_charset invalid_form_data invalid_json invalid_post_type json_not_object missing_post_type missing_scope \
    my_error not_authed not_allowed_token_type ratelimited team_access_not_granted token_expired token_revoked unknown_method";

/// What was seen of Slack although its reference does not list it, by the method it was seen on.
const SEEN: &[(&str, &str)] = &[
    ("chat.postEphemeral", "as_user_not_supported invalid_metadata_format invalid_thread_ts metadata_too_large"),
    ("chat.postMessage", "invalid_attachments invalid_thread_ts msg_too_long"),
    ("chat.scheduleMessage", "invalid_attachments invalid_thread_ts"),
    ("chat.startStream", "msg_too_long"),
    ("conversations.history", "invalid_limit"),
    ("conversations.replies", "invalid_limit not_in_channel"),
    ("views.open", "push_limit_reached"),
];

/// The rows, each as method, tier, scopes, arguments and errors.
pub(crate) fn rows() -> impl Iterator<Item = [&'static str; 5]> {
    TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).map(|row| {
        let mut columns = row.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_else(|| panic!("a column is missing: {row}")))
    })
}

/// Fails if an answer is an error that nobody may get from this method.
pub(crate) fn check(method: &str, answer: &Value) {
    let Some(error) = answer["error"].as_str() else { return };
    let Some([_, _, _, _, listed]) = rows().find(|row| row[0] == method) else { return };
    let seen = SEEN.iter().find(|(name, _)| *name == method).map_or("", |(_, seen)| seen);
    // Nobody captured what these may answer.
    let is_unknown = listed.is_empty() && method.starts_with("agents.");
    let mut all = [COMMON, listed, seen].into_iter().flat_map(str::split_whitespace);
    assert!(is_unknown || all.any(|known| known == error), "{method} may not answer {error}");
}

#[tokio::test(start_paused = true)]
async fn every_method_of_the_table_is_known() {
    let workspace = Workspace::new();
    for [method, ..] in rows() {
        let answer = workspace.call(method, serde_json::json!({})).await;
        assert_ne!(answer["error"], "unknown_method", "{method}");
    }
    assert_eq!(rows().count(), 63);
}

#[tokio::test(start_paused = true)]
async fn every_method_refuses_a_token_without_its_scopes() {
    let mut settings = messaging_emulator::SlackSettings::generated(7);
    settings.limits = messaging_emulator::SlackLimits::none();
    settings.scopes = vec!["commands".to_owned()];
    let workspace = Workspace::of(settings, messaging_emulator::FaultPlan::default(), 7);
    for [method, _, scopes, ..] in rows().filter(|[_, _, scopes, ..]| !scopes.is_empty()) {
        let response = workspace.send(method, serde_json::json!({})).await.unwrap();
        let answer = crate::workspace::read(&response);
        let needed = scopes.replace(' ', ",");
        let expected = serde_json::json!({
            "ok": false, "error": "missing_scope", "needed": needed, "provided": "commands",
        });
        assert_eq!(answer, expected, "{method}");
        assert_eq!(response.headers()["x-oauth-scopes"], "commands");
        assert_eq!(response.headers()["x-accepted-oauth-scopes"], needed.as_str());
    }
}

#[tokio::test(start_paused = true)]
async fn every_method_names_what_it_cannot_do_without() {
    let workspace = Workspace::new();
    for [method, _, _, arguments, _] in rows() {
        let required: Vec<_> = arguments.split_whitespace().filter_map(|word| word.strip_suffix('*')).collect();
        if required.is_empty() {
            continue;
        }
        let settings = workspace.settings();
        let is_apps = method == "apps.event.authorizations.list";
        let token = if is_apps { &settings.app.app_token } else { &settings.bot_token };
        let answer = workspace.call_as(token, method, serde_json::json!({})).await;
        assert_eq!(answer["error"], "invalid_arguments", "{method}");
        let messages: Vec<_> = required.iter().map(|name| format!("[ERROR] missing required field: {name}")).collect();
        assert_eq!(answer["response_metadata"]["messages"], serde_json::json!(messages), "{method}");
    }
}
