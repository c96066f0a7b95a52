use messaging_core::Secret;
use messaging_slack::client::{
    api, apps,
    assistant::{self, Prompt},
    auth, bots,
    files::{self, Uploaded},
    oauth::{self, Grant},
    reactions, sessions, team, tooling, users, views,
};
use serde_json::json;

use super::check;
use crate::script::Script;

const TS: &str = "1503435956.000247";

#[tokio::test]
async fn tokens_say_who_they_are() {
    check(api::Test::new(), json!({}), json!({ "args": {} })).await;
    let answer = json!({ "url": "https://x.slack.com/", "team": "x", "user": "bot", "team_id": "T1", "user_id": "U0",
        "bot_id": "B0", "is_enterprise_install": false });
    let identity = check(auth::Test::new(), json!({}), answer).await.value;
    assert_eq!((identity.team_id.as_deref(), identity.bot_id.as_deref()), (Some("T1"), Some("B0")));
    let revoked = check(auth::Revoke::new().test(true), json!({ "test": "true" }), json!({ "revoked": false })).await;
    assert_eq!(revoked.value.revoked, Some(false));
}

#[tokio::test]
async fn people_bots_and_workspaces_are_found() {
    let user = json!({ "id": "U1", "name": "ann.old", "tz_offset": -3600, "profile": { "display_name": " ",
        "real_name": "Ann A", "fields": {} } });
    let one = json!({ "user": user });
    let found = check(
        users::Info::new("U1").include_locale(true),
        json!({ "user": "U1", "include_locale": "true" }),
        one.clone(),
    )
    .await;
    assert_eq!(found.value.user.unwrap().shown_name(), Some("Ann A"));
    check(users::LookupByEmail::new("ann@x.test"), json!({ "email": "ann@x.test" }), one).await;
    let listed = check(users::List::new().limit(2_u32), json!({ "limit": "2" }), json!({ "members": [user] })).await;
    assert_eq!(listed.value.members.unwrap().len(), 1);
    let bot = check(bots::Info::new().bot("B1"), json!({ "bot": "B1" }), json!({ "bot": { "id": "B1" } })).await;
    assert_eq!(bot.value.bot.unwrap().id.as_deref(), Some("B1"));
    let team = check(team::Info::new().team("T1"), json!({ "team": "T1" }), json!({ "team": { "id": "T1" } })).await;
    assert_eq!(team.value.team.unwrap().id.as_deref(), Some("T1"));
}

#[tokio::test]
async fn reactions_are_added_removed_and_read() {
    let add = reactions::Add::new("C1", TS, "eyes");
    check(add, json!({ "channel": "C1", "timestamp": TS, "name": "eyes" }), json!({})).await;
    let remove = reactions::Remove::new("eyes").channel("C1").timestamp(TS);
    check(remove, json!({ "channel": "C1", "timestamp": TS, "name": "eyes" }), json!({})).await;
    let get = reactions::Get::new().channel("C1").timestamp(TS).full(true);
    let answer = json!({ "type": "message", "channel": "C1", "message": { "reactions": [{ "name": "eyes" }] } });
    let got = check(get, json!({ "channel": "C1", "timestamp": TS, "full": "true" }), answer).await.value;
    assert_eq!(got.message.unwrap().reactions.unwrap().len(), 1);
}

#[tokio::test]
async fn files_are_asked_for_kept_and_deleted() {
    let ask = files::GetUploadUrlExternal::new("a.png", 5_u64).alt_txt("a cat");
    let answer = json!({ "upload_url": "https://files.slack.com/upload/v1/x", "file_id": "F1" });
    let url = check(ask, json!({ "filename": "a.png", "length": "5", "alt_txt": "a cat" }), answer).await.value;
    assert_eq!(url.file_id.as_deref(), Some("F1"));
    let keep = files::CompleteUploadExternal::new(vec![Uploaded::new("F1").titled("A")]).channels(["C1", "C2"]);
    let expected = json!({ "files": r#"[{"id":"F1","title":"A"}]"#, "channels": "C1,C2" });
    check(keep, expected, json!({ "files": [{ "id": "F1", "title": "A" }] })).await;
    let file = json!({ "file": { "id": "F1", "size": 5, "ims": [], "shares": { "private": { "C2": [{}] } } } });
    let known = check(files::Info::new("F1"), json!({ "file": "F1" }), file).await.value.file.unwrap();
    assert!(known.is_shared_with("C2") && !known.is_shared_with("C1"));
    check(files::Delete::new("F1"), json!({ "file": "F1" }), json!({})).await;
}

#[tokio::test]
async fn assistants_and_sessions_are_shown() {
    let call = assistant::SetStatus::new("C1", TS, "is thinking…").loading_messages(vec!["Hm".to_owned()]);
    let expected = json!({ "channel_id": "C1", "thread_ts": TS, "status": "is thinking…", "loading_messages": ["Hm"] });
    check(call, expected, json!({})).await;
    let call = assistant::SetTitle::new("C1", TS, "Flights");
    check(call, json!({ "channel_id": "C1", "thread_ts": TS, "title": "Flights" }), json!({})).await;
    let call = assistant::SetSuggestedPrompts::new("C1", vec![Prompt::new("a", "b")]).thread_ts(TS).title("Try");
    let expected = json!({ "channel_id": "C1", "prompts": [{ "title": "a", "message": "b" }], "thread_ts": TS,
        "title": "Try" });
    check(call, expected, json!({})).await;
    let session = json!({ "status": "processing", "agent_status": "processing", "title": "Flights" });
    let call = sessions::SetStatus::new("processing").channel_id("C1").thread_ts(TS).initiator_user_id("U1");
    let expected = json!({ "status": "processing", "channel_id": "C1", "thread_ts": TS, "initiator_user_id": "U1" });
    assert_eq!(check(call, expected, session.clone()).await.value.status.as_deref(), Some("processing"));
    let call = sessions::Rename::new("Trains").channel_id("C1").thread_ts(TS);
    check(call, json!({ "title": "Trains", "channel_id": "C1", "thread_ts": TS }), session).await;
}

#[tokio::test]
async fn views_are_shown() {
    let view = json!({ "type": "modal", "blocks": [] });
    let answer = json!({ "view": { "id": "V1", "type": "modal", "hash": "1.a", "state": { "values": {} } } });
    let open = views::Open::new(view.clone()).trigger_id("1.2.a");
    let opened = check(open, json!({ "view": view, "trigger_id": "1.2.a" }), answer.clone()).await.value.view.unwrap();
    assert_eq!((opened.id.as_deref(), opened.r#type.as_deref()), (Some("V1"), Some("modal")));
    let push = views::Push::new(view.clone()).trigger_id("1.2.a");
    check(push, json!({ "view": view, "trigger_id": "1.2.a" }), answer.clone()).await;
    let update = views::Update::new(view.clone()).view_id("V1").hash("1.a");
    check(update, json!({ "view": view, "view_id": "V1", "hash": "1.a" }), answer.clone()).await;
    let publish = views::Publish::new("U1", view.clone());
    check(publish, json!({ "user_id": "U1", "view": view }), answer).await;
}

#[tokio::test]
async fn apps_are_connected_installed_and_removed() {
    let url = json!({ "url": "wss://wss-primary.slack.com/link/?ticket=canary" });
    let opened = check(apps::ConnectionsOpen::new(), json!({}), url).await;
    assert!(!format!("{opened:?}").contains("canary"), "{opened:?}");
    let list = apps::EventAuthorizationsList::new("4-ey").limit(5_u32);
    let answer = json!({ "authorizations": [{ "team_id": "T1", "is_bot": true }] });
    let listed = check(list, json!({ "event_context": "4-ey", "limit": "5" }), answer).await.value;
    assert_eq!(listed.authorizations.unwrap()[0].is_bot, Some(true));
    let app = json!({ "client_id": "1.2", "client_secret": "s3" });
    check(apps::Uninstall::new("1.2", Secret::new("s3")), app.clone(), json!({})).await;
    let tokens = json!({ "access_token": "xoxe.xoxb-1-canary", "refresh_token": "xoxe-1-canary", "expires_in": 43_200,
        "team": { "id": "T1", "name": "x" }, "enterprise": null });
    let exchanged = check(oauth::V2Exchange::new("1.2", Secret::new("s3")), app, tokens).await;
    assert_eq!(exchanged.value.access_token.as_ref().unwrap().expose(), "xoxe.xoxb-1-canary");
    assert!(exchanged.value.enterprise.is_none() && !format!("{exchanged:?}").contains("canary"), "{exchanged:?}");
}

#[tokio::test]
async fn tokens_are_got_as_the_app_or_as_nobody() {
    let ok = json!({ "ok": true, "access_token": "xoxb-1", "token": "xoxe-2" });
    let script = Script::new().ok(&ok).ok(&ok).ok(&ok);
    let client = script.slack().client().await.unwrap();
    let code = Grant::Code { code: Secret::new("c"), redirect_uri: Some("https://x.test".into()), code_verifier: None };
    for grant in [code, Grant::Refresh(Secret::new("r"))] {
        let access = client.call(oauth::V2Access::new("1.2", Secret::new("s3"), grant)).await.unwrap();
        assert_eq!(access.value.access_token.unwrap().expose(), "xoxb-1");
    }
    client.call(tooling::TokensRotate::new(Secret::new("r"))).await.unwrap();
    let asked = script.raw_requests();
    let header = |index: usize| asked[index].headers().get("authorization").map(|value| value.to_str().unwrap());
    assert_eq!((header(0), header(1), header(2)), (Some("Basic MS4yOnMz"), Some("Basic MS4yOnMz"), None));
    let bodies: Vec<_> = asked.iter().map(|request| std::str::from_utf8(request.body()).unwrap()).collect();
    let expected =
        ["code=c&redirect_uri=https%3A%2F%2Fx.test", "grant_type=refresh_token&refresh_token=r", "refresh_token=r"];
    assert_eq!(bodies, expected);
}
