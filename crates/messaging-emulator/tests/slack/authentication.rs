use bytes::Bytes;
use http::{Request, StatusCode};
use serde_json::json;

use crate::workspace::{Workspace, read};

#[tokio::test(start_paused = true)]
async fn a_token_is_wanted_wherever_it_may_be() {
    let workspace = Workspace::new();
    let token = &workspace.settings().bot_token;
    let post = || Request::post("http://slack.test/api/auth.test");
    let form = "application/x-www-form-urlencoded";
    for (request, expected) in [
        (post().body(Bytes::new()), Some("not_authed")),
        (post().header("authorization", "Basic eDp5").body(Bytes::new()), Some("not_authed")),
        (post().header("authorization", "Bearer xoxb-other").body(Bytes::new()), Some("invalid_auth")),
        (post().header("authorization", format!("Bearer {token}x")).body(Bytes::new()), Some("invalid_auth")),
        (
            post().header("content-type", "application/json").body(json!({ "token": token }).to_string().into()),
            Some("not_authed"),
        ),
        (post().header("authorization", format!("Bearer {token}")).body(Bytes::new()), None),
        (post().header("content-type", form).body(format!("token={token}").into()), None),
        (Request::get(format!("http://slack.test/api/auth.test?token={token}")).body(Bytes::new()), None),
    ] {
        let response = workspace.raw(request.unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(read(&response)["error"].as_str(), expected, "{:?}", read(&response));
    }
    assert_eq!(workspace.slack.warnings(), ["auth.test: a token in a JSON body does not count"]);
}

#[tokio::test(start_paused = true)]
async fn a_token_says_who_it_belongs_to() {
    let workspace = Workspace::new();
    let settings = workspace.settings();
    let answer = workspace.call("auth.test", json!({})).await;
    let expected = json!({
        "ok": true, "url": "http://127.0.0.1:7403/", "team": "Emulated", "user": "bot", "team_id": settings.team_id,
        "user_id": settings.bot_user_id, "bot_id": settings.bot_id, "is_enterprise_install": false,
    });
    assert_eq!(answer, expected);
    let answer = workspace.call("users.info", json!({ "user": settings.user_id })).await;
    assert_eq!((&answer["user"]["name"], &answer["user"]["is_bot"]), (&json!("ann"), &json!(false)));
    assert_eq!(workspace.call("users.info", json!({ "user": "U0" })).await["error"], "user_not_found");
}

#[tokio::test(start_paused = true)]
async fn an_unknown_method_is_named() {
    let workspace = Workspace::new();
    let answer = workspace.call("chat.postmessage", json!({})).await;
    assert_eq!(answer, json!({ "ok": false, "error": "unknown_method", "req_method": "chat.postmessage" }));
    let request = Request::get("http://slack.test/elsewhere").body(Bytes::new()).unwrap();
    assert_eq!(workspace.raw(request).await.unwrap().status(), StatusCode::NOT_FOUND);
}

#[tokio::test(start_paused = true)]
async fn secrets_stay_out_of_debug() {
    let workspace = Workspace::new();
    let shown = format!("{:?} {:?}", workspace.slack, workspace.settings());
    assert!(!shown.contains("xoxb-emu") && !shown.contains(&workspace.settings().signing_secret), "{shown}");
    assert_eq!(workspace.settings().signing_secret.len(), 32);
}
