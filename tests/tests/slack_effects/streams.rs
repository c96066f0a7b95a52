//! Answers that grow, and the sessions of agents.

use messaging_slack::client::{chat, sessions};
use serde_json::{Value, json};

use crate::stage::Stage;

pub(crate) async fn walk(stage: &Stage) {
    let (channel, user) = (stage.settings.channel.clone(), stage.settings.user_id.clone());
    let root = stage.ours(chat::PostMessage::new(channel.clone()).text("tell me")).await.ts.unwrap();
    let thread = || stage.look("conversations.replies", json!({ "channel": channel, "ts": root }));
    let says = |seen: &Value, text: &str, state: &str| {
        let answer = &seen["messages"][1];
        answer["text"] == text && answer["streaming_state"] == state
    };
    let chunks = |text: &str| json!([{ "type": "markdown_text", "text": text }]);
    let start = chat::StartStream::new(channel.clone())
        .thread_ts(root.clone())
        .recipient_user_id(user)
        .recipient_team_id(stage.settings.team_id.clone())
        .chunks(chunks("One "));
    let started = stage.changes(start, thread(), |seen| says(seen, "One ", "in_progress")).await;
    let stream = started.ts.unwrap();
    let append = chat::AppendStream::new(channel.clone(), stream.clone()).chunks(chunks("two "));
    stage.changes(append, thread(), |seen| says(seen, "One two ", "in_progress")).await;
    let stop = chat::StopStream::new(channel.clone(), stream).chunks(chunks("three."));
    stage.changes(stop, thread(), |seen| says(seen, "One two three.", "completed")).await;

    // Each of the two methods tells what the other one has set.
    let at = json!({ "channel_id": channel, "thread_ts": root });
    let with = |name: &str, value: &str| {
        let mut arguments = at.clone();
        arguments[name] = json!(value);
        arguments
    };
    let named = stage.look("agents.sessions.rename", with("title", "Numbers"));
    let works = sessions::SetStatus::new("processing").channel_id(channel.clone()).thread_ts(root.clone());
    stage.changes(works, named, |seen| seen["agent_status"] == "processing").await;
    let working = stage.look("agents.sessions.setStatus", with("status", "processing"));
    let rename = sessions::Rename::new("Counting").channel_id(channel.clone()).thread_ts(root.clone());
    stage.changes(rename, working, |seen| seen["title"] == "Counting").await;
}
