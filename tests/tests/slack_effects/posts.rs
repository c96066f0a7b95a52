//! Messages: posted, changed, taken back, put off; and what is beside them.

use messaging_slack::client::{chat, reactions};
use serde_json::{Value, json};

use crate::stage::Stage;

/// The message of a history that says this.
pub(crate) fn saying<'a>(history: &'a Value, text: &str) -> Option<&'a Value> {
    history["messages"].as_array()?.iter().find(|message| message["text"] == text)
}

pub(crate) async fn walk(stage: &Stage) {
    let channel = stage.settings.channel.clone();
    let history = || stage.look("conversations.history", json!({ "channel": channel, "include_all_metadata": true }));
    let metadata = json!({ "event_type": "case_opened", "event_payload": { "case": 7 } });
    let post = chat::PostMessage::new(channel.clone()).text("first https://x.test/a").metadata(metadata.clone());
    let is_posted = |seen: &Value| saying(seen, "first https://x.test/a").is_some_and(|it| it["metadata"] == metadata);
    let ts = stage.changes(post, history(), is_posted).await.ts.unwrap();

    let unfurls = json!({ "https://x.test/a": { "text": "What it is about" } });
    let unfurl = chat::Unfurl::new().channel(channel.clone()).ts(ts.clone()).unfurls(unfurls);
    let is_unfurled = |seen: &Value| {
        saying(seen, "first https://x.test/a").is_some_and(|it| it["attachments"][0]["text"] == "What it is about")
    };
    stage.changes(unfurl, history(), is_unfurled).await;

    let update = chat::Update::new(channel.clone(), ts.clone()).text("second");
    let is_changed = |seen: &Value| {
        saying(seen, "second").is_some_and(|it| it["edited"].is_object())
            && saying(seen, "first https://x.test/a").is_none()
    };
    stage.changes(update, history(), is_changed).await;

    let waves = |seen: &Value| saying(seen, "waves").is_some_and(|it| it["subtype"] == "me_message");
    stage.changes(chat::MeMessage::new(channel.clone(), "waves"), history(), waves).await;

    let item = json!({ "channel": channel, "timestamp": ts, "full": true });
    let reactions = || stage.look("reactions.get", item.clone());
    let reacted = |seen: &Value| {
        let expected = json!([{ "name": "eyes", "users": [stage.settings.bot_user_id], "count": 1 }]);
        seen["message"]["reactions"] == expected
    };
    stage.changes(reactions::Add::new(channel.clone(), ts.clone(), "eyes"), reactions(), reacted).await;
    let remove = reactions::Remove::new("eyes").channel(channel.clone()).timestamp(ts.clone());
    stage.changes(remove, reactions(), |seen| seen["ok"] == true && seen["message"].get("reactions").is_none()).await;

    let gone = |seen: &Value| seen["ok"] == true && saying(seen, "second").is_none();
    stage.changes(chat::Delete::new(channel.clone(), ts), history(), gone).await;
    later(stage).await;
}

async fn later(stage: &Stage) {
    let channel = stage.settings.channel.clone();
    let names = stage.slack.names();
    let planned = || stage.look("chat.scheduledMessages.list", json!({ "channel": channel }));
    let post = chat::ScheduleMessage::new(channel.clone(), names["later"].as_i64().unwrap()).text("later");
    let is_planned = |seen: &Value| seen["scheduled_messages"][0]["text"] == "later";
    let id = stage.changes(post, planned(), is_planned).await.scheduled_message_id.unwrap();
    let list = chat::ScheduledMessagesList::new().channel(channel.clone());
    assert_eq!(stage.reads(list).await.scheduled_messages.unwrap()[0].id.as_deref(), Some(id.as_str()));
    let delete = chat::DeleteScheduledMessage::new(channel.clone(), id);
    stage.changes(delete, planned(), |seen| seen["scheduled_messages"] == json!([])).await;
}
