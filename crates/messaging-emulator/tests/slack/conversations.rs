use serde_json::{Value, json};

use crate::workspace::Workspace;

async fn fails(workspace: &Workspace, method: &str, arguments: Value, expected: &str) {
    let answer = workspace.call(method, arguments.clone()).await;
    assert_eq!(answer["error"].as_str(), Some(expected), "{method} {arguments} {answer}");
}

async fn create(workspace: &Workspace, name: &str, private: bool) -> String {
    let answer = workspace.call("conversations.create", json!({ "name": name, "is_private": private })).await;
    answer["channel"]["id"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

/// The kinds of events, without what is about one message.
fn kinds(workspace: &Workspace) -> Vec<String> {
    let told = workspace.told();
    let kind = |event: &Value| event["subtype"].as_str().or(event["type"].as_str()).unwrap_or_default().to_owned();
    let mut kinds: Vec<_> = told.iter().map(|told| kind(&told.body["event"])).collect();
    kinds.sort();
    kinds
}

#[tokio::test(start_paused = true)]
async fn a_channel_lives_and_is_archived() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let id = create(&workspace, "plans", false).await;
    let bob = &settings.users[1].0;
    let invited = workspace.call("conversations.invite", json!({ "channel": id, "users": bob })).await;
    assert_eq!((&invited["ok"], &invited["channel"]["name"]), (&json!(true), &json!("plans")));
    let topic = workspace.call("conversations.setTopic", json!({ "channel": id, "topic": "tea" })).await;
    assert_eq!(topic["channel"]["topic"]["value"], "tea");
    let purpose = workspace.call("conversations.setPurpose", json!({ "channel": id, "purpose": "to talk" })).await;
    assert_eq!(purpose["channel"]["purpose"]["creator"], json!(settings.bot_user_id));
    let renamed = workspace.call("conversations.rename", json!({ "channel": id, "name": "plans-2" })).await;
    assert_eq!(
        (&renamed["channel"]["name"], &renamed["channel"]["previous_names"]),
        (&json!("plans-2"), &json!(["plans"]))
    );
    let members = workspace.call("conversations.members", json!({ "channel": id })).await;
    assert_eq!(members["members"], json!([settings.bot_user_id, bob]));
    let asked = json!({ "channel": id, "include_num_members": true, "include_locale": true });
    let info = &workspace.call("conversations.info", asked).await["channel"];
    assert_eq!((&info["num_members"], &info["is_member"], &info["locale"]), (&json!(2), &json!(true), &json!("en-US")));
    assert_eq!(
        workspace.call("conversations.kick", json!({ "channel": id, "user": bob })).await,
        json!({ "ok": true })
    );
    assert_eq!(workspace.call("conversations.archive", json!({ "channel": id })).await, json!({ "ok": true }));
    fails(&workspace, "chat.postMessage", json!({ "channel": id, "text": "x" }), "is_archived").await;
    for (method, arguments, expected) in [
        ("archive", json!({}), "already_archived"),
        ("invite", json!({ "users": bob }), "is_archived"),
        ("rename", json!({ "name": "other" }), "is_archived"),
        ("setTopic", json!({ "topic": "x" }), "is_archived"),
        ("setPurpose", json!({ "purpose": "x" }), "is_archived"),
        ("leave", json!({}), "is_archived"),
        ("join", json!({}), "is_archived"),
    ] {
        let mut arguments = arguments;
        arguments["channel"] = json!(id);
        fails(&workspace, &format!("conversations.{method}"), arguments, expected).await;
    }
    assert_eq!(workspace.call("conversations.unarchive", json!({ "channel": id })).await, json!({ "ok": true }));
    fails(&workspace, "conversations.unarchive", json!({ "channel": id }), "not_archived").await;
    workspace.settle().await;
    let expected = [
        "channel_archive",
        "channel_archive",
        "channel_created",
        "channel_join",
        "channel_leave",
        "channel_name",
        "channel_purpose",
        "channel_rename",
        "channel_topic",
        "channel_unarchive",
        "channel_unarchive",
        "member_joined_channel",
        "member_left_channel",
    ];
    assert_eq!(kinds(&workspace), expected);
    assert!(workspace.screen().is_empty(), "what Slack says itself is no message");
}

#[tokio::test(start_paused = true)]
async fn an_app_joins_and_leaves() {
    let workspace = Workspace::new();
    let (other, general) = (workspace.settings().other_channel.clone(), workspace.settings().channel.clone());
    workspace.write_in(&other, "before");
    workspace.settle().await;
    assert!(workspace.told().is_empty(), "an app hears nothing of channels it is not in");
    let joined = workspace.call("conversations.join", json!({ "channel": other })).await;
    assert_eq!((&joined["channel"]["is_member"], joined.get("warning")), (&json!(true), None));
    let again = workspace.call("conversations.join", json!({ "channel": other })).await;
    assert_eq!(again["warning"], "already_in_channel");
    assert_eq!(again["response_metadata"]["warnings"], json!(["already_in_channel"]));
    workspace.write_in(&other, "after");
    assert_eq!(workspace.call("conversations.leave", json!({ "channel": other })).await, json!({ "ok": true }));
    let absent = workspace.call("conversations.leave", json!({ "channel": other })).await;
    assert_eq!(absent, json!({ "ok": true, "not_in_channel": true }));
    fails(&workspace, "conversations.leave", json!({ "channel": general }), "cant_leave_general").await;
    let secret = create(&workspace, "secret", true).await;
    fails(&workspace, "conversations.leave", json!({ "channel": secret }), "last_member").await;
    fails(&workspace, "conversations.join", json!({ "channel": secret }), "method_not_supported_for_channel_type")
        .await;
    workspace.settle().await;
    let expected = ["channel_join", "channel_left", "member_joined_channel", "member_left_channel", "message"];
    assert_eq!(kinds(&workspace), expected);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_done_with_a_channel_is_refused() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (general, other, dm) = (&settings.channel, &settings.other_channel, &settings.dm_channel);
    let (ann, bot) = (&settings.user_id, &settings.bot_user_id);
    let own = create(&workspace, "own", false).await;
    for (method, arguments, expected) in [
        ("create", json!({ "name": "" }), "invalid_name_required"),
        ("create", json!({ "name": "x".repeat(81) }), "invalid_name_maxlength"),
        ("create", json!({ "name": "--" }), "invalid_name_punctuation"),
        ("create", json!({ "name": "With Space" }), "invalid_name_specials"),
        ("create", json!({ "name": "own" }), "name_taken"),
        ("rename", json!({ "channel": own, "name": "general" }), "name_taken"),
        ("rename", json!({ "channel": own, "name": "" }), "invalid_name_required"),
        ("rename", json!({ "channel": general, "name": "x" }), "not_authorized"),
        ("rename", json!({ "channel": other, "name": "x" }), "not_in_channel"),
        ("rename", json!({ "channel": dm, "name": "x" }), "method_not_supported_for_channel_type"),
        ("invite", json!({ "channel": own, "users": "" }), "no_user"),
        ("invite", json!({ "channel": own, "users": "U0" }), "user_not_found"),
        ("invite", json!({ "channel": own, "users": bot }), "cant_invite_self"),
        ("invite", json!({ "channel": general, "users": ann }), "already_in_channel"),
        ("invite", json!({ "channel": other, "users": ann }), "not_in_channel"),
        ("invite", json!({ "channel": dm, "users": ann }), "method_not_supported_for_channel_type"),
        ("kick", json!({ "channel": own, "user": bot }), "cant_kick_self"),
        ("kick", json!({ "channel": own, "user": "U0" }), "user_not_found"),
        ("kick", json!({ "channel": own, "user": ann }), "not_in_channel"),
        ("kick", json!({ "channel": general, "user": ann }), "cant_kick_from_general"),
        ("kick", json!({ "channel": dm, "user": ann }), "method_not_supported_for_channel_type"),
        ("archive", json!({ "channel": general }), "cant_archive_general"),
        ("archive", json!({ "channel": other }), "not_in_channel"),
        ("archive", json!({ "channel": dm }), "method_not_supported_for_channel_type"),
        ("unarchive", json!({ "channel": dm }), "method_not_supported_for_channel_type"),
        ("setTopic", json!({ "channel": own, "topic": "x".repeat(251) }), "too_long"),
        ("setTopic", json!({ "channel": other, "topic": "x" }), "not_in_channel"),
        ("setPurpose", json!({ "channel": own, "purpose": "x".repeat(251) }), "too_long"),
        ("setPurpose", json!({ "channel": dm, "purpose": "x" }), "method_not_supported_for_channel_type"),
        ("mark", json!({ "channel": other, "ts": "1.000000" }), "not_in_channel"),
        ("mark", json!({ "channel": own, "ts": "x" }), "invalid_timestamp"),
        ("close", json!({ "channel": own }), "method_not_supported_for_channel_type"),
        ("leave", json!({ "channel": dm }), "method_not_supported_for_channel_type"),
        ("list", json!({ "types": "secret_channel" }), "invalid_types"),
        ("list", json!({ "limit": 0 }), "invalid_limit"),
        ("list", json!({ "cursor": "x" }), "invalid_cursor"),
        ("members", json!({ "channel": own, "limit": 1_001 }), "invalid_limit"),
        ("members", json!({ "channel": own, "cursor": "bmV4dDpVMA==" }), "invalid_cursor"),
    ] {
        fails(&workspace, &format!("conversations.{method}"), arguments, expected).await;
    }
    let methods = [
        "archive",
        "close",
        "info",
        "invite",
        "join",
        "kick",
        "leave",
        "mark",
        "members",
        "open",
        "rename",
        "setPurpose",
        "setTopic",
        "unarchive",
        "history",
        "replies",
    ];
    for method in methods {
        let arguments = json!({ "channel": "C0", "users": "", "user": ann, "name": "x", "topic": "x", "purpose": "x", "ts": "1.000000" });
        let expected = "channel_not_found";
        fails(&workspace, &format!("conversations.{method}"), arguments, expected).await;
    }
}

#[tokio::test(start_paused = true)]
async fn with_force_those_who_can_are_invited() {
    let workspace = Workspace::new();
    let (ann, own) = (workspace.settings().user_id.clone(), create(&workspace, "own", false).await);
    let asked = json!({ "channel": own, "users": format!("{ann},U0"), "force": true });
    let answer = workspace.call("conversations.invite", asked).await;
    assert_eq!(answer["ok"], true);
    assert_eq!(answer["errors"], json!([{ "user": "U0", "ok": false, "error": "user_not_found" }]));
    let members = workspace.call("conversations.members", json!({ "channel": own })).await;
    assert_eq!(members["members"], json!([workspace.settings().bot_user_id, ann]));
}

#[tokio::test(start_paused = true)]
async fn direct_messages_are_opened_and_closed() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (ann, bob) = (&settings.user_id, &settings.users[1].0);
    let open = |arguments| workspace.call("conversations.open", arguments);
    let known = open(json!({ "users": ann })).await;
    let expected = json!({ "ok": true, "channel": { "id": settings.dm_channel }, "no_op": true, "already_open": true });
    assert_eq!(known, expected);
    let fresh = open(json!({ "users": bob, "return_im": true })).await;
    assert_eq!(
        (&fresh["channel"]["is_im"], &fresh["channel"]["user"], fresh.get("no_op")),
        (&json!(true), &json!(bob), None)
    );
    let group = open(json!({ "users": [ann, bob], "return_im": true })).await;
    assert_eq!(
        (&group["channel"]["is_mpim"], &group["channel"]["name"]),
        (&json!(true), &json!("mpdm-bot--ann--bob-1"))
    );
    assert_eq!(open(json!({ "users": format!("{bob},{ann}") })).await["channel"]["id"], group["channel"]["id"]);
    let close = || workspace.call("conversations.close", json!({ "channel": settings.dm_channel }));
    assert_eq!(close().await, json!({ "ok": true }));
    assert_eq!(close().await, json!({ "ok": true, "no_op": true, "already_closed": true }));
    assert_eq!(open(json!({ "channel": settings.dm_channel })).await.get("no_op"), None);
    for (arguments, expected) in [
        (json!({}), "users_list_not_supplied"),
        (json!({ "users": "U0" }), "user_not_found"),
        (json!({ "users": [ann, ann] }), "invalid_user_combination"),
        (json!({ "users": ["1", "2", "3", "4", "5", "6", "7", "8", "9"] }), "too_many_users"),
        (json!({ "channel": settings.channel }), "method_not_supported_for_channel_type"),
    ] {
        fails(&workspace, "conversations.open", arguments, expected).await;
    }
    let other = Workspace::new();
    let arguments = json!({ "users": other.settings().users[1].0, "prevent_creation": true });
    fails(&other, "conversations.open", arguments, "channel_not_found").await;
}

#[tokio::test(start_paused = true)]
async fn lists_page_and_keep_to_types() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let secret = create(&workspace, "secret", true).await;
    let names = |answer: &Value| {
        let all = answer["channels"].as_array().unwrap_or_else(|| panic!("{answer}")).iter();
        all.map(|channel| channel["name"].as_str().unwrap_or("dm").to_owned()).collect::<Vec<_>>()
    };
    let list = |arguments| workspace.call("conversations.list", arguments);
    let first = list(json!({ "limit": 1 })).await;
    assert_eq!(names(&first), ["general"]);
    let cursor = &first["response_metadata"]["next_cursor"];
    let second = list(json!({ "limit": 1, "cursor": cursor })).await;
    assert_eq!((names(&second), &second["response_metadata"]["next_cursor"]), (vec!["random".to_owned()], &json!("")));
    let all = list(json!({ "types": "public_channel,private_channel,im,mpim" })).await;
    assert_eq!(names(&all), ["general", "random", "dm", "secret"]);
    workspace.call("conversations.archive", json!({ "channel": secret })).await;
    let living = list(json!({ "types": "private_channel", "exclude_archived": true })).await;
    assert_eq!(names(&living), Vec::<String>::new());
    let own = workspace.call("users.conversations", json!({})).await;
    assert_eq!(names(&own), ["general"]);
    let anns = workspace.call("users.conversations", json!({ "user": settings.user_id })).await;
    assert_eq!(names(&anns), ["general", "random"]);
    let marked = json!({ "channel": settings.channel, "ts": "1503435956.000247" });
    assert_eq!(workspace.call("conversations.mark", marked).await, json!({ "ok": true }));
    let info = workspace.call("conversations.info", json!({ "channel": settings.channel })).await;
    assert_eq!(info["channel"]["last_read"], "1503435956.000247");
}
