use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use form_urlencoded::Serializer;
use http::Request;
use messaging_emulator::{FaultPlan, SlackSettings, slack::SlackConsent};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::workspace::{Workspace, read};

pub(crate) fn workspace(rotates: bool) -> Workspace {
    let mut settings = SlackSettings::generated(7);
    settings.events_url = Some("https://app.test/webhooks/slack".to_owned());
    settings.app.rotates_tokens = rotates;
    Workspace::of(settings, FaultPlan::default(), 7)
}

pub(crate) fn link(workspace: &Workspace, more: &[(&str, &str)]) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("client_id", &workspace.settings().app.client_id);
    query.append_pair("scope", "chat:write,commands");
    query.append_pair("redirect_uri", "https://app.test/oauth").append_pair("state", "s&1");
    query.extend_pairs(more);
    format!("http://slack.test/oauth/v2/authorize?{}", query.finish())
}

fn field(url: &str, name: &str) -> Option<String> {
    let query = url.split_once('?').unwrap().1;
    form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

fn code(workspace: &Workspace, more: &[(&str, &str)]) -> String {
    agreed(workspace, &link(workspace, more), &workspace.settings().team_id, false)
}

/// The code that comes of the usual link when somebody agrees for a workspace, or for its whole organization.
pub(crate) fn code_for(workspace: &Workspace, team: &str, is_enterprise: bool) -> String {
    let link = link(workspace, &[]).replace("commands", "commands,channels:read,users:read,team:read,channels:manage");
    agreed(workspace, &link, team, is_enterprise)
}

/// The code that comes of a link.
pub(crate) fn agreed(workspace: &Workspace, link: &str, team: &str, is_enterprise: bool) -> String {
    let consent = SlackConsent::allow(team);
    let consent = if is_enterprise { consent.for_organization() } else { consent };
    field(&workspace.slack.authorize(link, &consent).unwrap(), "code").unwrap()
}

pub(crate) async fn access(workspace: &Workspace, fields: &[(&str, &str)]) -> Value {
    let app = &workspace.settings().app;
    let basic = STANDARD.encode(format!("{}:{}", app.client_id, app.client_secret));
    let form = Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post("http://slack.test/api/oauth.v2.access")
        .header("authorization", format!("Basic {basic}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Bytes::from(form));
    read(&workspace.raw(request.unwrap()).await.unwrap())
}

pub(crate) const BACK: (&str, &str) = ("redirect_uri", "https://app.test/oauth");

pub(crate) async fn auth_test(workspace: &Workspace, token: &str) -> Value {
    let request = Request::post("http://slack.test/api/auth.test")
        .header("authorization", format!("Bearer {token}"))
        .body(Bytes::new());
    read(&workspace.raw(request.unwrap()).await.unwrap())
}

#[tokio::test(start_paused = true)]
async fn the_page_works_without_a_script() {
    let workspace = workspace(false);
    let link = link(&workspace, &[]);
    let page = workspace.raw(Request::get(&link).body(Bytes::new()).unwrap()).await.unwrap();
    let page = String::from_utf8_lossy(page.body()).into_owned();
    assert!(page.contains("chat:write") && page.contains("<form method=\"post\"") && !page.contains("<script"));
    let answer = |answer: &str| {
        let body = format!("team={}&answer={answer}", workspace.settings().team_id);
        let request = Request::post(&link).header("content-type", "application/x-www-form-urlencoded");
        workspace.raw(request.body(Bytes::from(body)).unwrap())
    };
    let allowed = answer("allow").await.unwrap();
    assert_eq!(allowed.status(), 302);
    let to = allowed.headers()["location"].to_str().unwrap();
    assert!(to.starts_with("https://app.test/oauth?code="));
    assert_eq!(field(to, "state").as_deref(), Some("s&1"));
    let denied = answer("deny").await.unwrap();
    let to = denied.headers()["location"].to_str().unwrap();
    assert_eq!((field(to, "error").as_deref(), field(to, "code")), (Some("access_denied"), None));
    let wrong = link.replace("client_id=", "client_id=x");
    let refused = workspace.raw(Request::get(&wrong).body(Bytes::new()).unwrap()).await.unwrap();
    assert_eq!(refused.status(), 400);
    assert!(String::from_utf8_lossy(refused.body()).contains("invalid_client_id"));
}

#[tokio::test(start_paused = true)]
async fn a_code_gives_tokens_once() {
    let workspace = workspace(false);
    let settings = workspace.settings().clone();
    let code = code(&workspace, &[]);
    let given = access(&workspace, &[("code", &code), BACK]).await;
    assert_eq!((&given["ok"], &given["token_type"]), (&json!(true), &json!("bot")), "{given}");
    assert_eq!((&given["team"]["id"], &given["enterprise"]), (&json!(settings.team_id), &Value::Null));
    assert_eq!((&given["bot_user_id"], &given["scope"]), (&json!(settings.bot_user_id), &json!("chat:write,commands")));
    assert!(given.get("refresh_token").is_none());
    let token = given["access_token"].as_str().unwrap();
    assert_eq!(auth_test(&workspace, token).await["team_id"], json!(settings.team_id));
    assert_eq!(access(&workspace, &[("code", &code), BACK]).await["error"], "invalid_code");
    let late = self::code(&workspace, &[]);
    sleep(Duration::from_secs(601)).await;
    assert_eq!(access(&workspace, &[("code", &late), BACK]).await["error"], "invalid_code");
    let other = self::code(&workspace, &[]);
    let elsewhere = access(&workspace, &[("code", &other), ("redirect_uri", "https://evil.test")]).await;
    assert_eq!(elsewhere["error"], "bad_redirect_uri");
    assert_eq!(access(&workspace, &[("grant_type", "wish")]).await["error"], "invalid_grant_type");
    let wrong = json!({ "client_id": settings.app.client_id, "client_secret": "x", "code": "y" });
    assert_eq!(workspace.call("oauth.v2.access", wrong).await["error"], "bad_client_secret");
    assert_eq!(workspace.call("oauth.v2.access", json!({ "code": "y" })).await["error"], "invalid_client_id");
}

#[tokio::test(start_paused = true)]
async fn pkce_and_webhooks_come_with_it() {
    let workspace = workspace(false);
    // RFC 7636, appendix B.
    let challenge =
        [("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"), ("code_challenge_method", "S256")];
    let wrong = access(&workspace, &[("code", &code(&workspace, &challenge)), BACK, ("code_verifier", "x")]).await;
    assert_eq!(wrong["error"], "invalid_code_verifier");
    let verifier = ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    let given = access(&workspace, &[("code", &code(&workspace, &challenge)), BACK, verifier]).await;
    assert_eq!(given["ok"], true, "{given}");
    let link = link(&workspace, &[]).replace("commands", "incoming-webhook");
    let consent = SlackConsent::allow(&workspace.settings().team_id);
    let code = field(&workspace.slack.authorize(&link, &consent).unwrap(), "code").unwrap();
    let given = access(&workspace, &[("code", &code), BACK]).await;
    let url = given["incoming_webhook"]["url"].as_str().unwrap();
    let request =
        Request::post(url).header("content-type", "application/json").body(Bytes::from_static(b"{\"text\":\"x\"}"));
    assert_eq!(workspace.raw(request.unwrap()).await.unwrap().body(), "ok");
}

#[tokio::test(start_paused = true)]
async fn tokens_rotate() {
    let workspace = workspace(true);
    let first = access(&workspace, &[("code", &code(&workspace, &[])), BACK]).await;
    assert_eq!(first["expires_in"], 43_200);
    let token = |given: &Value| given["access_token"].as_str().unwrap().to_owned();
    assert!(token(&first).starts_with("xoxe.xoxb-1-"));
    let refresh = |given: &Value| {
        let refresh = given["refresh_token"].as_str().unwrap().to_owned();
        async { access(&workspace, &[("grant_type", "refresh_token"), ("refresh_token", &{ refresh })]).await }
    };
    let second = refresh(&first).await;
    assert_eq!(second["ok"], true, "{second}");
    assert_eq!(auth_test(&workspace, &token(&first)).await["ok"], true, "the old one still works");
    sleep(Duration::from_secs(60)).await;
    assert_eq!(refresh(&first).await["error"], "invalid_refresh_token", "it is good once");
    let third = refresh(&second).await;
    assert_eq!(auth_test(&workspace, &token(&first)).await["error"], "token_revoked", "two work at a time");
    assert_eq!(auth_test(&workspace, &token(&second)).await["ok"], true);
    // For a short while, a refresh token whose answer was lost can be used again.
    let fourth = refresh(&second).await;
    assert_eq!(auth_test(&workspace, &token(&second)).await["error"], "token_revoked", "two work at a time");
    assert_eq!(auth_test(&workspace, &token(&third)).await["ok"], true);
    sleep(Duration::from_secs(43_200)).await;
    assert_eq!(auth_test(&workspace, &token(&fourth)).await["error"], "token_expired");
    let app = workspace.settings().app.clone();
    let credentials = json!({ "client_id": app.client_id, "client_secret": app.client_secret });
    let exchanged = workspace.call("oauth.v2.exchange", credentials.clone()).await;
    assert!(token(&exchanged).starts_with("xoxe.xoxb-1-"));
    assert_eq!(workspace.call("oauth.v2.exchange", credentials).await["error"], "token_already_exchanged");
}

#[tokio::test(start_paused = true)]
async fn uninstalling_ends_everything_and_is_told() {
    let workspace = workspace(false);
    let settings = workspace.settings().clone();
    let app = &settings.app;
    let wrong = json!({ "client_id": "x", "client_secret": app.client_secret });
    assert_eq!(workspace.call("apps.uninstall", wrong).await["error"], "invalid_client_id");
    sleep(Duration::from_secs(61)).await;
    let another = json!({ "client_id": app.other_client.0, "client_secret": app.other_client.1 });
    assert_eq!(workspace.call("apps.uninstall", another).await["error"], "client_id_token_mismatch");
    let right = json!({ "client_id": app.client_id, "client_secret": app.client_secret });
    // Once a minute.
    sleep(Duration::from_secs(61)).await;
    assert_eq!(workspace.call("apps.uninstall", right).await["ok"], true);
    assert_eq!(auth_test(&workspace, &settings.bot_token).await["error"], "token_revoked");
    workspace.settle().await;
    let mut told: Vec<_> = workspace.told().iter().map(|told| told.body["event"].clone()).collect();
    told.sort_by_key(|event| event["type"].to_string());
    assert_eq!(told[0], json!({ "type": "app_uninstalled" }));
    assert_eq!(told[1]["tokens"], json!({ "oauth": [], "bot": [settings.bot_user_id] }));
    assert_eq!(told[1].get("event_ts"), None);
}
