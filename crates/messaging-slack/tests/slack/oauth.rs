//! Installing the app from a browser, and what ends an installation.

use messaging_core::{
    ErrorKind, Event, EventKind, Place, Reached, SendMessage, capability::Installs, event::Installation,
    message::CheckHealth,
};
use messaging_http::TransportError;
use messaging_slack::{SlackConfig, Tenants, channel};
use serde_json::json;

use crate::workspaces::{START, World, granted};

fn page(response: &http::Response<bytes::Bytes>) -> String {
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    let body = String::from_utf8(response.body().to_vec()).unwrap();
    assert!(!body.contains("<script") && !body.contains("canary"), "{body}");
    body
}

#[tokio::test]
async fn whoever_installs_goes_to_slack_and_comes_back() {
    let world = World::new();
    let response = world.open("/slack/install", None).await;
    let to = response.headers()["location"].to_str().unwrap();
    assert!(to.starts_with("http://slack.test/oauth/v2/authorize?client_id=1.2&scope=app_mentions%3Aread%2C"), "{to}");
    assert!(to.contains("redirect_uri=https%3A%2F%2Fbot.test%2Fslack%2Foauth"), "{to}");
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.ends_with("; Path=/slack; Max-Age=600; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
    let response = world.install(granted("T1", "xoxb-canary-1")).await;
    assert_eq!(response.status(), 200);
    assert!(page(&response).contains("installed in &lt;T1&gt;"), "{}", page(&response));
    let (method, whose, form) = world.asked().remove(0);
    assert_eq!((method.as_str(), whose.as_str()), ("oauth.v2.access", "Basic MS4yOmNsaWVudC1jYW5hcnk="));
    assert_eq!(form, "code=c0de&redirect_uri=https%3A%2F%2Fbot.test%2Fslack%2Foauth");
    world.install(granted("T2", "xoxb-canary-2")).await;
    world.asked();
    for (team, token) in [("T1", "Bearer xoxb-canary-1"), ("T2", "Bearer xoxb-canary-2")] {
        world.says(json!({ "ok": true, "ts": "1.000001" }));
        world.messenger().send(SendMessage::new(channel(team, "C1"), "hi")).await.unwrap();
        assert_eq!(world.asked()[0].1, token);
    }
    let healthy = world.messenger().call(CheckHealth::default()).await.unwrap();
    assert_eq!(healthy.identity, "an app in 2 workspaces");
}

#[tokio::test]
async fn a_state_is_good_once_in_its_browser_for_ten_minutes_and_after_a_restart() {
    let world = World::new();
    let (state, cookie) = world.begin().await;
    let back = format!("/slack/oauth?code=c0de&state={state}");
    let other = format!("messaging_slack={}", "0".repeat(32));
    for (path, cookie) in [
        (back.as_str(), None),
        (&back, Some(other.as_str())),
        ("/slack/oauth?code=c0de", Some(&cookie)),
        ("/slack/oauth?code=c0de&state=x.1.y", Some(&cookie)),
    ] {
        let response = world.open(path, cookie).await;
        assert_eq!(response.status(), 400, "{path}");
        assert!(page(&response).contains("Please start again"));
    }
    let world = world.restarted();
    world.says(granted("T1", "xoxb-canary"));
    assert_eq!(world.open(&back, Some(&cookie)).await.status(), 200);
    let response = world.open(&back, Some(&cookie)).await;
    assert_eq!(response.status(), 400);
    assert!(page(&response).contains("used before"));
    let (state, cookie) = world.begin().await;
    world.pass(600);
    assert_eq!(world.open(&format!("/slack/oauth?code=c&state={state}"), Some(&cookie)).await.status(), 400);
    assert_eq!(world.asked().len(), 1, "only the good one was taken to Slack");
}

#[tokio::test]
async fn what_goes_wrong_is_a_clear_page() {
    let world = World::new();
    let (state, cookie) = world.begin().await;
    let denied = format!("/slack/oauth?error=access_denied&state={state}");
    let response = world.open(&denied, Some(&cookie)).await;
    assert_eq!(response.status(), 403);
    assert!(page(&response).contains("You said no"));
    for (code, status, words) in [
        ("invalid_code", 400, "used before, or is too old"),
        ("bad_client_secret", 500, "not set up correctly"),
        ("a_code_of_tomorrow", 400, "a_code_of_tomorrow"),
    ] {
        let response = world.install(json!({ "ok": false, "error": code })).await;
        assert_eq!(response.status(), status, "{code}");
        assert!(page(&response).contains(words), "{}", page(&response));
    }
    let (state, cookie) = world.begin().await;
    world.fails(TransportError::maybe_sent("reset"));
    let response = world.open(&format!("/slack/oauth?code=c&state={state}"), Some(&cookie)).await;
    assert_eq!(response.status(), 502);
    assert!(world.shelf.all().is_empty());
    let request = http::Request::post("/slack/install").body(bytes::Bytes::new()).unwrap();
    let response = messaging_core::capability::Endpoints::answer(&*world.slack, "install", request, world.now()).await;
    assert_eq!((response.status().as_u16(), response.headers()["allow"].to_str().unwrap()), (405, "GET"));
}

#[tokio::test]
async fn an_organisation_has_no_team_and_its_places_find_it() {
    let world = World::with(SlackConfig::installable("1.2", "client-canary", "s").owned_by(Tenants::Workspace));
    let mut grant = granted("T1", "xoxb-canary-whole");
    grant["team"] = json!(null);
    grant["enterprise"] = json!({ "id": "E1", "name": "Acme" });
    grant["is_enterprise_install"] = json!(true);
    assert!(page(&world.install(grant).await).contains("installed in Acme"));
    let row = world.shelf.all().remove(0);
    assert_eq!((row.enterprise.as_deref(), row.team.as_deref(), &*row.tenant), (Some("E1"), None, "E1"));
    let tenant = world.slack.tenant_of(&channel("E1", "C1")).await.unwrap();
    assert_eq!(tenant.as_deref(), Some("E1"));
    assert_eq!(world.slack.tenant_of(&channel("T9", "C1")).await.unwrap(), None);
    world.asked();
    world.says(json!({ "ok": true, "ts": "1.000001" }));
    world.messenger().send(SendMessage::new(channel("E1", "C1"), "hi")).await.unwrap();
    assert_eq!(world.asked()[0].1, "Bearer xoxb-canary-whole");
}

/// As the webhook reads it: when it happened is in the envelope alone.
fn told(what: Installation, at: i64) -> Event {
    let raw = json!({ "event_time": at / 1_000 }).to_string();
    Event::new("k", Place::new("workspace", ["T1"]), EventKind::Installation(what)).with_raw(raw)
}

fn revoked(bot: &str) -> Event {
    told(Installation::TokensRevoked { bots: vec![bot.to_owned()], users: vec!["U1".to_owned()] }, START)
}

#[tokio::test]
async fn an_installation_ends_in_any_order_and_can_begin_again() {
    let (uninstalled, ours) = (told(Installation::Removed, START), revoked("U0BOT"));
    for order in [[&uninstalled, &ours], [&ours, &uninstalled]] {
        let world = World::new();
        world.install(granted("T1", "xoxb-canary")).await;
        world.slack.heed(&revoked("U0OTHER")).await.unwrap();
        assert_eq!(world.shelf.all().len(), 1, "somebody else's token");
        for event in order {
            world.slack.heed(event).await.unwrap();
            assert!(world.shelf.all().is_empty());
        }
        let error = world.messenger().send(SendMessage::new(channel("T1", "C1"), "hi")).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unauthorized, Reached::NotSent));
        assert!(error.to_string().contains("https://bot.test/slack/install"), "{error}");
        world.pass(60);
        world.install(granted("T1", "xoxb-canary-again")).await;
        world.slack.heed(&uninstalled).await.unwrap();
        assert_eq!(world.shelf.all().len(), 1, "what is told late is about the installation before");
    }
}
