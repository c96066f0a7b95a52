use messaging_emulator::slack::{SlackStranger, WriteError};
use serde_json::{Map, Value, json};

use crate::workspace::Workspace;

async fn told(workspace: &Workspace) -> Value {
    workspace.settle().await;
    workspace.told().last().unwrap().body.clone()
}

#[tokio::test(start_paused = true)]
async fn other_bots_write_in_two_ways() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let word = |text: &str| text.to_owned();
    let modern = SlackStranger::Bot { bot_id: word("B999"), app_id: word("A222"), user_id: word("UB111") };
    workspace.slack.write_as(&modern, &channel, "other bot", None).unwrap();
    let event = told(&workspace).await["event"].clone();
    assert_eq!((&event["bot_id"], &event["user"], event.get("subtype")), (&json!("B999"), &json!("UB111"), None));
    assert_eq!(event["bot_profile"]["app_id"], "A222");
    let classic = SlackStranger::ClassicBot { bot_id: word("B888"), username: word("classic-bot") };
    workspace.slack.write_as(&classic, &channel, "hook", None).unwrap();
    let event = told(&workspace).await["event"].clone();
    assert_eq!(
        (&event["subtype"], &event["username"], event.get("user")),
        (&json!("bot_message"), &json!("classic-bot"), None)
    );
    assert!(workspace.slack.truth().shown.iter().all(|shown| !shown.from_app));
    assert_eq!(workspace.slack.write_as(&classic, "C0", "x", None), Err(WriteError::NoSuchChannel));
}

#[tokio::test(start_paused = true)]
async fn a_shared_channel_has_people_of_elsewhere() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let outsider = SlackStranger::Outsider { team_id: "T999".to_owned(), user_id: "W999".to_owned() };
    workspace.slack.write_as(&outsider, &settings.channel, "@bot hi", None).unwrap();
    let body = told(&workspace).await;
    assert_eq!((&body["team_id"], &body["context_team_id"]), (&json!("T999"), &json!(settings.team_id)));
    assert_eq!(
        (&body["authorizations"][0]["team_id"], &body["is_ext_shared_channel"]),
        (&json!(settings.team_id), &json!(true))
    );
    let event = &body["event"];
    assert_eq!((&event["user"], &event["user_team"], &event["team"]), (&json!("W999"), &json!("T999"), &json!("T999")));
    workspace.write("mine", None);
    let body = told(&workspace).await;
    assert_eq!((&body["team_id"], &body["is_ext_shared_channel"]), (&json!(settings.team_id), &json!(true)));
}

#[tokio::test(start_paused = true)]
async fn people_change_their_minds() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let ts = workspace.write("helo", None);
    let slack = &workspace.slack;
    slack.edit(workspace.ann(), &settings.channel, &ts, "hello").unwrap();
    let event = told(&workspace).await["event"].clone();
    assert_eq!((&event["subtype"], &event["message"]["text"]), (&json!("message_changed"), &json!("hello")));
    assert_eq!(
        (&event["message"]["edited"]["user"], &event["previous_message"]["text"]),
        (&json!(settings.user_id), &json!("helo"))
    );
    let bob = &settings.users[1].0;
    assert_eq!(slack.edit(bob, &settings.channel, &ts, "x"), Err(WriteError::NoSuchUser), "it is not bob's");
    slack.delete(workspace.ann(), &settings.channel, &ts).unwrap();
    let event = told(&workspace).await["event"].clone();
    assert_eq!((&event["subtype"], &event["deleted_ts"]), (&json!("message_deleted"), &json!(ts)));
    assert!(workspace.screen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn anything_else_can_happen() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    for subtype in ["channel_topic", "pinned_item", "reminder_add", "huddle_thread", "never_seen_before"] {
        let more = Map::from_iter([("topic".to_owned(), json!("t"))]);
        workspace.slack.system_message(workspace.ann(), &settings.channel, subtype, "said", more).unwrap();
        let event = told(&workspace).await["event"].clone();
        assert_eq!(
            (&event["type"], &event["subtype"], &event["topic"]),
            (&json!("message"), &json!(subtype), &json!("t"))
        );
    }
    assert!(workspace.screen().is_empty());
    workspace.slack.happen(&settings.team_id, json!({ "type": "assistant_thread_started", "assistant_thread": {} }));
    let body = told(&workspace).await;
    assert_eq!((&body["type"], &body["event"]["type"]), (&json!("event_callback"), &json!("assistant_thread_started")));
    assert!(body["event"]["event_ts"].is_string());
}
