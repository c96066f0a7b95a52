//! The JSON that HTTP agents read and write.

use messaging_core::{
    UnixMillis,
    message::{Action, Content, Media},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{Role, Turn};

#[derive(Serialize)]
struct Question<'t> {
    v: u32,
    run_id: &'t str,
    attempt: u32,
    deadline_ms: u64,
    conversation: Conversation<'t>,
    messages: Vec<Message<'t>>,
    history: Vec<Line<'t>>,
}

#[derive(Serialize)]
struct Conversation<'t> {
    #[serde(rename = "ref")]
    reference: String,
    account: &'t str,
    platform: &'t str,
    channel: &'t str,
    state: Value,
    name: Option<&'t str>,
    attributes: Value,
}

#[derive(Serialize)]
struct Message<'t> {
    id: &'t str,
    user: User<'t>,
    text: &'t str,
    media: &'t [Media],
    metadata: &'t Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<&'t Action>,
    at: Option<String>,
}

#[derive(Serialize)]
struct User<'t> {
    id: &'t str,
    name: Option<&'t str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    bot: bool,
}

#[derive(Serialize)]
struct Line<'t> {
    role: Role,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'t str>,
    text: &'t str,
    at: Option<String>,
}

/// What an agent answers with 200.
#[derive(Deserialize)]
pub(crate) struct Answer {
    pub(crate) messages: Vec<Content>,
    #[serde(default)]
    pub(crate) usage: Option<Value>,
}

/// Writes a turn down.
pub(crate) fn question(turn: &Turn) -> serde_json::Result<Vec<u8>> {
    let details = turn.details.as_ref();
    let state = serde_json::to_value(details.map_or(&turn.state, |details| &details.state))?;
    let attributes = details.map(|details| serde_json::to_value(&details.attributes)).transpose()?;
    serde_json::to_vec(&Question {
        v: 1,
        run_id: &turn.run,
        attempt: turn.attempt,
        deadline_ms: u64::try_from(turn.deadline.as_millis()).unwrap_or(u64::MAX),
        conversation: Conversation {
            reference: turn.conversation.to_string(),
            account: turn.conversation.account(),
            platform: &turn.platform,
            channel: &turn.channel,
            state,
            name: details.and_then(|details| details.name.as_deref()),
            attributes: attributes.unwrap_or_else(|| Value::Object(Map::new())),
        },
        messages: turn.messages.iter().map(message).collect(),
        history: turn
            .history
            .iter()
            .map(|line| Line { role: line.role, name: line.name.as_deref(), text: &line.text, at: stamp(line.at) })
            .collect(),
    })
}

fn message(message: &messaging_core::message::Message) -> Message<'_> {
    Message {
        id: message.id.as_str(),
        user: User { id: &message.author.id, name: message.author.name.as_deref(), bot: message.author.bot },
        text: &message.content.text,
        media: &message.content.media,
        metadata: &message.attributes,
        choice: message.choice.as_ref(),
        at: message.sent_at.and_then(stamp),
    }
}

fn stamp(moment: UnixMillis) -> Option<String> {
    let nanos = i128::from(moment.0) * 1_000_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?.format(&Rfc3339).ok()
}
