//! Messages as the two APIs list them.

use messaging_core::{
    UnixMillis,
    message::{Author, Content, Media, Message},
};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    account::Account,
    client::{JsonText, messages as theirs},
    date, uploaded,
};

/// A message of the 2010-04-01 API (<https://www.twilio.com/docs/messaging/api/message-resource#message-properties>).
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct TextRow {
    pub(crate) sid: String,
    #[serde(default)]
    pub(crate) from: Option<String>,
    #[serde(default)]
    pub(crate) to: Option<String>,
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

/// When a message of a conversation was posted, to the second.
pub(crate) fn created(found: &theirs::Message) -> Option<UnixMillis> {
    found.date_created.as_ref()?.moment()
}

/// The attributes of a message of a conversation; none if they are not a JSON object.
pub(crate) fn attributes(found: &theirs::Message) -> Map<String, Value> {
    found.attributes.as_ref().and_then(JsonText::object).unwrap_or_default()
}

/// A message of a conversation in our words.
pub(crate) fn message(found: theirs::Message, account: &Account) -> Message {
    let (attributes, sent_at) = (attributes(&found), created(&found));
    let service = found.chat_service_sid.or_else(|| account.service.clone());
    let mut content = Content::text(found.body.unwrap_or_default());
    content.media =
        found.media.into_iter().flatten().filter_map(|file| file_of(file, service.as_deref(), account)).collect();
    let mut message = Message::new(found.sid, Author::new(found.author.unwrap_or_default()), content);
    message.author.name = shown_name(&attributes);
    message.attributes = attributes;
    message.sent_at = sent_at;
    message
}

/// What people are shown for an author: the `from` of a message's attributes.
pub(crate) fn shown_name(attributes: &Map<String, Value>) -> Option<String> {
    let from = attributes.get("from").and_then(Value::as_str).map(str::trim);
    from.filter(|from| !from.is_empty()).map(str::to_owned)
}

fn file_of(file: theirs::MediaItem, service: Option<&str>, account: &Account) -> Option<Media> {
    let mut named = uploaded::named(&file.sid?, service, account);
    (named.content_type, named.name) = (file.content_type, file.filename);
    Some(named)
}

/// Reads JSON text that ought to hold an object; anything else is an empty one.
pub(crate) fn object(text: Option<&str>) -> Map<String, Value> {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}
