use messaging_core::{
    Error, ErrorKind, Result,
    message::{Content, Media},
};
use serde_json::Value;

use super::{
    action,
    image::{image, name},
    limits::{BLOCKS, IMAGES, TEXT},
    rich_text,
};
use crate::mrkdwn;

/// Content in one of the two forms that a message of Slack has.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Composed {
    /// The whole message where there are no blocks; else what notifications and screen readers say.
    pub(crate) text: Option<String>,
    /// What people see instead of the text.
    pub(crate) blocks: Vec<Value>,
}

/// Chooses the form: `text` for what mrkdwn can say, blocks for headings, lists, code, tables, images and actions, and
/// for a text that escaping makes longer than Slack wants. `native` are the caller's own blocks, which stand for the
/// text.
///
/// Files that are no images become links. Every limit of Slack's holds for what comes out.
///
/// # Errors
/// [`ErrorKind::Invalid`]: an action does not fit, or there are more than 50 blocks with the caller's own.
pub(crate) fn compose(content: &Content, native: Option<Vec<Value>>) -> Result<Composed> {
    let are_shown = content.media.len() <= IMAGES;
    let (mut tail, mut words) = (Vec::new(), vec![content.text.trim().to_owned()]);
    for media in &content.media {
        match image(media).filter(|_| are_shown) {
            Some(image) => tail.push(image),
            None => words.push(link(media)),
        }
    }
    words.retain(|words| !words.is_empty());
    let markdown = words.join("\n\n");
    if !content.actions.is_empty() {
        tail.extend(action::encode(&content.actions)?);
    }
    let text = (!markdown.is_empty()).then(|| mrkdwn::render(&markdown));
    let is_long = text.as_deref().is_some_and(|text| text.chars().count() > TEXT);
    let mut blocks = match native {
        Some(native) if native.len() + tail.len() > BLOCKS => {
            let message = format!(
                "the message has {} blocks and Slack takes {BLOCKS}: send it as several messages",
                native.len() + tail.len()
            );
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        Some(native) => native,
        None if is_long || !tail.is_empty() || rich_text::is_rich(&markdown) => {
            rich_text::blocks(&markdown, BLOCKS.saturating_sub(tail.len()))
        }
        None => Vec::new(),
    };
    blocks.extend(tail);
    let text = match text {
        Some(_) if is_long => Some(cut(&markdown)),
        Some(text) => Some(text),
        None => Some(cut(&said(content))).filter(|text| !text.is_empty()),
    };
    Ok(Composed { text, blocks })
}

/// A file as a link in Markdown, whatever its name.
fn link(media: &Media) -> String {
    let mut label = String::new();
    for sign in name(media).chars() {
        if sign.is_ascii_punctuation() {
            label.push('\\');
        }
        label.push(if sign.is_control() { ' ' } else { sign });
    }
    match mrkdwn::url(&media.url) {
        Some(url) => format!("[{label}](<{url}>)"),
        None => label,
    }
}

/// What there is to say of content without text.
fn said(content: &Content) -> String {
    let images = content.media.iter().map(name);
    let labels = content.actions.iter().map(|action| action.label.as_str());
    images.chain(labels).collect::<Vec<_>>().join(", ")
}

/// The beginning of a text, escaped, as far as Slack wants it.
fn cut(text: &str) -> String {
    let text = mrkdwn::neutral::words(text.trim());
    let (mut cut, mut length) = (String::new(), 0);
    for sign in text.chars() {
        let mut escaped = String::new();
        mrkdwn::escape_into(&mut escaped, sign.encode_utf8(&mut [0; 4]));
        length += escaped.chars().count();
        if length >= TEXT - 1 {
            cut.push('…');
            // Where it was cut, `@channels` may have become a call.
            return mrkdwn::neutral::words(&cut).into_owned();
        }
        cut.push_str(&escaped);
    }
    cut
}
