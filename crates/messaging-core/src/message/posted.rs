use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Action, Content};
use crate::{Place, UnixMillis, id::MessageId};

/// A message that somebody posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Message {
    /// The provider's name for it.
    pub id: MessageId,
    /// Who wrote it.
    pub author: Author,
    /// What it says.
    pub content: Content,
    /// The message whose thread it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<MessageId>,
    /// The application's or the vendor's own data.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attributes: Map<String, Value>,
    /// When it was posted, where the provider says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<UnixMillis>,
    /// The action the person chose, where the message is such a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Action>,
}

impl Message {
    /// A message with an author and something to say.
    pub fn new(id: impl Into<MessageId>, author: Author, content: impl Into<Content>) -> Self {
        let (thread, attributes, sent_at, choice) = (None, Map::new(), None, None);
        Self { id: id.into(), author, content: content.into(), thread, attributes, sent_at, choice }
    }
}

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Author {
    /// The provider's name for them: an address, a user id.
    pub id: String,
    /// What people call them, where the provider says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is a program. Turns that programs cause in a row are counted, because they could go on for ever.
    #[serde(default, skip_serializing_if = "is_person")]
    pub bot: bool,
}

impl Author {
    /// Someone known by an id only.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), name: None, bot: false }
    }

    /// Says what people call them.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Says that it is a program.
    #[must_use]
    pub fn as_bot(mut self) -> Self {
        self.bot = true;
        self
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_person(bot: &bool) -> bool {
    !bot
}

/// Fetch one message.
#[derive(Clone, Debug)]
pub struct FetchMessage {
    /// Where it was posted.
    pub conversation: Place,
    /// Which one.
    pub id: MessageId,
}

/// List the messages of one conversation, newest first.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ListMessages {
    /// Where.
    pub conversation: Place,
    /// Nothing posted before this moment.
    pub not_before: Option<UnixMillis>,
    /// At most this many on the page; the provider's own default otherwise.
    pub limit: Option<u32>,
    /// [`Page::next`](super::Page::next) of the page before; none for the first page.
    pub cursor: Option<String>,
}

impl ListMessages {
    /// The newest page of `conversation`.
    #[must_use]
    pub fn of(conversation: Place) -> Self {
        Self { conversation, not_before: None, limit: None, cursor: None }
    }
}
