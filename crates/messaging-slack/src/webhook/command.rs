//! Slash commands. <https://docs.slack.dev/interactivity/implementing-slash-commands>

use std::collections::BTreeMap;

use messaging_core::{
    Addressed, Event, EventKind,
    capability::Received,
    event::{Command, ReplyAttributes},
    message::Author,
};
use serde_json::{Map, Value};

use super::{
    envelope::{is_direct, place_of},
    question,
};
use crate::place;

/// What agents and hooks are not told: who knows it may answer in our name, or is told in its own field.
const NOT_TOLD: [&str; 4] = ["token", "response_url", "command", "text"];

/// Reads a command; nothing if the form is none.
///
/// It is answered at its `response_url`, seen by whoever gave it.
pub(super) fn read(fields: &BTreeMap<String, String>, digest: &str, raw: &str) -> Option<Received> {
    let field = |key: &str| fields.get(key).map(String::as_str).filter(|text| !text.is_empty());
    let name = field("command")?;
    let organisation = field("enterprise_id").filter(|_| field("is_enterprise_install") == Some("true"));
    let team = organisation.or_else(|| field("team_id"))?;
    let (place, direct) = match field("channel_id") {
        Some(channel) => {
            let direct = is_direct(None, channel);
            let place = match field("thread_ts") {
                Some(root) => place::thread(team, channel, root),
                None => place_of(team, channel, direct),
            };
            (place, direct)
        }
        None => (place::workspace(team), false),
    };
    let mut author = Author::new(field("user_id").unwrap_or("unknown"));
    if let Some(name) = field("user_name") {
        author = author.named(name);
    }
    let mut command = Command::new(name, author).with_text(field("text").unwrap_or_default());
    let told = fields.iter().filter(|(key, value)| !value.is_empty() && !NOT_TOLD.contains(&key.as_str()));
    command.attributes = told.map(|(key, value)| (key.clone(), Value::from(value.as_str()))).collect::<Map<_, _>>();
    let mut replies = ReplyAttributes::default();
    if let Some(url) = field("response_url") {
        replies = replies.with("response_url", url).with("user", command.author.id.as_str());
    }
    let key = format!("{team}:{}", field("trigger_id").unwrap_or(digest));
    let event = Event::new(key, place, EventKind::Command(command))
        .addressed(if direct { Addressed::Direct } else { Addressed::Aside })
        .with_raw(raw)
        .with_reply_attributes(replies);
    let asked = fields.iter().filter(|(key, _)| *key != "token").map(|(key, value)| (key.clone(), value.clone()));
    Some(question::command(event, asked.collect()))
}
