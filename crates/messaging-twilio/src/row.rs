//! Messages as the two APIs list them.

use messaging_core::{
    UnixMillis,
    message::{Author, Content, Message},
};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{account::Account, date, media};

/// A message of the 2010-04-01 API (<https://www.twilio.com/docs/messaging/api/message-resource#message-properties>).
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct TextRow {
    pub(crate) sid: String,
    #[serde(default)]
    from: Option<String>,
    #[serde(default)]
    pub(crate) body: Option<String>,
    #[serde(default)]
    direction: String,
    #[serde(default)]
    num_media: Value,
    #[serde(default)]
    pub(crate) messaging_service_sid: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    date_created: Option<String>,
    #[serde(default)]
    date_sent: Option<String>,
}

impl TextRow {
    /// Whether we sent it.
    pub(crate) fn is_outbound(&self) -> bool {
        self.direction.starts_with("outbound")
    }

    /// When Twilio took it in, to the second.
    pub(crate) fn created(&self) -> Option<UnixMillis> {
        [&self.date_created, &self.date_sent].into_iter().flatten().find_map(|text| date::read(text))
    }

    /// How many files it carries.
    pub(crate) fn files(&self) -> usize {
        match &self.num_media {
            Value::String(text) => text.parse().unwrap_or_default(),
            other => other.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default(),
        }
    }

    /// The message in our words. Its files are a list of their own and not in it.
    pub(crate) fn message(self) -> Message {
        let sent_at = self.created();
        let text = self.body.unwrap_or_default();
        let mut message = Message::new(self.sid, Author::new(self.from.unwrap_or_default()), Content::text(text));
        message.sent_at = sent_at;
        let vendor = [("status", self.status), ("messaging_service_sid", self.messaging_service_sid)];
        let said = vendor.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::from(value?))));
        message.attributes.extend(said);
        message
    }
}

/// A message of Conversations v1 (<https://www.twilio.com/docs/conversations-classic/api/conversation-message-resource>).
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ChatRow {
    pub(crate) sid: String,
    #[serde(default)]
    chat_service_sid: Option<String>,
    #[serde(default)]
    author: Option<String>,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    media: Value,
    #[serde(default)]
    attributes: Option<String>,
    #[serde(default)]
    date_created: Option<String>,
}

impl ChatRow {
    /// When it was posted, to the second.
    pub(crate) fn created(&self) -> Option<UnixMillis> {
        date::read(self.date_created.as_deref()?)
    }

    /// The attributes; none if they are not a JSON object.
    pub(crate) fn attributes(&self) -> Map<String, Value> {
        object(self.attributes.as_deref())
    }

    /// The message in our words.
    pub(crate) fn message(self, account: &Account) -> Message {
        let attributes = self.attributes();
        let sent_at = self.created();
        let mut content = Content::text(self.body.unwrap_or_default());
        content.media = media::listed(&self.media, self.chat_service_sid.as_deref(), account);
        let mut message = Message::new(self.sid, Author::new(self.author.unwrap_or_default()), content);
        message.attributes = attributes;
        message.sent_at = sent_at;
        message
    }
}

/// Reads JSON text that ought to hold an object; anything else is an empty one.
pub(crate) fn object(text: Option<&str>) -> Map<String, Value> {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}
