//! What a caller may say of a post beyond its content: in native content, or in attributes.

use messaging_core::{Error, ErrorKind, Result};
use serde_json::{Map, Value};

/// How a message gets to Slack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// <https://docs.slack.dev/reference/methods/chat.postMessage>
    Post,
    /// <https://docs.slack.dev/reference/methods/chat.postEphemeral>
    Ephemeral,
    /// <https://docs.slack.dev/reference/methods/chat.update>
    Update,
    /// <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>
    Webhook,
    /// <https://docs.slack.dev/interactivity/handling-user-interaction#message_responses>
    Response,
}

/// Options that attributes may hold too; they go with every part of a split text.
const ATTRIBUTES: [&str; 7] =
    ["icon_emoji", "icon_url", "metadata", "reply_broadcast", "unfurl_links", "unfurl_media", "username"];

/// What native content may hold: every argument of `chat.postMessage` that the message itself does not decide.
const NATIVE: [&str; 13] = [
    "attachments",
    "blocks",
    "icon_emoji",
    "icon_url",
    "link_names",
    "markdown_text",
    "metadata",
    "mrkdwn",
    "parse",
    "reply_broadcast",
    "unfurl_links",
    "unfurl_media",
    "username",
];

impl Way {
    /// Whether Slack takes this option here. An incoming webhook ignores a name and an icon, so they are refused.
    pub(crate) fn takes(self, option: &str) -> bool {
        match option {
            "blocks" | "attachments" => true,
            "unfurl_links" | "unfurl_media" | "mrkdwn" => !matches!(self, Self::Ephemeral | Self::Update),
            "icon_emoji" | "icon_url" | "username" => matches!(self, Self::Post | Self::Ephemeral),
            "link_names" | "parse" | "markdown_text" => matches!(self, Self::Post | Self::Ephemeral | Self::Update),
            "metadata" => matches!(self, Self::Post | Self::Update | Self::Webhook),
            _ => matches!(self, Self::Post | Self::Update),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Post => "`chat.postMessage`",
            Self::Ephemeral => "a message that one person sees (`chat.postEphemeral`)",
            Self::Update => "`chat.update`",
            Self::Webhook => "an incoming webhook",
            Self::Response => "a `response_url`",
        }
    }
}

/// Collects the options; native content wins over attributes.
///
/// # Errors
/// [`ErrorKind::Invalid`]: native content is no object, or holds what is no option or is not taken here.
pub(crate) fn options(native: Option<Value>, attributes: &Map<String, Value>, way: Way) -> Result<Map<String, Value>> {
    let refuse = |message: String| Err(Error::new(ErrorKind::Invalid, message));
    let named = |(name, value): (&String, &Value)| {
        (ATTRIBUTES.contains(&name.as_str()) && !value.is_null()).then(|| (name.clone(), value.clone()))
    };
    let mut options: Map<_, _> = attributes.iter().filter_map(named).collect();
    match native {
        None => {}
        Some(Value::Object(native)) if !native.is_empty() => options.extend(native),
        Some(_) => {
            return refuse(format!("native content for Slack is an object with one of `{}`", NATIVE.join("`, `")));
        }
    }
    for name in options.keys() {
        if !NATIVE.contains(&name.as_str()) {
            return refuse(format!(
                "`{name}` is no option of a post to Slack; native content may hold `{}`; for other arguments, invoke \
                 `chat.postMessage`",
                NATIVE.join("`, `")
            ));
        }
        if !way.takes(name) {
            return refuse(format!("{} takes no `{name}`: leave it out", way.name()));
        }
    }
    Ok(options)
}
