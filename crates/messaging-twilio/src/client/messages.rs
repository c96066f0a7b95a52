//! Messages of a conversation (<https://www.twilio.com/docs/conversations-classic/api/conversation-message-resource>).

use std::collections::BTreeMap;

use messaging_core::{Result, UnixMillis};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, JsonText, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    conversations,
    params::{Params, params},
    words::words,
};
use crate::fields::segment;

/// The longest text, in bytes; an SMS or a `WhatsApp` message takes 1,600 characters of it.
const BODY: usize = 32 * 1024;
/// The longest subject, in characters.
const SUBJECT: usize = 256;
/// The longest content variables together, and the longest name and value of one (errors 50529, 50540, 50541).
const VARIABLES: usize = 27_801;
const VARIABLE_NAME: usize = 16;
const VARIABLE_VALUE: usize = 256;

/// A message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Message {
    /// Its SID, `IM…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// The conversation, `CH…`.
    pub conversation_sid: Option<String>,
    /// Where it is among the messages of the conversation, from 0.
    pub index: Option<u64>,
    /// Who wrote it: an identity, an address, `system`.
    pub author: Option<String>,
    /// What it says.
    pub body: Option<String>,
    /// Its files.
    pub media: Option<Vec<MediaItem>>,
    /// The application's own data.
    pub attributes: Option<JsonText>,
    /// The participant who wrote it, `MB…`.
    pub participant_sid: Option<String>,
    /// When it was posted.
    pub date_created: Option<Timestamp>,
    /// When it was changed last.
    pub date_updated: Option<Timestamp>,
    /// Its own URL.
    pub url: Option<String>,
    /// What became of it on its way to participants with addresses.
    pub delivery: Option<Delivery>,
    /// The URLs of what belongs to it.
    pub links: Option<BTreeMap<String, String>>,
    /// The template it was made of, `HX…`.
    pub content_sid: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Message, "message");

/// A file of a message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MediaItem {
    /// Its SID, `ME…`.
    pub sid: Option<String>,
    /// Its size in bytes.
    pub size: Option<u64>,
    /// MIME type.
    pub content_type: Option<String>,
    /// File name.
    pub filename: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What became of a message on its way to participants with addresses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Delivery {
    /// How many it went to.
    pub total: Option<u64>,
    /// How many it was sent to.
    pub sent: Option<Share>,
    /// How many have it.
    pub delivered: Option<Share>,
    /// How many have read it.
    pub read: Option<Share>,
    /// For how many it failed.
    pub failed: Option<Share>,
    /// How many it did not reach.
    pub undelivered: Option<Share>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

words! {
    /// Of how many something holds.
    Share {
        /// Of all.
        All = "all",
        /// Of some.
        Some = "some",
        /// Of none.
        None = "none",
    }
}

words! {
    /// In which order messages are listed.
    Order {
        /// Oldest first.
        Ascending = "asc",
        /// Newest first.
        Descending = "desc",
    }
}

params! {
    /// Posts a message: text, an uploaded file, or a template.
    Create of {
        /// To which conversation, by SID or unique name.
        conversation,
    } with {
        /// Who it is from; `system` unless told otherwise.
        author: String = "Author",
        /// What it says: up to 32 KiB, and up to 1,600 characters where it goes out by SMS or `WhatsApp`.
        body: String = "Body",
        /// An uploaded file, `ME…`: see [`media`](super::media). It can be sent once.
        media_sid: String = "MediaSid",
        /// A template, `HX…`; text and file are ignored then.
        content_sid: String = "ContentSid",
        /// What the template's variables are: a JSON object of texts, as `{"1":"Ann"}`.
        content_variables: JsonText = "ContentVariables",
        /// The subject, where the channel has one; up to 256 characters.
        subject: String = "Subject",
        /// The application's own data: JSON, up to 4 KiB.
        attributes: JsonText = "Attributes",
        /// When it was posted, for what is imported.
        date_created: UnixMillis = "DateCreated",
        /// When it was changed last, for what is imported.
        date_updated: UnixMillis = "DateUpdated",
    }
}

params! {
    /// Changes a message. What is left out stays; who has received it keeps what they received.
    Update of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Which one, by SID.
        message,
    } with {
        /// Who it is from.
        author: String = "Author",
        /// What it says.
        body: String = "Body",
        /// The subject, up to 256 characters.
        subject: String = "Subject",
        /// The application's own data, replaced as a whole: JSON, up to 4 KiB.
        attributes: JsonText = "Attributes",
        /// When it was posted, for what is imported.
        date_created: UnixMillis = "DateCreated",
        /// When it was changed last, for what is imported.
        date_updated: UnixMillis = "DateUpdated",
    }
}

params! {
    /// Fetches a message.
    Fetch of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Which one, by SID.
        message,
    } with {}
}

params! {
    /// Deletes a message; who has received it keeps it.
    Delete of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Which one, by SID.
        message,
    } with {}
}

params! {
    /// Lists messages.
    List of {
        /// Of which conversation, by SID or unique name.
        conversation,
    } with {
        /// In which order; oldest first unless told otherwise.
        order: Order = "Order",
        /// How many a page holds; up to 100, 50 unless told otherwise.
        page_size: u32 = "PageSize",
    }
}

fn check_words(body: Option<&String>, subject: Option<&String>) -> Result<()> {
    match body.map(String::len) {
        Some(length) if length > BODY => {
            Err(bounds::refuse("Body", &format!("has {length} bytes; Twilio takes at most {BODY}")))
        }
        _ => bounds::at_most("Subject", subject, SUBJECT),
    }
}

impl Create {
    fn check(&self) -> Result<()> {
        bounds::sid("MediaSid", self.media_sid.as_ref(), "ME")?;
        bounds::sid("ContentSid", self.content_sid.as_ref(), "HX")?;
        check_words(self.body.as_ref(), self.subject.as_ref())?;
        bounds::json("Attributes", self.attributes.as_ref(), bounds::ATTRIBUTES)?;
        match (&self.content_variables, &self.content_sid) {
            (None, _) => Ok(()),
            // Error 50528.
            (Some(_), None) => Err(bounds::refuse("ContentVariables", "needs a `ContentSid`")),
            (Some(variables), Some(_)) => check_variables(variables),
        }
    }
}

fn check_variables(text: &JsonText) -> Result<()> {
    let refuse = |why: &str| Err(bounds::refuse("ContentVariables", why));
    let Some(variables) = text.object() else { return refuse("is not a JSON object") };
    if text.as_str().chars().count() > VARIABLES {
        return refuse(&format!("has more than {VARIABLES} characters"));
    }
    for (name, value) in &variables {
        if name.chars().count() > VARIABLE_NAME {
            return refuse(&format!("has a name of more than {VARIABLE_NAME} characters: `{name}`"));
        }
        if value.as_str().is_some_and(|value| value.chars().count() > VARIABLE_VALUE) {
            return refuse(&format!("has a value of more than {VARIABLE_VALUE} characters: `{name}`"));
        }
    }
    Ok(())
}

impl Call for Create {
    type Output = Message;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        self.check()?;
        Ok(Spelled::post(conversations::path(root, &self.conversation, "/Messages")?, self.fields()).gated())
    }
}

impl Call for Update {
    type Output = Message;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        check_words(self.body.as_ref(), self.subject.as_ref())?;
        bounds::json("Attributes", self.attributes.as_ref(), bounds::ATTRIBUTES)?;
        Ok(Spelled::post(path(root, &self.conversation, &self.message)?, self.fields()).gated())
    }
}

impl Call for Fetch {
    type Output = Message;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(root, &self.conversation, &self.message)?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(root, &self.conversation, &self.message)?).gated())
    }
}

impl Lists for List {
    type Item = Message;
    const KEY: &'static str = "messages";
    const WHAT: &'static str = "message";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 100)?;
        Ok(Spelled::get(conversations::path(root, &self.conversation, "/Messages")?, self.fields()))
    }
}

fn path(root: &Root<'_>, conversation: &str, message: &str) -> Result<String> {
    conversations::path(root, conversation, &format!("/Messages/{}", segment(message)?))
}
