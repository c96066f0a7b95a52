//! Tokens and installations: what begins, renews and ends them.

use messaging_core::Secret;
use messaging_emulator::slack::SlackConsent;
use messaging_slack::client::{
    apps, auth,
    oauth::{Grant, V2Access, V2Exchange},
    tooling::TokensRotate,
};
use serde_json::{Value, json};

use crate::stage::{Proven, Stage};

/// Whether a token opens nothing any more.
fn is_over(seen: &Value) -> bool {
    seen["refused"] == "token_revoked"
}

/// The app's own connections and authorizations; then it leaves two workspaces.
pub(crate) async fn leave(stage: &Stage) {
    let app = stage.settings.app.clone();
    let (ours, token) = (stage.client_of(&app.app_token), Some(app.app_token.clone()));
    let connection = stage.reads_as(&ours, token.clone(), apps::ConnectionsOpen::new()).await;
    let url = connection.url.unwrap().expose().parse().unwrap();
    assert!(stage.emulator().link(&url).is_some() && stage.emulator().link(&url).is_none(), "one connection");
    let list = apps::EventAuthorizationsList::new(stage.event_context());
    let seeing = stage.reads_as(&ours, token, list).await.authorizations.unwrap();
    assert_eq!(seeing[0].user_id.as_deref(), Some(stage.settings.bot_user_id.as_str()));

    let [revoked, left] = [0, 1].map(|team| stage.settings.teams[team].bot_token.clone().unwrap());
    let test = |token: &str| stage.look("auth.test", json!({})).by(Some(token));
    stage.changes_as(&stage.client_of(&revoked), auth::Revoke::new(), test(&revoked), is_over).await;
    let uninstall = apps::Uninstall::new(app.client_id, Secret::new(app.client_secret));
    stage.changes_as(&stage.client_of(&left), uninstall, test(&left), is_over).await;
}

/// Tokens that expire, where the app's tokens do.
pub(crate) async fn rotate(stage: &Stage) {
    let settings = &stage.settings;
    let (id, secret) = (settings.app.client_id.clone(), Secret::new(settings.app.client_secret.clone()));
    let test = |token: &Secret| stage.sdk(&stage.look("auth.test", json!({})).by(Some(token.expose())));

    let link = format!(
        "{}/oauth/v2/authorize?client_id={id}&scope=chat:write&redirect_uri=https://app.test/oauth",
        stage.slack.url
    );
    let back = stage.emulator().authorize(&link, &SlackConsent::allow(&settings.team_id)).unwrap();
    let code = back.split_once("code=").unwrap().1.to_owned();
    let redirect_uri = Some("https://app.test/oauth".to_owned());
    let grant = Grant::Code { code: Secret::new(code.clone()), redirect_uri, code_verifier: None };
    let access = stage.ours(V2Access::new(id.clone(), secret.clone(), grant)).await;
    assert_eq!(test(&access.access_token.unwrap())["team_id"], json!(settings.team_id));
    let credentials = json!({ "client_id": id, "client_secret": secret.expose() });
    let with = |more: Value| {
        let mut arguments = credentials.clone();
        arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        arguments
    };
    let again = with(json!({ "code": code, "redirect_uri": "https://app.test/oauth" }));
    assert_eq!(stage.sdk(&stage.look("oauth.v2.access", again).by(None))["refused"], "invalid_code", "ours used it up");
    stage.prove::<V2Access>(Proven::Changed);

    let exchanged = stage.ours(V2Exchange::new(id, secret)).await;
    assert_eq!(test(&exchanged.access_token.unwrap())["user_id"], json!(settings.bot_user_id));
    let again = stage.look("oauth.v2.exchange", with(json!({ "token": settings.bot_token })));
    assert_eq!(stage.sdk(&again)["refused"], "token_already_exchanged");
    stage.prove::<V2Exchange>(Proven::Changed);

    let rotated = stage.ours(TokensRotate::new(Secret::new(settings.app.config_refresh_token.clone()))).await;
    let rotate =
        |token: &str| stage.sdk(&stage.look("tooling.tokens.rotate", json!({ "refresh_token": token })).by(None));
    assert_eq!(rotate(&settings.app.config_refresh_token)["refused"], "invalid_refresh_token");
    assert_eq!(rotate(rotated.refresh_token.unwrap().expose())["team_id"], json!(settings.team_id));
    stage.prove::<TokensRotate>(Proven::Changed);
}
