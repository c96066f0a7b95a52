//! The inner events about a message: <https://docs.slack.dev/reference/events/message>.

use serde_json::{Map, Value, json};

use crate::slack::{room::Room, ts::Ts};

/// `message`, with the thread's first message where a reply was sent to the channel too.
pub(crate) fn message_event(room: &Room, mut message: Map<String, Value>, root: Option<Value>) -> Map<String, Value> {
    place(&mut message, &room.id);
    message.insert("channel_type".to_owned(), json!(room.kind.channel_type()));
    if let Some(root) = root {
        message.insert("root".to_owned(), root);
    }
    message
}

/// `app_mention`, for a message that names the app: <https://docs.slack.dev/reference/events/app_mention>.
pub(crate) fn mention_event(room: &Room, mut message: Map<String, Value>) -> Map<String, Value> {
    place(&mut message, &room.id);
    message.remove("subtype");
    message.remove("metadata");
    message.insert("type".to_owned(), json!("app_mention"));
    message
}

/// `message_changed`: how a message was, and how it is.
pub(crate) fn changed_event(
    room: &Room,
    at: Ts,
    after: Map<String, Value>,
    before: Map<String, Value>,
) -> Map<String, Value> {
    let fields = [
        ("type", json!("message")),
        ("subtype", json!("message_changed")),
        ("hidden", json!(true)),
        ("channel", json!(room.id)),
        ("channel_type", json!(room.kind.channel_type())),
        ("ts", json!(at.to_string())),
        ("event_ts", json!(at.to_string())),
        ("message", Value::Object(after)),
        ("previous_message", Value::Object(before)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// `message_deleted`: what a message was.
pub(crate) fn deleted_event(room: &Room, at: Ts, gone: Ts, before: Map<String, Value>) -> Map<String, Value> {
    let fields = [
        ("type", json!("message")),
        ("subtype", json!("message_deleted")),
        ("hidden", json!(true)),
        ("channel", json!(room.id)),
        ("channel_type", json!(room.kind.channel_type())),
        ("ts", json!(at.to_string())),
        ("event_ts", json!(at.to_string())),
        ("deleted_ts", json!(gone.to_string())),
        ("previous_message", Value::Object(before)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn place(message: &mut Map<String, Value>, channel: &str) {
    let ts = message.get("ts").cloned().unwrap_or_default();
    message.insert("channel".to_owned(), json!(channel));
    message.insert("event_ts".to_owned(), ts);
}
