use serde_json::{Value, json};

use super::{arguments::Arguments, error::Refusal};
use crate::slack::{
    SlackEmulator,
    message::{Author, Draft},
    screen::{kept, of_blocks, plain},
    ts::Ts,
};

/// Longest text kept, in characters; the rest is cut off.
const MOST_TEXT: usize = 40_000;
/// Longest `markdown_text` taken, in characters.
const MOST_MARKDOWN: usize = 12_000;
/// Most blocks of a message.
const MOST_BLOCKS: usize = 50;
/// Most attachments of a message.
const MOST_ATTACHMENTS: usize = 100;

impl SlackEmulator {
    /// Reads the arguments of `chat.postMessage` as a message and the channel it is meant for.
    pub(super) fn draft(&self, arguments: &Arguments) -> Result<(String, Draft), Refusal> {
        for flag in ["link_names", "mrkdwn", "unfurl_links", "unfurl_media"] {
            arguments.flag(flag)?;
        }
        if arguments.flag("as_user")? {
            return Err(Refusal::new("as_user_not_supported"));
        }
        let room = self.addressed(arguments.required("channel")?)?;
        let thread = arguments.text("thread_ts")?.map(thread).transpose()?;
        let blocks = blocks(arguments)?;
        let attachments = attachments(arguments)?;
        let text = self.said(arguments, blocks.is_some())?;
        if text.is_empty() && blocks.is_none() && attachments.is_none() {
            return Err(Refusal::new("no_text"));
        }
        let settings = self.settings();
        let read = blocks.as_ref().map_or_else(|| plain(&text, settings), |blocks| of_blocks(blocks, settings));
        let draft = Draft {
            author: Author::App { username: username(arguments)? },
            text,
            read,
            blocks,
            attachments,
            metadata: metadata(arguments)?,
            thread,
            broadcast: arguments.flag("reply_broadcast")? && thread.is_some(),
        };
        Ok((room, draft))
    }

    /// The text, as Slack keeps it.
    fn said(&self, arguments: &Arguments, has_blocks: bool) -> Result<String, Refusal> {
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
        match text.char_indices().nth(MOST_TEXT) {
            None => Ok(kept(text)),
            Some((end, _)) => {
                self.desk().warn(format!("chat.postMessage: text was cut off after {MOST_TEXT} characters"));
                Ok(kept(text.get(..end).unwrap_or_default()))
            }
        }
    }
}

fn thread(text: &str) -> Result<Ts, Refusal> {
    let wrong = || Refusal::new("invalid_thread_ts").saying(&format!("{text} is not a valid thread_ts"));
    Ts::read(text).ok_or_else(wrong)
}

/// A name of the message's own; it needs a scope that is easily forgotten, and icons count as well.
fn username(arguments: &Arguments) -> Result<Option<String>, Refusal> {
    let name = arguments.text("username")?;
    let icon = arguments.text("icon_emoji")?.or(arguments.text("icon_url")?);
    Ok(match (name, icon) {
        (Some(name), _) => Some(name.to_owned()),
        (None, Some(_)) => Some("bot".to_owned()),
        (None, None) => None,
    })
}

fn blocks(arguments: &Arguments) -> Result<Option<Value>, Refusal> {
    let format = || Refusal::new("invalid_blocks_format");
    let Some(value) = arguments.structure("blocks").map_err(|()| format())? else { return Ok(None) };
    let list = value.as_array().ok_or_else(format)?;
    let wrong = |message: String| Refusal::new("invalid_blocks").saying(&message).with("errors", json!([message]));
    if list.len() > MOST_BLOCKS {
        return Err(wrong(format!("no more than {MOST_BLOCKS} items allowed [json-pointer:/blocks]")));
    }
    for (at, block) in list.iter().enumerate() {
        if !block.is_object() {
            return Err(wrong(format!("must provide an object [json-pointer:/blocks/{at}]")));
        }
        if !block.get("type").is_some_and(Value::is_string) {
            return Err(wrong(format!("missing required field: type [json-pointer:/blocks/{at}]")));
        }
    }
    Ok((!list.is_empty()).then_some(value))
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

/// `{"event_type":"…","event_payload":{…}}` (<https://docs.slack.dev/messaging/message-metadata>).
pub(crate) fn metadata(arguments: &Arguments) -> Result<Option<Value>, Refusal> {
    let format = || Refusal::new("invalid_metadata_format");
    let Some(value) = arguments.structure("metadata").map_err(|()| format())? else { return Ok(None) };
    let is_named = value.get("event_type").and_then(Value::as_str).is_some_and(|name| !name.is_empty());
    let is_filled = value.get("event_payload").is_some_and(Value::is_object);
    if is_named && is_filled { Ok(Some(value)) } else { Err(format()) }
}
