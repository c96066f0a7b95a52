use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    id::MessageId,
    message::{Action, Author},
};

/// Something that a person did with what they were shown: a button, a menu, a form, a shortcut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Interaction {
    /// Who.
    pub author: Author,
    /// What they chose, in order. A form has as many as it has answers; a shortcut has its own name.
    pub choices: Vec<Action>,
    /// The message that it sits on, if it sits on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// The message whose thread it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<MessageId>,
    /// The vendor's own data, such as the names of the block and of the element.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attributes: Map<String, Value>,
}

impl Interaction {
    /// `author` chose `choices`.
    #[must_use]
    pub fn new(author: Author, choices: Vec<Action>) -> Self {
        Self { author, choices, message: None, thread: None, attributes: Map::new() }
    }

    /// Says on which message it sits.
    #[must_use]
    pub fn on(mut self, message: impl Into<MessageId>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Says in whose thread it is.
    #[must_use]
    pub fn in_thread(mut self, root: impl Into<MessageId>) -> Self {
        self.thread = Some(root.into());
        self
    }

    /// Keeps the vendor's own data.
    #[must_use]
    pub fn with_attributes(mut self, attributes: Map<String, Value>) -> Self {
        self.attributes = attributes;
        self
    }
}
