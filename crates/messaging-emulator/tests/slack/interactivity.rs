use std::time::Duration;

use http::Response;
use messaging_emulator::slack::ActError;
use serde_json::{Value, json};

use crate::workspace::{Script, Told, Workspace, always, answer};

/// A message of the app's with a button and menus.
pub(crate) async fn offered(workspace: &Workspace) -> String {
    let blocks = json!([
        { "type": "section", "block_id": "s", "text": { "type": "mrkdwn", "text": "pick" }, "accessory": {
            "type": "static_select", "action_id": "size", "options": [
                { "text": { "type": "plain_text", "text": "Small" }, "value": "s" },
                { "text": { "type": "plain_text", "text": "Large" }, "value": "l" },
            ] } },
        { "type": "actions", "elements": [
            { "type": "button", "action_id": "approve", "value": "req-1", "style": "primary",
              "text": { "type": "plain_text", "text": "Approve" } },
            { "type": "external_select", "action_id": "who" },
        ] },
    ]);
    let body = json!({ "channel": workspace.settings().channel, "text": "pick", "blocks": blocks });
    let posted = workspace.call("chat.postMessage", body).await;
    workspace.settle().await;
    posted["ts"].as_str().unwrap().to_owned()
}

pub(crate) fn last(workspace: &Workspace) -> Told {
    workspace.told().last().unwrap().clone()
}

#[tokio::test(start_paused = true)]
async fn a_button_tells_what_slack_tells() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let ts = offered(&workspace).await;
    let outcome = workspace.slack.click(workspace.ann(), &settings.channel, &ts, "approve", &[]).await.unwrap();
    assert_eq!((outcome.status, outcome.error), (Some(200), None));
    let told = last(&workspace);
    assert!(told.header("x-slack-signature").unwrap().starts_with("v0="));
    let body = &told.body;
    assert_eq!(body["type"], "block_actions");
    assert_eq!(
        body["user"],
        json!({ "id": settings.user_id, "username": "ann", "name": "ann", "team_id": settings.team_id })
    );
    assert_eq!(
        body["container"],
        json!({ "type": "message", "message_ts": ts, "channel_id": settings.channel, "is_ephemeral": false })
    );
    assert_eq!(body["channel"], json!({ "id": settings.channel, "name": "general" }));
    assert_eq!((&body["message"]["ts"], &body["api_app_id"]), (&json!(ts), &json!(settings.app_id)));
    assert_eq!((&body["state"], &body["enterprise"]), (&json!({ "values": {} }), &Value::Null));
    let action = &body["actions"][0];
    assert_eq!(
        (&action["type"], &action["value"], &action["style"]),
        (&json!("button"), &json!("req-1"), &json!("primary"))
    );
    assert_eq!((&action["action_id"], &action["text"]["text"]), (&json!("approve"), &json!("Approve")));
    assert_eq!(action["block_id"], body["message"]["blocks"][1]["block_id"], "made up where the app named none");
    assert!(body["response_url"].as_str().unwrap().starts_with(&format!("{}/actions/", settings.base_url)));
    assert_eq!(body["trigger_id"].as_str().unwrap().split('.').count(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_button_is_found_by_what_people_read_on_it() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let ts = offered(&workspace).await;
    workspace.slack.click(workspace.ann(), &channel, &ts, "Approve", &[]).await.unwrap();
    assert_eq!(last(&workspace).body["actions"][0]["action_id"], "approve");
    let other = workspace.slack.click(workspace.ann(), &channel, &ts, "Refuse", &[]).await;
    assert_eq!(other.unwrap_err(), ActError::NoSuchElement);
}

#[tokio::test(start_paused = true)]
async fn menus_remember_what_was_chosen() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let ts = offered(&workspace).await;
    let click = |action: &'static str, wanted: &'static [&str]| {
        workspace.slack.click(workspace.ann(), &channel, &ts, action, wanted)
    };
    assert_eq!(click("size", &["Huge"]).await, Err(ActError::NoSuchChoice));
    click("size", &["Large"]).await.unwrap();
    let action = last(&workspace).body["actions"][0].clone();
    assert_eq!((&action["type"], &action["selected_option"]["value"]), (&json!("static_select"), &json!("l")));
    click("approve", &[]).await.unwrap();
    let values = last(&workspace).body["state"]["values"].clone();
    assert_eq!(values["s"]["size"]["selected_option"]["value"], "l");
}

#[tokio::test(start_paused = true)]
async fn the_app_fills_menus() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let ts = offered(&workspace).await;
    let options = json!([{ "text": { "type": "plain_text", "text": "Zoe" }, "value": "z" }]);
    for offer in [json!({ "options": options }), json!({ "option_groups": [{ "options": options }] })] {
        workspace.script([answer(&offer)]);
        let outcome = workspace.slack.suggest(workspace.ann(), &channel, Some(&ts), "who", "zo").await.unwrap();
        assert_eq!(json!(outcome.options), options);
        let body = last(&workspace).body;
        assert_eq!((&body["type"], &body["value"]), (&json!("block_suggestion"), &json!("zo")));
        assert_eq!((&body["action_id"], &body["container"]["message_ts"]), (&json!("who"), &json!(ts)));
    }
    workspace.slack.click(workspace.ann(), &channel, &ts, "who", &["z"]).await.unwrap();
    assert_eq!(last(&workspace).body["actions"][0]["selected_option"]["text"]["text"], "Zoe");
}

#[tokio::test(start_paused = true)]
async fn failures_are_what_the_person_sees() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let ts = offered(&workspace).await;
    workspace.script([Script::After(Duration::from_secs(4)), Script::Status(500), Script::Lost]);
    for error in ["operation_timeout", "dispatch_failed", "dispatch_failed"] {
        let outcome = workspace.slack.click(workspace.ann(), &channel, &ts, "approve", &[]).await.unwrap();
        assert_eq!(outcome.error, Some(error));
        assert!(outcome.millis <= 3_000);
    }
    let before = workspace.told().len();
    workspace.settle().await;
    assert_eq!(workspace.told().len(), before, "nothing is told twice");
    let deaf = Workspace::with(always(|plan| plan.deaf = 1_000), 7);
    let outcome = deaf.slack.shortcut(deaf.ann(), "new").await.unwrap();
    assert_eq!(outcome.error, Some("operation_timeout"));
}

#[tokio::test(start_paused = true)]
async fn shortcuts_are_global_or_of_a_message() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let ts = workspace.write("a", None);
    workspace.settle().await;
    workspace.slack.shortcut(workspace.ann(), "new").await.unwrap();
    let body = last(&workspace).body;
    assert_eq!((&body["type"], &body["callback_id"]), (&json!("shortcut"), &json!("new")));
    assert!(body.get("response_url").is_none() && body.get("channel").is_none() && body.get("trigger_id").is_some());
    workspace.slack.message_action(workspace.ann(), &channel, &ts, "file").await.unwrap();
    let body = last(&workspace).body;
    assert_eq!((&body["type"], &body["message_ts"]), (&json!("message_action"), &json!(ts)));
    assert_eq!((&body["message"]["text"], &body["channel"]["name"]), (&json!("a"), &json!("general")));
    assert!(body.get("response_url").is_some());
}

#[tokio::test(start_paused = true)]
async fn a_command_is_answered_at_once() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let run = |text: &'static str| workspace.slack.command(workspace.ann(), &settings.channel, "/ask", text);
    let mine = format!("{},{}", settings.channel, settings.user_id);
    workspace.script([
        Script::Answer(Response::new("hi <you>".into())),
        answer(&json!({ "response_type": "in_channel", "text": "all" })),
        answer(&json!({ "response_type": "in_channel" })),
        Script::Status(200),
        Script::Status(500),
        Script::After(Duration::from_secs(4)),
    ]);
    run("weather & wind").await.unwrap();
    let body = last(&workspace).body;
    for (name, value) in [
        ("command", "/ask"),
        ("text", "weather & wind"),
        ("user_id", &settings.user_id),
        ("user_name", "ann"),
        ("channel_id", &settings.channel),
        ("channel_name", "general"),
        ("team_id", &settings.team_id),
        ("api_app_id", &settings.app_id),
        ("is_enterprise_install", "false"),
    ] {
        assert_eq!(body[name], value, "{name}");
    }
    for _ in 0..5 {
        run("x").await.unwrap();
    }
    let shown: Vec<_> = workspace.slack.truth().shown.into_iter().map(|shown| (shown.place, shown.text)).collect();
    let expected = [
        (&mine, "hi <you>"),
        (&settings.channel, "/ask x"),
        (&settings.channel, "all"),
        (&settings.channel, "/ask x"),
        (&mine, "/ask failed with the error \"dispatch_failed\""),
        (&mine, "/ask failed with the error \"operation_timeout\""),
    ];
    assert_eq!(shown, expected.map(|(place, text)| (place.clone(), text.to_owned())));
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_done_is_explained() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let ts = offered(&workspace).await;
    let slack = &workspace.slack;
    let ann = workspace.ann();
    assert_eq!(slack.click("U0", &channel, &ts, "approve", &[]).await, Err(ActError::NoSuchUser));
    assert_eq!(slack.click(ann, "C0", &ts, "approve", &[]).await, Err(ActError::NoSuchChannel));
    assert_eq!(slack.click(ann, &channel, "1503435956.000247", "approve", &[]).await, Err(ActError::NoSuchMessage));
    assert_eq!(slack.click(ann, &channel, &ts, "nothing", &[]).await, Err(ActError::NoSuchElement));
    assert_eq!(slack.command(ann, &channel, "ask", "").await, Err(ActError::NoSuchCommand));
    assert_eq!(slack.submit(ann).await, Err(ActError::NoModal));
}
