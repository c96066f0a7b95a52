use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Content;
use crate::{Place, id::MessageId};

/// Post a message to a conversation.
///
/// `Debug` names the attributes and does not show them: one may be an address that whoever knows it may write to.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SendMessage {
    /// Where the message goes.
    pub to: Place,
    /// What it carries.
    pub content: Content,
    /// Replies inside the thread rooted at this message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<MessageId>,
    /// Who it is from, where the provider lets us say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The application's own data, where the provider keeps some.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attributes: Map<String, Value>,
}

impl SendMessage {
    /// A message to `to`.
    pub fn new(to: Place, content: impl Into<Content>) -> Self {
        Self { to, content: content.into(), thread: None, author: None, attributes: Map::new() }
    }

    /// Places the message in a thread.
    #[must_use]
    pub fn in_thread(mut self, root: impl Into<MessageId>) -> Self {
        self.thread = Some(root.into());
        self
    }

    /// Says who it is from.
    #[must_use]
    pub fn by(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// Sends the application's own data along.
    #[must_use]
    pub fn with_attributes(mut self, attributes: Map<String, Value>) -> Self {
        self.attributes = attributes;
        self
    }
}

impl fmt::Debug for SendMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { to, content, thread, author, attributes } = self;
        let names: Vec<_> = attributes.keys().collect();
        let mut shown = f.debug_struct("SendMessage");
        shown.field("to", to).field("content", content).field("thread", thread).field("author", author);
        shown.field("attributes", &names).finish()
    }
}

/// Proof that the provider accepted a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Receipt {
    /// The provider's names for it, in order; a provider may have made several messages of one.
    pub parts: Vec<MessageId>,
}

impl Receipt {
    /// One message was accepted.
    pub fn of(id: impl Into<MessageId>) -> Self {
        Self { parts: vec![id.into()] }
    }

    /// Nothing is there: what was asked for leaves no message.
    #[must_use]
    pub fn of_none() -> Self {
        Self { parts: Vec::new() }
    }

    /// Returns the first part's id.
    #[must_use]
    pub fn id(&self) -> Option<&MessageId> {
        self.parts.first()
    }
}

/// Replace the text of a message.
#[derive(Clone, Debug)]
pub struct EditMessage {
    /// Where it was posted.
    pub conversation: Place,
    /// Which message.
    pub id: MessageId,
    /// The new content.
    pub content: Content,
}
