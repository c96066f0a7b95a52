use serde_json::{Value, json};

use crate::workspace::Workspace;

async fn post(workspace: &Workspace, mut arguments: Value) -> Value {
    if arguments.get("channel").is_none() {
        arguments["channel"] = json!(workspace.settings().channel);
    }
    workspace.call("chat.postMessage", arguments).await
}

#[tokio::test(start_paused = true)]
async fn a_post_is_answered_as_slack_answers_it() {
    let workspace = Workspace::new();
    let settings = workspace.settings();
    let answer = post(&workspace, json!({ "text": "a & b <c> &amp; <https://x.test|x>" })).await;
    let ts = answer["ts"].as_str().unwrap();
    let (seconds, micros) = ts.split_once('.').unwrap();
    assert_eq!((seconds, micros.len()), ("1790000000", 6));
    let expected = json!({
        "ok": true, "channel": settings.channel, "ts": ts,
        "message": {
            "type": "message", "ts": ts, "text": "a &amp; b &lt;c&gt; &amp; <https://x.test|x>",
            "team": settings.team_id, "user": settings.bot_user_id, "bot_id": settings.bot_id,
            "app_id": settings.app_id,
            "bot_profile": {
                "id": settings.bot_id, "app_id": settings.app_id, "user_id": settings.bot_user_id, "name": "bot",
                "deleted": false, "updated": 1_607_307_935, "team_id": settings.team_id, "icons": {},
            },
        },
    });
    assert_eq!(answer, expected);
    let shown = workspace.slack.truth().shown;
    assert_eq!(shown.len(), 1);
    assert_eq!((&*shown[0].place, &*shown[0].id, &*shown[0].author), (&*settings.channel, ts, &*settings.bot_user_id));
    assert_eq!((&*shown[0].text, shown[0].from_app), ("a & b <c> & <https://x.test|x>", true));
}

#[tokio::test(start_paused = true)]
async fn what_slack_refuses_is_refused() {
    let workspace = Workspace::new();
    let settings = workspace.settings();
    let blocks = vec![json!({ "type": "divider" }); 51];
    for (arguments, expected) in [
        (json!({}), "no_text"),
        (json!({ "text": "" }), "no_text"),
        (json!({ "text": "x", "channel": "C0" }), "channel_not_found"),
        (json!({ "text": "x", "channel": settings.other_channel }), "not_in_channel"),
        (json!({ "text": "x", "thread_ts": "0" }), "invalid_thread_ts"),
        (json!({ "text": "x", "metadata": { "event_type": "x" } }), "invalid_metadata_format"),
        (json!({ "text": "x", "metadata": "x" }), "invalid_metadata_format"),
        (json!({ "text": "x", "markdown_text": "x" }), "markdown_text_conflict"),
        (json!({ "markdown_text": "x".repeat(12_001) }), "msg_too_long"),
        (json!({ "text": "x", "blocks": "x" }), "invalid_blocks_format"),
        (json!({ "text": "x", "blocks": blocks }), "invalid_blocks"),
        (json!({ "text": "x", "blocks": [{}] }), "invalid_blocks"),
        (json!({ "text": "x", "attachments": {} }), "invalid_attachments"),
        (json!({ "text": "x", "as_user": true }), "as_user_not_supported"),
    ] {
        let answer = post(&workspace, arguments.clone()).await;
        assert_eq!(answer["error"].as_str(), Some(expected), "{arguments} {answer}");
    }
    let answer = post(&workspace, json!({ "text": "x", "thread_ts": "0" })).await;
    assert_eq!(answer["response_metadata"]["messages"][0], "[ERROR] 0 is not a valid thread_ts");
    assert!(workspace.screen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_post_to_a_person_opens_direct_messages() {
    let workspace = Workspace::new();
    let settings = workspace.settings();
    let answer = post(&workspace, json!({ "text": "a", "channel": settings.user_id })).await;
    assert_eq!(answer["channel"], json!(settings.dm_channel));
    let (bob, _) = &settings.users[1];
    let first = post(&workspace, json!({ "text": "b", "channel": bob })).await;
    let second = post(&workspace, json!({ "text": "c", "channel": first["channel"] })).await;
    assert_eq!(first["channel"], second["channel"]);
    assert!(first["channel"].as_str().unwrap().starts_with('D') && first["channel"] != json!(settings.dm_channel));
}

#[tokio::test(start_paused = true)]
async fn a_thread_grows_under_its_first_message() {
    let workspace = Workspace::new();
    let (ann, bot) = (workspace.ann().to_owned(), workspace.settings().bot_user_id.clone());
    let parent = workspace.write("question", None);
    let reply = post(&workspace, json!({ "text": "answer", "thread_ts": parent })).await;
    assert_eq!(reply["message"]["thread_ts"], json!(parent));
    assert_eq!(reply["message"]["parent_user_id"], json!(ann));
    let last = workspace.write("thanks", Some(&parent));
    let channel = &workspace.settings().channel;
    let history = workspace.call("conversations.history", json!({ "channel": channel })).await;
    assert_eq!(history["messages"].as_array().unwrap().len(), 1);
    let root = &history["messages"][0];
    assert_eq!((&root["reply_count"], &root["latest_reply"]), (&json!(2), &json!(last)));
    assert_eq!((&root["thread_ts"], &root["reply_users"]), (&json!(parent), &json!([bot, ann])));
    let threads: Vec<_> = workspace.slack.truth().shown.into_iter().map(|shown| shown.thread).collect();
    assert_eq!(threads, [None, Some(parent.clone()), Some(parent)]);
}

#[tokio::test(start_paused = true)]
async fn a_reply_to_nothing_is_taken_and_never_seen() {
    let workspace = Workspace::new();
    let answer = post(&workspace, json!({ "text": "x", "thread_ts": "1503435956.000247" })).await;
    assert_eq!(answer["ok"], true);
    assert!(workspace.screen().is_empty());
    assert_eq!(workspace.slack.warnings().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_reply_may_be_sent_to_the_channel_too() {
    let workspace = Workspace::new();
    let parent = workspace.write("question", None);
    post(&workspace, json!({ "text": "answer", "thread_ts": parent, "reply_broadcast": true })).await;
    let channel = &workspace.settings().channel;
    let history = workspace.call("conversations.history", json!({ "channel": channel })).await;
    assert_eq!(history["messages"][0]["subtype"], "thread_broadcast");
    workspace.settle().await;
    let told = workspace.told();
    let event = told.iter().map(|told| &told.body["event"]).find(|event| event["subtype"] == "thread_broadcast");
    assert_eq!(event.unwrap()["root"]["reply_count"], 1);
}

#[tokio::test(start_paused = true)]
async fn long_text_is_cut_and_blocks_are_what_people_see() {
    let workspace = Workspace::new();
    let answer = post(&workspace, json!({ "text": "é".repeat(40_001) })).await;
    assert_eq!(answer["message"]["text"].as_str().unwrap().chars().count(), 40_000);
    assert_eq!(workspace.slack.warnings().len(), 1);
    let blocks = json!([{ "type": "section", "text": { "type": "mrkdwn", "text": "seen" } }]);
    post(&workspace, json!({ "text": "notification", "blocks": blocks, "username": "other" })).await;
    assert_eq!(workspace.screen().last().unwrap(), "seen");
}

#[tokio::test(start_paused = true)]
async fn a_reply_to_a_reply_joins_its_thread() {
    let workspace = Workspace::new();
    let parent = workspace.write("p", None);
    let reply = workspace.write("r", Some(&parent));
    let answer = post(&workspace, json!({ "text": "x", "thread_ts": reply })).await;
    assert_eq!(answer["message"]["thread_ts"], json!(parent));
}

#[tokio::test(start_paused = true)]
async fn names_and_disguises_are_taken() {
    let workspace = Workspace::new();
    let answer = post(&workspace, json!({ "text": "x", "channel": "#general", "icon_emoji": ":robot:" })).await;
    assert_eq!(answer["channel"], json!(workspace.settings().channel));
    assert_eq!(answer["message"]["subtype"], "bot_message");
    assert_eq!((answer["message"].get("user"), &answer["message"]["username"]), (None, &json!("bot")));
    let warnings = workspace.slack.warnings();
    assert_eq!(warnings, ["chat.postMessage: `channel` is a name, `#general`: names are deprecated"]);
    assert_eq!(post(&workspace, json!({ "text": "x", "channel": "random" })).await["error"], "not_in_channel");
}

#[tokio::test(start_paused = true)]
async fn timestamps_differ_however_fast_posts_come() {
    let workspace = Workspace::new();
    let ts: Vec<_> = (0..100).map(|_| workspace.write("x", None)).collect();
    assert!(ts.is_sorted_by(|one, next| one < next), "{ts:?}");
}

#[tokio::test(start_paused = true)]
async fn a_running_service_takes_no_extra_time() {
    let settings = messaging_emulator::SlackSettings::generated(1);
    let token = settings.bot_token.clone();
    let journal = messaging_emulator::Journal::live(10);
    let slack = messaging_emulator::SlackEmulator::new(settings, messaging_emulator::FaultPlan::default(), 1, journal);
    let began = tokio::time::Instant::now();
    let request = http::Request::get(format!("/api/auth.test?token={token}")).body(bytes::Bytes::new()).unwrap();
    assert!(tower::ServiceExt::oneshot(slack.api(), request).await.is_ok());
    assert_eq!(began.elapsed(), std::time::Duration::ZERO);
}
