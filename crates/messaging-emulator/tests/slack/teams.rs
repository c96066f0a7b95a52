use bytes::Bytes;
use http::Request;
use messaging_emulator::SlackTeam;
use serde_json::{Value, json};

use crate::workspace::{Workspace, read};

async fn as_team(workspace: &Workspace, team: &SlackTeam, method: &str, arguments: Value) -> Value {
    let request = Request::post(format!("http://slack.test/api/{method}"))
        .header("authorization", format!("Bearer {}", team.bot_token.as_deref().unwrap()))
        .header("content-type", "application/json; charset=utf-8")
        .body(Bytes::from(arguments.to_string()));
    read(&workspace.raw(request.unwrap()).await.unwrap())
}

#[tokio::test(start_paused = true)]
async fn workspaces_are_apart() {
    let workspace = Workspace::new();
    let mut team = SlackTeam::generated(11, 50);
    team.enterprise_id = Some("E1".to_owned());
    workspace.slack.add_team(&team);
    let who = as_team(&workspace, &team, "auth.test", json!({})).await;
    assert_eq!(
        (&who["team_id"], &who["bot_id"], &who["enterprise_id"]),
        (&json!(team.team_id), &json!(team.bot_id), &json!("E1"))
    );
    let channels = as_team(&workspace, &team, "conversations.list", json!({})).await;
    assert_eq!(channels["channels"].as_array().unwrap().len(), 50);
    let (channel, foreign) = (&team.channels[3].0, &workspace.settings().channel);
    let post = |channel: &str| json!({ "channel": channel, "text": "hi" });
    assert_eq!(
        as_team(&workspace, &team, "chat.postMessage", post(channel)).await["message"]["team"],
        json!(team.team_id)
    );
    assert_eq!(as_team(&workspace, &team, "chat.postMessage", post(foreign)).await["error"], "channel_not_found");
    assert_eq!(workspace.call("chat.postMessage", post(channel)).await["error"], "channel_not_found");
    workspace.slack.write(&team.users[0].0, channel, "@bot hello", None).unwrap();
    workspace.settle().await;
    let told = workspace.told();
    assert_eq!(told.len(), 3, "the post, the message, the mention");
    for told in &told {
        assert_eq!(told.body["team_id"], json!(team.team_id));
        assert_eq!(told.body["authorizations"][0]["user_id"], json!(team.bot_user_id));
        assert_eq!(told.body["authorizations"][0]["enterprise_id"], "E1");
    }
}

#[tokio::test(start_paused = true)]
async fn two_hundred_workspaces_fit() {
    let mut settings = messaging_emulator::SlackSettings::generated(7);
    settings.teams = (0..200).map(|nth| SlackTeam::generated(1_000 + nth, 50)).collect();
    let workspace = Workspace::of(settings.clone(), messaging_emulator::FaultPlan::default(), 7);
    for team in &settings.teams {
        let arguments = json!({ "channel": team.channels[49].0, "text": team.team_id });
        assert_eq!(as_team(&workspace, team, "chat.postMessage", arguments).await["ok"], true);
    }
    assert_eq!(workspace.slack.truth().shown.len(), 200);
}

#[tokio::test(start_paused = true)]
async fn a_revoked_token_opens_nothing() {
    let workspace = Workspace::new();
    assert_eq!(workspace.call("auth.revoke", json!({ "test": true })).await, json!({ "ok": true, "revoked": false }));
    assert_eq!(workspace.call("auth.revoke", json!({})).await, json!({ "ok": true, "revoked": true }));
    assert_eq!(workspace.call("auth.test", json!({})).await["error"], "token_revoked");
    workspace.settle().await;
    let told = workspace.told();
    let expected =
        json!({ "type": "tokens_revoked", "tokens": { "oauth": [], "bot": [workspace.settings().bot_user_id] } });
    assert_eq!(told[0].body["event"], expected);
}

#[tokio::test(start_paused = true)]
async fn people_bots_and_workspaces_are_described() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let users = workspace.call("users.list", json!({ "limit": 2 })).await;
    let cursor = &users["response_metadata"]["next_cursor"];
    let rest = workspace.call("users.list", json!({ "limit": 2, "cursor": cursor, "include_locale": true })).await;
    assert_eq!((users["members"].as_array().unwrap().len(), &rest["members"][0]["name"]), (2, &json!("bob")));
    assert_eq!(rest["members"][0]["locale"], "en-US");
    let ann = workspace.call("users.lookupByEmail", json!({ "email": "Ann@example.test" })).await;
    assert_eq!(
        (&ann["user"]["id"], &ann["user"]["profile"]["email"]),
        (&json!(settings.user_id), &json!("ann@example.test"))
    );
    let bot = workspace.call("bots.info", json!({ "bot": settings.bot_id })).await;
    assert_eq!(
        (&bot["bot"]["user_id"], &bot["bot"]["app_id"]),
        (&json!(settings.bot_user_id), &json!(settings.app_id))
    );
    let team = workspace.call("team.info", json!({})).await;
    assert_eq!((&team["team"]["id"], &team["team"]["domain"]), (&json!(settings.team_id), &json!("emulated")));
    for (method, arguments, expected) in [
        ("users.list", json!({ "cursor": "x" }), "invalid_cursor"),
        ("users.info", json!({ "user": "U0" }), "user_not_found"),
        ("users.lookupByEmail", json!({ "email": "x@y.test" }), "users_not_found"),
        ("users.conversations", json!({ "types": "x" }), "invalid_types"),
        ("users.conversations", json!({ "cursor": "x" }), "invalid_cursor"),
        ("users.conversations", json!({ "limit": 0 }), "invalid_limit"),
        ("bots.info", json!({ "bot": "B0" }), "bot_not_found"),
        ("bots.info", json!({ "team_id": "T0" }), "team_not_found"),
        ("team.info", json!({ "team": "T0" }), "team_not_found"),
    ] {
        assert_eq!(workspace.call(method, arguments.clone()).await["error"], expected, "{method} {arguments}");
    }
}

#[tokio::test(start_paused = true)]
async fn too_many_users_must_be_paged() {
    let mut settings = messaging_emulator::SlackSettings::generated(7);
    settings.users.extend((0..1_000).map(|nth| (format!("U9{nth:08}"), format!("p{nth}"))));
    let workspace = Workspace::of(settings, messaging_emulator::FaultPlan::default(), 7);
    assert_eq!(workspace.call("users.list", json!({})).await["error"], "limit_required");
    assert_eq!(workspace.call("users.list", json!({ "limit": 200 })).await["ok"], true);
}

#[tokio::test(start_paused = true)]
async fn scopes_depend_on_the_kind_of_channel() {
    let mut settings = messaging_emulator::SlackSettings::generated(7);
    settings.scopes = ["channels:history", "channels:read", "chat:write"].map(str::to_owned).to_vec();
    let workspace = Workspace::of(settings.clone(), messaging_emulator::FaultPlan::default(), 7);
    let history = |channel: &str| workspace.call("conversations.history", json!({ "channel": channel }));
    assert_eq!(history(&settings.channel).await["ok"], true);
    let refused = history(&settings.dm_channel).await;
    assert_eq!((&refused["error"], &refused["needed"]), (&json!("missing_scope"), &json!("im:history")));
    let refused = workspace.call("conversations.list", json!({ "types": "public_channel,im" })).await;
    assert_eq!((&refused["error"], &refused["needed"]), (&json!("missing_scope"), &json!("im:read")));
    let disguised = json!({ "channel": settings.channel, "text": "x", "username": "other" });
    let refused = workspace.call("chat.postMessage", disguised).await;
    assert_eq!(refused["needed"], "chat:write.customize");
    let user = workspace.call("users.info", json!({ "user": settings.user_id })).await;
    assert_eq!(user["needed"], "users:read");
}
