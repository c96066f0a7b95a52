use std::time::Duration;

use messaging_emulator::{FaultPlan, slack::StopError};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::workspace::{Workspace, always};

/// A thread with an answer in it that grows.
struct Answer {
    workspace: Workspace,
    thread: String,
    ts: String,
}

impl Answer {
    async fn begun(workspace: Workspace, first: Value) -> Self {
        let thread = workspace.write("p", None);
        let started = start(&workspace, &thread, first).await;
        assert_eq!(started["ok"], true, "{started}");
        Self { ts: started["ts"].as_str().unwrap().to_owned(), workspace, thread }
    }

    async fn call(&self, method: &str, more: Value) -> Value {
        let mut body = json!({ "channel": self.workspace.settings().channel, "ts": self.ts });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.workspace.call(method, body).await
    }

    async fn append(&self, more: Value) -> Value {
        self.call("chat.appendStream", more).await
    }

    async fn stop(&self, more: Value) -> Value {
        self.call("chat.stopStream", more).await
    }

    /// As `conversations.replies` has it.
    async fn kept(&self) -> Value {
        let body = json!({ "channel": self.workspace.settings().channel, "ts": self.thread });
        self.workspace.call("conversations.replies", body).await["messages"][1].clone()
    }
}

async fn start(workspace: &Workspace, thread: &str, more: Value) -> Value {
    let settings = workspace.settings();
    let mut body = json!({
        "channel": settings.channel,
        "thread_ts": thread,
        "recipient_user_id": settings.user_id,
        "recipient_team_id": settings.team_id,
    });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    workspace.call("chat.startStream", body).await
}

fn text(words: &str) -> Value {
    json!({ "chunks": [{ "type": "markdown_text", "text": words }] })
}

#[tokio::test(start_paused = true)]
async fn an_answer_grows_on_the_screen_and_is_one_message() {
    let answer = Answer::begun(Workspace::new(), text("Hel")).await;
    assert_eq!(answer.workspace.screen(), ["p", "Hel"]);
    assert_eq!(answer.append(text("lo & ")).await["ok"], true);
    assert_eq!(answer.kept().await["streaming_state"], "in_progress");
    let stopped = answer.stop(text("bye")).await;
    assert_eq!((&stopped["message"]["text"], &stopped["ts"]), (&json!("Hello &amp; bye"), &json!(answer.ts)));
    assert_eq!(answer.workspace.screen(), ["p", "Hello & bye"]);
    let kept = answer.kept().await;
    assert_eq!((&kept["text"], &kept["streaming_state"]), (&json!("Hello &amp; bye"), &json!("completed")));
    assert_eq!(kept["blocks"], json!([{ "type": "markdown", "text": "Hello & bye" }]));
    assert_eq!(answer.append(text("!")).await["error"], "message_not_in_streaming_state");
    assert_eq!(answer.stop(json!({})).await["error"], "message_not_in_streaming_state");
}

#[tokio::test(start_paused = true)]
async fn events_say_how_far_it_is() {
    let answer = Answer::begun(Workspace::new(), text("a")).await;
    answer.append(text("b")).await;
    answer.stop(json!({ "chunks": [] })).await;
    answer.workspace.settle().await;
    let told = answer.workspace.told();
    let mut states: Vec<_> = told
        .iter()
        .map(|told| &told.body["event"])
        .filter(|event| event["ts"] == json!(answer.ts) || event["message"]["ts"] == json!(answer.ts))
        .map(|event| {
            let changed = &event["message"];
            let message = if changed.is_null() { event } else { changed };
            assert_eq!(changed.get("edited"), None);
            (event["event_ts"].to_string(), event["hidden"] == true, message["streaming_state"].to_string())
        })
        .collect();
    states.sort();
    let states: Vec<_> = states.iter().map(|(_, hidden, state)| (*hidden, &**state)).collect();
    assert_eq!(states, [(false, "\"in_progress\""), (true, "\"in_progress\""), (true, "\"completed\"")]);
}

#[tokio::test(start_paused = true)]
async fn the_first_piece_decides_the_mode() {
    let answer = Answer::begun(Workspace::new(), json!({ "markdown_text": "a" })).await;
    assert_eq!(answer.append(text("b")).await["error"], "streaming_mode_mismatch");
    assert_eq!(answer.append(json!({ "markdown_text": "b" })).await["ok"], true);
    let answer = Answer::begun(Workspace::new(), json!({})).await;
    assert_eq!(answer.append(text("b")).await["ok"], true);
    assert_eq!(answer.stop(json!({ "markdown_text": "c" })).await["error"], "streaming_mode_mismatch");
    assert_eq!(answer.append(json!({})).await["error"], "no_text");
    let both = json!({ "markdown_text": "c", "chunks": [{ "type": "markdown_text", "text": "d" }] });
    assert_eq!(answer.append(both).await["error"], "invalid_arguments");
}

#[tokio::test(start_paused = true)]
async fn too_much_is_refused_and_changes_nothing() {
    let answer = Answer::begun(Workspace::new(), text(&"é".repeat(7_000))).await;
    assert_eq!(answer.append(text(&"é".repeat(5_001))).await["error"], "msg_too_long");
    assert_eq!(answer.append(text(&"é".repeat(5_000))).await["ok"], true);
    assert_eq!(answer.stop(text("x")).await["error"], "msg_too_long");
    assert_eq!(answer.stop(json!({})).await["ok"], true);
    let workspace = Workspace::new();
    let thread = workspace.write("p", None);
    let long = json!({ "markdown_text": "x".repeat(12_001) });
    assert_eq!(start(&workspace, &thread, long).await["error"], "msg_too_long");
    let blocks = vec![json!({ "type": "divider" }); 51];
    let many = json!({ "chunks": [{ "type": "blocks", "blocks": blocks }] });
    assert_eq!(start(&workspace, &thread, many).await["error"], "msg_blocks_too_many");
}

#[tokio::test(start_paused = true)]
async fn tasks_change_in_their_place() {
    let answer = Answer::begun(Workspace::new(), text("One. ")).await;
    let task = |status: &str, more: Value| {
        let mut task = json!({ "type": "task_update", "id": "t1", "title": "Look it up", "status": status });
        task.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "chunks": [{ "type": "plan_update", "title": "Steps" }, task] })
    };
    assert_eq!(answer.append(task("in_progress", json!({ "details": "docs" }))).await["ok"], true);
    answer.append(text("Two.")).await;
    answer.append(task("complete", json!({ "output": "found" }))).await;
    let button = json!([{ "type": "actions", "elements": [
        { "type": "button", "action_id": "a", "text": { "type": "plain_text", "text": "More" } },
    ] }]);
    answer.stop(json!({ "blocks": button })).await;
    let screen = answer.workspace.screen();
    assert_eq!(screen[1], "One. \n## Steps\n[x] Look it up - docs - found\nTwo.\n[More]");
    let kept = answer.kept().await;
    assert_eq!(kept["text"], "One. Two.");
    let kinds: Vec<_> = kept["blocks"].as_array().unwrap().iter().map(|block| block["type"].clone()).collect();
    assert_eq!(kinds, ["markdown", "plan", "task_card", "markdown", "actions"]);
    for chunk in [
        json!({ "type": "task_update", "id": "t", "title": "x".repeat(257), "status": "pending" }),
        json!({ "type": "task_update", "id": "t", "title": "x", "status": "done" }),
        json!({ "type": "task_update", "title": "x", "status": "pending" }),
        json!({ "type": "surprise" }),
        json!("x"),
    ] {
        let started = start(&answer.workspace, &answer.thread, json!({ "chunks": [chunk] })).await;
        assert_eq!(started["error"], "invalid_chunks", "{chunk}");
    }
}

#[tokio::test(start_paused = true)]
async fn where_and_for_whom_must_be_said() {
    let workspace = Workspace::new();
    let thread = workspace.write("p", None);
    for (more, error) in [
        (json!({ "recipient_user_id": "" }), "missing_recipient_user_id"),
        (json!({ "recipient_team_id": "" }), "missing_recipient_team_id"),
        (json!({ "recipient_user_id": "U0" }), "user_not_found"),
        (json!({ "thread_ts": "" }), "invalid_thread_ts"),
        (json!({ "thread_ts": "0" }), "invalid_thread_ts"),
        (json!({ "thread_ts": "1503435956.000247" }), "invalid_thread_ts"),
        (json!({ "channel": "C0" }), "channel_not_found"),
        (json!({ "task_display_mode": "loud" }), "invalid_arguments"),
    ] {
        assert_eq!(start(&workspace, &thread, more.clone()).await["error"], error, "{more}");
    }
    let settings = workspace.settings().clone();
    let thread = workspace.slack.write(&settings.user_id, &settings.dm_channel, "p", None).unwrap();
    let direct = json!({ "channel": settings.dm_channel, "thread_ts": thread });
    assert_eq!(workspace.call("chat.startStream", direct).await["ok"], true, "no recipient in direct messages");
    start(&workspace, &thread, json!({ "metadata": "{}" })).await;
    assert_eq!(workspace.slack.warnings(), ["chat.startStream: undocumented argument `metadata`"]);
}

#[tokio::test(start_paused = true)]
async fn only_our_own_streams_grow() {
    let answer = Answer::begun(Workspace::new(), text("a")).await;
    let workspace = &answer.workspace;
    let append = |ts: String| {
        let body = json!({ "channel": workspace.settings().channel, "ts": ts, "markdown_text": "x" });
        workspace.call("chat.appendStream", body)
    };
    assert_eq!(append(answer.thread.clone()).await["error"], "message_not_owned_by_app");
    assert_eq!(append("1503435956.000247".to_owned()).await["error"], "message_not_found");
    let body = json!({ "channel": workspace.settings().channel, "text": "whole" });
    let posted = workspace.call("chat.postMessage", body).await["ts"].as_str().unwrap().to_owned();
    assert_eq!(append(posted).await["error"], "message_not_in_streaming_state");
}

#[tokio::test(start_paused = true)]
async fn it_ends_after_five_minutes() {
    let answer = Answer::begun(Workspace::new(), text("a")).await;
    sleep(Duration::from_secs(299)).await;
    assert_eq!(answer.append(text("b")).await["ok"], true);
    sleep(Duration::from_secs(1)).await;
    assert_eq!(answer.append(text("c")).await["error"], "message_not_in_streaming_state");
    assert_eq!(answer.kept().await["streaming_state"], "errored");
    assert_eq!(answer.workspace.screen(), ["p", "ab"], "what was shown stays");
}

#[tokio::test(start_paused = true)]
async fn a_person_may_stop_it() {
    let answer = Answer::begun(Workspace::new(), text("a")).await;
    let workspace = &answer.workspace;
    let channel = workspace.settings().channel.clone();
    let press = |thread: &str| workspace.slack.press_stop(workspace.ann(), &channel, thread);
    assert_eq!(press("1503435956.000247"), Err(StopError::NothingStreams));
    assert_eq!(press(&answer.thread), Ok(()));
    assert_eq!(press(&answer.thread), Err(StopError::NothingStreams));
    assert_eq!(answer.append(text("b")).await["error"], "stopped_by_user");
    assert_eq!(answer.stop(json!({})).await["error"], "message_not_in_streaming_state");
    workspace.settle().await;
    let told = workspace.told();
    let stopped = told.iter().find(|told| told.kind() == "agent_session_stopped").unwrap();
    let event = &stopped.body["event"];
    assert_eq!((&event["thread_ts"], &event["user"]), (&json!(answer.thread), &json!(workspace.ann())));
    assert_eq!(event["streaming_message_ts"], json!([answer.ts]));
}

#[tokio::test(start_paused = true)]
async fn streams_die_if_the_plan_says_so() {
    let answer = Answer::begun(Workspace::with(always(|plan| plan.stream_death = 1_000), 7), text("a")).await;
    assert_eq!(answer.append(text("b")).await["error"], "message_not_in_streaming_state");
    assert_eq!(answer.workspace.screen(), ["p", "a"]);
}

#[tokio::test(start_paused = true)]
async fn pieces_are_lost_like_posts() {
    let plan = FaultPlan { break_after: 1_000, until: Duration::from_secs(1), ..FaultPlan::default() };
    let workspace = Workspace::with(plan, 7);
    let thread = workspace.write("p", None);
    let settings = workspace.settings().clone();
    let body = json!({ "channel": settings.channel, "thread_ts": thread, "markdown_text": "a",
        "recipient_user_id": settings.user_id, "recipient_team_id": settings.team_id });
    let response = workspace.send("chat.startStream", body).await.unwrap();
    assert!(response.status() == 503 || crate::workspace::read(&response)["error"] == "internal_error");
    assert_eq!(workspace.screen(), ["p", "a"], "begun, though nobody was told its timestamp");
}
