use serde_json::Value;

use crate::slack::{
    SlackEmulator,
    api::{arguments::Arguments, blocks, caller::Caller, error::Refusal},
    screen::{kept, of_blocks, plain},
};

/// Longest `markdown_text` taken, in characters.
const MOST_MARKDOWN: usize = 12_000;
/// Most attachments of a message.
const MOST_ATTACHMENTS: usize = 100;
/// Largest metadata taken, in bytes. Slack has a limit and does not say which; this one is the emulator's.
const MOST_METADATA: usize = 8_000;

/// How long a text may be, in characters.
#[derive(Clone, Copy, Debug)]
pub(super) enum Length {
    /// What is longer is cut off.
    Cut(usize),
    /// What is longer is refused.
    Refuse(usize),
}

/// What a message says.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) text: String,
    pub(super) read: String,
    pub(super) blocks: Option<Value>,
    pub(super) attachments: Option<Value>,
    pub(super) metadata: Option<Value>,
}

impl Content {
    pub(super) fn is_nothing(&self) -> bool {
        self.text.is_empty() && self.blocks.is_none() && self.attachments.is_none()
    }
}

impl SlackEmulator {
    /// Reads what a message says, which may be nothing.
    pub(super) fn content(&self, caller: &Caller, arguments: &Arguments, most: Length) -> Result<Content, Refusal> {
        let blocks = blocks::of_message(arguments)?;
        let attachments = attachments(arguments)?;
        let text = self.said(caller, arguments, blocks.is_some(), most)?;
        let directory = &caller.directory;
        let read = blocks.as_ref().map_or_else(|| plain(&text, directory), |blocks| of_blocks(blocks, directory));
        Ok(Content { text, read, blocks, attachments, metadata: metadata(arguments)? })
    }

    /// The text, as Slack keeps it.
    fn said(&self, caller: &Caller, arguments: &Arguments, has_blocks: bool, most: Length) -> Result<String, Refusal> {
        let text = arguments.text("text")?;
        if let Some(markdown) = arguments.text("markdown_text")? {
            if text.is_some() || has_blocks {
                return Err(Refusal::new("markdown_text_conflict"));
            }
            if markdown.chars().count() > MOST_MARKDOWN {
                return Err(Refusal::new("msg_too_long"));
            }
            return Ok(kept(markdown));
        }
        let text = text.unwrap_or_default();
        let (Length::Cut(limit) | Length::Refuse(limit)) = most;
        match (text.char_indices().nth(limit), most) {
            (None, _) => Ok(kept(text)),
            (Some(_), Length::Refuse(_)) => Err(Refusal::new("msg_too_long")),
            (Some((end, _)), Length::Cut(_)) => {
                self.desk().warn(format!("{}: text was cut off after {limit} characters", caller.method.name));
                Ok(kept(text.get(..end).unwrap_or_default()))
            }
        }
    }
}

fn attachments(arguments: &Arguments) -> Result<Option<Value>, Refusal> {
    let wrong = || Refusal::new("invalid_attachments");
    let Some(value) = arguments.structure("attachments").map_err(|()| wrong())? else { return Ok(None) };
    let list = value.as_array().filter(|list| list.iter().all(Value::is_object)).ok_or_else(wrong)?;
    if list.len() > MOST_ATTACHMENTS {
        return Err(Refusal::new("too_many_attachments"));
    }
    Ok((!list.is_empty()).then_some(value))
}

/// `{"event_type":"…","event_payload":{…}}`, or `{}` for none (<https://docs.slack.dev/messaging/message-metadata>).
pub(crate) fn metadata(arguments: &Arguments) -> Result<Option<Value>, Refusal> {
    let format = || Refusal::new("invalid_metadata_format");
    let Some(value) = arguments.structure("metadata").map_err(|()| format())? else { return Ok(None) };
    if value.as_object().is_some_and(serde_json::Map::is_empty) {
        return Ok(None);
    }
    let is_named = value.get("event_type").and_then(Value::as_str).is_some_and(|name| !name.is_empty());
    let is_filled = value.get("event_payload").is_some_and(Value::is_object);
    if !is_named || !is_filled {
        return Err(format());
    }
    if value.to_string().len() > MOST_METADATA {
        return Err(Refusal::new("metadata_too_large"));
    }
    Ok(Some(value))
}
