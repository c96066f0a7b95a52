//! Tokens of every kind, and what each opens.

use messaging_emulator::{FaultPlan, SlackSettings};
use serde_json::{Value, json};

use crate::{
    installation::{BACK, access, agreed, auth_test, link, workspace},
    workspace::Workspace,
};

#[tokio::test(start_paused = true)]
async fn the_apps_own_token_opens_what_is_the_apps_and_nothing_else() {
    let mut settings = SlackSettings::generated(7);
    settings.app.app_scopes = vec!["connections:write".to_owned()];
    let app = settings.app.app_token.clone();
    let workspace = Workspace::of(settings, FaultPlan::default(), 7);
    assert_eq!(workspace.call_as(&app, "apps.connections.open", json!({})).await["ok"], true);
    let refused = workspace.call_as(&app, "apps.event.authorizations.list", json!({ "event_context": "4-x" })).await;
    let expected = json!({
        "ok": false, "error": "missing_scope", "needed": "authorizations:read", "provided": "connections:write",
    });
    assert_eq!(refused, expected);
    assert_eq!(workspace.call_as(&app, "auth.test", json!({})).await["error"], "not_allowed_token_type");
    for method in ["apps.connections.open", "apps.event.authorizations.list"] {
        assert_eq!(workspace.call(method, json!({})).await["error"], "not_allowed_token_type", "{method}");
        assert_eq!(workspace.call_as("xapp-other", method, json!({})).await["error"], "invalid_auth", "{method}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_of_app_configuration_rotates() {
    let workspace = Workspace::new();
    let first = workspace.settings().app.config_refresh_token.clone();
    let rotate = |token: &str| workspace.call("tooling.tokens.rotate", json!({ "refresh_token": token }));
    assert_eq!(rotate("xoxe-1-other").await["error"], "invalid_refresh_token");
    let given = rotate(&first).await;
    assert_eq!(given["exp"].as_u64().unwrap() - given["iat"].as_u64().unwrap(), 43_200, "{given}");
    assert_eq!(
        (&given["team_id"], &given["user_id"]),
        (&json!(workspace.settings().team_id), &json!(workspace.settings().user_id))
    );
    assert_eq!(rotate(&first).await["error"], "invalid_refresh_token", "it is good once");
    let token = given["token"].as_str().unwrap();
    assert!(token.starts_with("xoxe.xoxp-1-"));
    assert_eq!(workspace.call_as(token, "auth.test", json!({})).await["error"], "not_allowed_token_type");
    assert_eq!(rotate(given["refresh_token"].as_str().unwrap()).await["ok"], true);
}

#[tokio::test(start_paused = true)]
async fn whoever_installs_may_give_a_token_of_their_own() {
    let workspace = workspace(true);
    let settings = workspace.settings().clone();
    let link = link(&workspace, &[("user_scope", "chat:write,channels:history,groups:history")]);
    let given = access(&workspace, &[("code", &agreed(&workspace, &link, &settings.team_id, false)), BACK]).await;
    let authed = &given["authed_user"];
    assert_eq!((&authed["id"], &authed["token_type"]), (&json!(settings.user_id), &json!("user")), "{given}");
    assert_eq!(authed["scope"], "chat:write,channels:history,groups:history");
    let token = |given: &Value| given["access_token"].as_str().unwrap().to_owned();
    assert!(token(authed).starts_with("xoxe.xoxp-1-") && token(&given).starts_with("xoxe.xoxb-1-"));
    let who = auth_test(&workspace, &token(authed)).await;
    assert_eq!((&who["user_id"], who.get("bot_id")), (&json!(settings.user_id), None));

    // Their messages are theirs, and so is what becomes of them.
    let say = json!({ "channel": settings.channel, "text": "as ann" });
    let posted = workspace.call_as(&token(authed), "chat.postMessage", say).await;
    assert_eq!((&posted["message"]["user"], posted["message"].get("bot_id")), (&json!(settings.user_id), None));
    assert!(posted["message"]["client_msg_id"].is_string());
    let edit = json!({ "channel": settings.channel, "ts": posted["ts"], "text": "as ann again" });
    assert_eq!(workspace.call("chat.update", edit.clone()).await["error"], "cant_update_message");
    assert_eq!(workspace.call_as(&token(authed), "chat.update", edit).await["ok"], true);
    let waves = json!({ "channel": settings.channel, "text": "waves" });
    workspace.call_as(&token(authed), "chat.meMessage", waves).await;
    let history =
        workspace.call_as(&token(authed), "conversations.history", json!({ "channel": settings.channel })).await;
    let authors = history["messages"].as_array().unwrap().iter().map(|message| &message["user"]);
    assert_eq!(authors.collect::<Vec<_>>(), [&json!(settings.user_id); 2]);
    let refused = workspace.call_as(&token(authed), "reactions.get", json!({})).await;
    assert_eq!(refused["error"], "missing_scope");

    let refresh = |given: &Value| {
        let refresh = given["refresh_token"].as_str().unwrap().to_owned();
        async { access(&workspace, &[("grant_type", "refresh_token"), ("refresh_token", &{ refresh })]).await }
    };
    let next = refresh(authed).await;
    assert_eq!((&next["token_type"], next.get("bot_user_id")), (&json!("user"), None), "{next}");
    // The bot's tokens and the person's do not count together.
    refresh(&next).await;
    assert_eq!(auth_test(&workspace, &token(authed)).await["error"], "token_revoked");
    assert_eq!(auth_test(&workspace, &token(&given)).await["ok"], true);
    workspace.settle().await;
    let before = workspace.told().len();
    workspace.slack.uninstall(&settings.team_id);
    workspace.settle().await;
    let told = workspace.told().split_off(before);
    let revoked = told.iter().find(|told| told.kind() == "tokens_revoked").unwrap();
    let oauth = revoked.body["event"]["tokens"]["oauth"].as_array().unwrap().clone();
    assert!(!oauth.is_empty() && oauth.iter().all(|user| *user == json!(settings.user_id)), "{oauth:?}");
    assert_eq!(auth_test(&workspace, &token(&next)).await["error"], "token_revoked");
    assert_eq!(refresh(&next).await["error"], "invalid_refresh_token");
}

#[tokio::test(start_paused = true)]
async fn an_app_may_ask_for_a_persons_token_alone() {
    let workspace = workspace(false);
    let team = workspace.settings().team_id.clone();
    let link = link(&workspace, &[("user_scope", "chat:write")]).replace("scope=chat%3Awrite%2Ccommands", "scope=");
    let given = access(&workspace, &[("code", &agreed(&workspace, &link, &team, false)), BACK]).await;
    assert_eq!((&given["ok"], given.get("access_token")), (&json!(true), None), "{given}");
    assert!(given["authed_user"]["access_token"].as_str().unwrap().starts_with("xoxp-"));
    let neither = link.replace("user_scope=chat%3Awrite", "user_scope=");
    let consent = messaging_emulator::slack::SlackConsent::allow(&team);
    assert_eq!(workspace.slack.authorize(&neither, &consent).unwrap_err().code(), "no_scopes");
}

#[tokio::test(start_paused = true)]
async fn another_apps_credentials_open_nothing() {
    let workspace = workspace(true);
    let settings = workspace.settings().clone();
    let (id, secret) = settings.app.other_client.clone();
    let link = link(&workspace, &[]);
    let code = agreed(&workspace, &link, &settings.team_id, false);
    let with = |more: Value| {
        let mut arguments = json!({ "client_id": id, "client_secret": secret });
        arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        arguments
    };
    let ask = |arguments: Value| workspace.call("oauth.v2.access", arguments);
    let theirs = with(json!({ "code": code, "redirect_uri": BACK.1 }));
    assert_eq!(ask(theirs).await["error"], "invalid_code");
    let given = access(&workspace, &[("code", &code), BACK]).await;
    assert_eq!(given["ok"], true, "it was not used up: {given}");
    let refresh = with(json!({ "grant_type": "refresh_token", "refresh_token": given["refresh_token"] }));
    assert_eq!(ask(refresh).await["error"], "invalid_refresh_token");
    assert_eq!(workspace.call("oauth.v2.exchange", with(json!({}))).await["error"], "authorization_not_found");
    let bad = json!({ "client_id": id, "client_secret": "x" });
    assert_eq!(ask(bad).await["error"], "bad_client_secret");
}
