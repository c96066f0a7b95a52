use messaging_core::{ErrorKind, message::CheckHealth};
use serde_json::json;

use crate::script::Script;

#[tokio::test]
async fn the_account_says_who_it_is() {
    let script = Script::new()
        .ok(&json!({ "ok": true, "url": "https://acme.slack.com/", "team": "Acme", "user": "helper",
        "team_id": "T111", "user_id": "U0BOT", "bot_id": "B0BOT", "is_enterprise_install": false }));
    let healthy = script.messenger().call(CheckHealth::default()).await.unwrap();
    assert_eq!(healthy.identity, "Acme as helper");
    let asked = script.request();
    assert_eq!(asked.url, "http://slack.test/api/auth.test");
    assert_eq!(asked.form(), []);
}

#[tokio::test]
async fn a_refused_token_is_named() {
    for code in ["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"] {
        let script = Script::new().ok(&json!({ "ok": false, "error": code }));
        let error = script.messenger().call(CheckHealth::default()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized, "{code}");
        let text = error.to_string();
        for word in ["Invalid credentials", "bot_token", "SLACK_BOT_TOKEN", code] {
            assert!(text.contains(word), "{text}");
        }
    }
}

#[tokio::test]
async fn an_answer_without_a_user_is_no_health() {
    let error = Script::new().ok(&json!({ "ok": true })).messenger().call(CheckHealth::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unexpected);
}
