use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::workspace::Workspace;

fn around(workspace: &Workspace, thread: &str, mut arguments: Value) -> Value {
    arguments["channel_id"] = json!(workspace.settings().channel);
    arguments["thread_ts"] = json!(thread);
    arguments
}

#[tokio::test(start_paused = true)]
async fn a_status_stands_until_the_answer_or_for_two_minutes() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let thread = workspace.write("hi", None);
    let set = |status: &str| {
        let arguments = json!({ "status": status, "loading_messages": ["one", "two"] });
        workspace.call("assistant.threads.setStatus", around(&workspace, &thread, arguments))
    };
    let status = || workspace.slack.thread(&channel, &thread).unwrap().status;
    assert_eq!(set("is thinking…").await, json!({ "ok": true }));
    assert_eq!(status().as_deref(), Some("is thinking…"));
    assert_eq!(workspace.slack.thread(&channel, &thread).unwrap().loading_messages, ["one", "two"]);
    workspace.call("chat.postMessage", json!({ "channel": channel, "text": "x", "thread_ts": thread })).await;
    assert_eq!(status(), None);
    set("still").await;
    sleep(Duration::from_secs(119)).await;
    assert_eq!(status().as_deref(), Some("still"));
    sleep(Duration::from_secs(2)).await;
    assert_eq!(status(), None);
    set("again").await;
    set("").await;
    assert_eq!(status(), None);
}

#[tokio::test(start_paused = true)]
async fn titles_prompts_and_sessions_are_shown() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let thread = workspace.write("hi", None);
    let call = |method: &'static str, arguments: Value| workspace.call(method, around(&workspace, &thread, arguments));
    assert_eq!(call("assistant.threads.setTitle", json!({ "title": "Tea" })).await, json!({ "ok": true }));
    let prompts = json!([{ "title": "Ask", "message": "What?" }]);
    assert_eq!(
        call("assistant.threads.setSuggestedPrompts", json!({ "prompts": prompts })).await,
        json!({ "ok": true })
    );
    let session = call("agents.sessions.setStatus", json!({ "status": "processing" })).await;
    assert_eq!(session, json!({ "ok": true, "status": "processing", "agent_status": "processing", "title": "Tea" }));
    let renamed = call("agents.sessions.rename", json!({ "title": "Coffee" })).await;
    assert_eq!((&renamed["title"], &renamed["status"]), (&json!("Coffee"), &json!("processing")));
    let shown = workspace.slack.thread(&channel, &thread).unwrap();
    assert_eq!((shown.title.as_deref(), shown.session.as_deref()), (Some("Coffee"), Some("processing")));
    assert_eq!(shown.prompts, [("Ask".to_owned(), "What?".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_shown_is_refused() {
    let workspace = Workspace::new();
    let thread = workspace.write("hi", None);
    for (method, arguments, expected) in [
        ("assistant.threads.setStatus", json!({ "status": "x", "username": "Slackbot" }), "reserved_username"),
        (
            "assistant.threads.setStatus",
            json!({ "status": "x", "loading_messages": vec!["x"; 11] }),
            "invalid_arguments",
        ),
        ("assistant.threads.setTitle", json!({ "title": "" }), "invalid_arguments"),
        ("assistant.threads.setSuggestedPrompts", json!({ "prompts": [{}] }), "invalid_arguments"),
        ("agents.sessions.setStatus", json!({ "status": "x" }), "invalid_arguments"),
        ("agents.sessions.rename", json!({ "title": "x".repeat(201) }), "invalid_arguments"),
    ] {
        let answer = workspace.call(method, around(&workspace, &thread, arguments)).await;
        assert_eq!(answer["error"], expected, "{method}");
    }
    let all = json!({ "status": "active", "title": "x", "prompts": [] });
    for method in ["assistant.threads.setStatus", "assistant.threads.setTitle", "assistant.threads.setSuggestedPrompts"]
    {
        let answer = workspace.call(method, around(&workspace, "1.000000", all.clone())).await;
        assert_eq!(answer["error"], "invalid_thread_ts", "{method}");
        let mut elsewhere = around(&workspace, &thread, all.clone());
        elsewhere["channel_id"] = json!("C0");
        assert_eq!(workspace.call(method, elsewhere).await["error"], "channel_not_found", "{method}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_app_without_events_cannot_be_stopped_and_is_told_so() {
    let settings = messaging_emulator::SlackSettings::generated(7);
    let workspace = Workspace::of(settings, messaging_emulator::FaultPlan::default(), 7);
    let thread = workspace.write("hi", None);
    let arguments = around(&workspace, &thread, json!({ "status": "processing" }));
    let answer = workspace.call("agents.sessions.setStatus", arguments).await;
    assert_eq!(answer["warning"], "missing_agent_session_stopped_event_subscription");
}
