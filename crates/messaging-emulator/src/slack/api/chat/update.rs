use serde_json::{Map, Value, json};

use super::content::{Content, Length};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        conversations::{seen, team},
        error::{Answer, Refusal},
    },
    file::{File, Stage},
    grant::TokenKind,
    message::{Author, Message},
    room::Room,
    screen::{of_blocks, plain},
    streams::Stream,
    ts::Ts,
};

/// Longest text that a message may be changed to, in characters.
const MOST_TEXT: usize = 4_000;

impl SlackEmulator {
    /// Changes a message of the app: <https://docs.slack.dev/reference/methods/chat.update>.
    ///
    /// Text without blocks takes the old blocks away; attachments and metadata stay unless they are given, and go if
    /// they are given empty.
    pub(super) fn update_message(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        if arguments.flag("as_user")? {
            return Err(Refusal::new("as_user_not_supported"));
        }
        arguments.flag("link_names")?;
        let broadcast = arguments.flag("reply_broadcast")?;
        let (id, ts, before, files) = {
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            let message = own(room, caller, arguments, "cant_update_message")?;
            if room.archived {
                return Err(Refusal::new("is_inactive"));
            }
            if message.stream.as_ref().is_some_and(Stream::is_live) {
                return Err(Refusal::new("streaming_state_conflict"));
            }
            if broadcast && message.draft.thread.is_none() {
                return Err(Refusal::new("cant_broadcast_message"));
            }
            let files = &team(&state, caller)?.files;
            let shared = arguments.list("file_ids")?;
            let shared = shared.iter().map(|id| shareable(files, id, caller, &self.settings().base_url));
            let shared = shared.collect::<Result<Vec<_>, _>>()?;
            (room.id.clone(), message.ts, message.clone(), shared)
        };
        let content = self.content(caller, arguments, Length::Refuse(MOST_TEXT))?;
        let replaces = ["blocks", "attachments", "file_ids"].into_iter().any(|name| arguments.has(name));
        if content.is_nothing() && !replaces {
            return Err(Refusal::new("no_text"));
        }
        let edited = (caller.user.clone(), Ts::from_micros(self.unix_seconds() * 1_000_000));
        let mut after = before;
        apply(&mut after, caller, arguments, content);
        if arguments.has("file_ids") {
            after.draft.extra.insert("files".to_owned(), json!(files));
        }
        if after.draft.is_nothing() {
            return Err(Refusal::new("no_text"));
        }
        after.draft.broadcast |= broadcast;
        if arguments.has("text") || arguments.has("markdown_text") {
            after.edited = Some(edited);
        }
        let changed = self.revise(caller.team(), &id, ts, |message| *message = after);
        let message = changed.ok_or_else(|| Refusal::new("message_not_found"))?;
        let text = message.get("text").cloned().unwrap_or_default();
        let fields = [
            ("channel", json!(id)),
            ("ts", json!(ts.to_string())),
            ("text", text),
            ("message", Value::Object(message)),
        ];
        Ok(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Takes a message of the app away: <https://docs.slack.dev/reference/methods/chat.delete>.
    pub(super) fn delete_message(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        arguments.flag("as_user")?;
        let (id, ts) = {
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            let message = own(room, caller, arguments, "cant_delete_message")?;
            // What was written under another name is nobody's.
            if matches!(message.draft.author, Author::App { username: Some(_), .. }) {
                return Err(Refusal::new("cant_delete_message"));
            }
            (room.id.clone(), message.ts)
        };
        if !self.unpublish(caller.team(), &id, ts) {
            return Err(Refusal::new("message_not_found"));
        }
        Ok(Map::from_iter([("channel".to_owned(), json!(id)), ("ts".to_owned(), json!(ts.to_string()))]))
    }
}

/// The message that `ts` names, if the app wrote it.
fn own<'a>(
    room: &'a Room,
    caller: &Caller,
    arguments: &Arguments,
    refusal: &'static str,
) -> Result<&'a Message, Refusal> {
    let found = Ts::read(arguments.required("ts")?).and_then(|ts| room.find(ts));
    let message = found.ok_or_else(|| Refusal::new("message_not_found"))?;
    match &message.draft.author {
        Author::App { .. } if caller.kind == TokenKind::Bot => Ok(message),
        Author::Person { user, .. } if caller.kind == TokenKind::User && *user == caller.user => Ok(message),
        _ => Err(Refusal::new(refusal)),
    }
}

fn apply(message: &mut Message, caller: &Caller, arguments: &Arguments, content: Content) {
    let Content { text, blocks, attachments, metadata, .. } = content;
    let draft = &mut message.draft;
    let has_text = !text.is_empty();
    if has_text {
        draft.text = text;
    }
    if has_text || arguments.has("blocks") {
        draft.blocks = blocks;
    }
    if arguments.has("attachments") {
        draft.attachments = attachments;
    }
    if arguments.has("metadata") {
        draft.metadata = metadata;
    }
    let directory = &caller.directory;
    draft.read =
        draft.blocks.as_ref().map_or_else(|| plain(&draft.text, directory), |blocks| of_blocks(blocks, directory));
}

/// A file of the app, as a message has it.
fn shareable(files: &[File], id: &str, caller: &Caller, base_url: &str) -> Result<Value, Refusal> {
    let file = files.iter().find(|file| file.id == id && file.user == caller.user);
    match file.map(|file| (file, file.stage)) {
        None | Some((_, Stage::Announced)) => Err(Refusal::new("file_not_found")),
        Some((_, Stage::Deleted)) => Err(Refusal::new("file_deleted")),
        Some((file, Stage::Complete)) => Ok(Value::Object(file.json(&caller.directory, base_url))),
    }
}
