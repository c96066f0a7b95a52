//! One installation for every workspace of an organization.

use messaging_emulator::{FaultPlan, SlackLimits, SlackSettings, SlackTeam};
use serde_json::{Value, json};

use crate::{
    installation::{BACK, access, code_for, link},
    workspace::Workspace,
};

const ORGANIZATION: &str = "E0ACME0001";

/// Two workspaces of one organization and one of none, all without the app.
fn organization() -> (Workspace, [SlackTeam; 3]) {
    let [mut first, mut second, mut outside] = [21, 22, 23].map(|seed| SlackTeam::generated(seed, 2));
    first.enterprise_id = Some(ORGANIZATION.to_owned());
    second = second.beside(&first, ORGANIZATION);
    for team in [&mut first, &mut second, &mut outside] {
        team.bot_token = None;
    }
    let mut settings = SlackSettings::generated(7);
    settings.events_url = Some("https://app.test/webhooks/slack".to_owned());
    settings.limits = SlackLimits::none();
    settings.teams = vec![first.clone(), second.clone(), outside.clone()];
    (Workspace::of(settings, FaultPlan::default(), 7), [first, second, outside])
}

/// Installs the app in the whole organization; returns its token.
async fn install(workspace: &Workspace, team: &SlackTeam) -> String {
    let given = access(workspace, &[("code", &code_for(workspace, &team.team_id, true)), BACK]).await;
    assert_eq!((&given["team"], &given["enterprise"]["id"]), (&Value::Null, &json!(ORGANIZATION)), "{given}");
    assert_eq!(given["is_enterprise_install"], true);
    given["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test(start_paused = true)]
async fn an_organizations_token_acts_in_each_of_its_workspaces() {
    let (workspace, [first, second, outside]) = organization();
    let token = install(&workspace, &first).await;
    let call = |method, arguments| workspace.call_as(&token, method, arguments);
    let who = call("auth.test", json!({})).await;
    assert_eq!((&who["team_id"], &who["is_enterprise_install"]), (&json!(ORGANIZATION), &json!(true)));
    for team in [&first, &second] {
        let post = json!({ "channel": team.channels[0].0, "text": "hello" });
        let posted = call("chat.postMessage", post).await;
        assert_eq!(posted["message"]["team"], json!(team.team_id), "the channel says where");
        let told = call("users.info", json!({ "user": team.users[0].0 })).await;
        assert_eq!(told["user"]["team_id"], json!(team.team_id));
        let listed = call("conversations.list", json!({ "team_id": team.team_id })).await;
        assert_eq!(listed["channels"][0]["id"], json!(team.channels[0].0));
        assert_eq!(call("team.info", json!({ "team": team.team_id })).await["team"]["id"], json!(team.team_id));
    }
    let foreign = json!({ "channel": outside.channels[0].0, "text": "hello" });
    assert_eq!(call("chat.postMessage", foreign).await["error"], "channel_not_found");
    let list = |arguments| call("conversations.list", arguments);
    assert_eq!(list(json!({ "team_id": outside.team_id })).await["error"], "team_access_not_granted");
    for method in ["bots.info", "conversations.list", "users.conversations", "users.list"] {
        assert_eq!(call(method, json!({})).await["error"], "missing_argument", "{method}");
    }
    assert_eq!(call("conversations.create", json!({ "name": "x" })).await["error"], "missing_argument");
    // With a workspace's own token it is ignored.
    assert_eq!(workspace.call("conversations.list", json!({ "team_id": second.team_id })).await["ok"], true);
    assert_eq!(workspace.slack.warnings(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn a_file_goes_where_it_is_shown() {
    let (workspace, [first, second, _]) = organization();
    let mut link = link(&workspace, &[]).replace("commands", "files:write,files:read");
    link = link.replace("chat:write", "chat:write,channels:history");
    let code = crate::installation::agreed(&workspace, &link, &first.team_id, true);
    let given = access(&workspace, &[("code", &code), BACK]).await;
    let token = given["access_token"].as_str().unwrap();
    let announced =
        workspace.call_as(token, "files.getUploadURLExternal", json!({ "filename": "a.txt", "length": 1 })).await;
    let upload = http::Request::post(announced["upload_url"].as_str().unwrap()).body("x".into()).unwrap();
    assert_eq!(workspace.raw(upload).await.unwrap().status(), 200);
    let channel = &second.channels[0].0;
    let complete = json!({ "files": [{ "id": announced["file_id"] }], "channel_id": channel });
    let completed = workspace.call_as(token, "files.completeUploadExternal", complete).await;
    assert_eq!(completed["ok"], true, "{completed}");
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let info = workspace.call_as(token, "files.info", json!({ "file": announced["file_id"] })).await;
    assert!(info["file"]["shares"]["public"][channel].is_array(), "{info}");
}

#[tokio::test(start_paused = true)]
async fn its_events_say_whose_the_installation_is_and_all_of_them_can_be_listed() {
    let (workspace, [first, second, outside]) = organization();
    let token = install(&workspace, &first).await;
    workspace.slack.write(&second.users[0].0, &second.channels[0].0, "@bot hello", None).unwrap();
    workspace.settle().await;
    let told = workspace.told()[0].body.clone();
    assert_eq!((&told["team_id"], &told["context_enterprise_id"]), (&json!(second.team_id), &json!(ORGANIZATION)));
    let ours = json!({
        "enterprise_id": ORGANIZATION, "team_id": null, "user_id": first.bot_user_id, "is_bot": true,
        "is_enterprise_install": true,
    });
    assert_eq!(told["authorizations"], json!([ours]));
    let outcome = workspace.slack.command(&second.users[0].0, &second.channels[0].0, "/go", "").await.unwrap();
    assert_eq!(outcome.error, None);
    let command = workspace.told().pop().unwrap().body;
    assert_eq!((&command["is_enterprise_install"], &command["enterprise_id"]), (&json!("true"), &json!(ORGANIZATION)));
    workspace.slack.shortcut(&second.users[0].0, "new").await.unwrap();
    let shortcut = workspace.told().pop().unwrap().body;
    assert_eq!(
        (&shortcut["is_enterprise_install"], &shortcut["enterprise"]["id"]),
        (&json!(true), &json!(ORGANIZATION))
    );

    let settings = workspace.settings().clone();
    let list = |arguments| workspace.call_as(&settings.app.app_token, "apps.event.authorizations.list", arguments);
    let context = told["event_context"].as_str().unwrap();
    let all = list(json!({ "event_context": context })).await;
    assert_eq!(all["authorizations"], json!([ours]), "{all}");
    assert_eq!(list(json!({ "event_context": "4-x" })).await["error"], "invalid_event_context");
    let foreign = base64(&json!({ "et": "message", "tid": second.team_id, "aid": "A0" }));
    assert_eq!(list(json!({ "event_context": foreign })).await["error"], "auth_mismatch");
    let unknown = base64(&json!({ "et": "message", "tid": "T0", "aid": settings.app_id }));
    assert_eq!(list(json!({ "event_context": unknown })).await["error"], "invalid_event_context");
    let paged = json!({ "event_context": context, "cursor": "x" });
    assert_eq!(list(paged).await["error"], "invalid_cursor");
    let _ = outside;

    // A workspace cannot install by itself what its organization has.
    let refused = access(&workspace, &[("code", &code_for(&workspace, &second.team_id, false)), BACK]).await;
    assert_eq!(refused["error"], "cannot_install_an_org_installed_app");

    // Taken out of the organization, it is out of each workspace.
    let before = workspace.told().len();
    workspace.slack.uninstall(ORGANIZATION);
    workspace.settle().await;
    assert_eq!(workspace.call_as(&token, "auth.test", json!({})).await["error"], "token_revoked");
    let told = workspace.told().split_off(before);
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|told| told.body["authorizations"] == json!([ours])), "{told:?}");
    assert_eq!(list(json!({ "event_context": context })).await["authorizations"], json!([]));
}

fn base64(context: &Value) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
    format!("4-{}", STANDARD_NO_PAD.encode(context.to_string()))
}
