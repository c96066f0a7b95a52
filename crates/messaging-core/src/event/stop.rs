use serde::{Deserialize, Serialize};

use crate::{id::MessageId, message::Author};

/// A person's wish that an answer goes on no further. What is shown of it stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stop {
    /// Who.
    pub author: Author,
    /// The messages that were being written, where the platform says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<MessageId>,
    /// The message whose answer it is about; every answer of the conversation if none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_to: Option<MessageId>,
}

impl Stop {
    /// `author` wants no more of `messages`.
    #[must_use]
    pub fn new(author: Author, messages: Vec<MessageId>) -> Self {
        Self { author, messages, answer_to: None }
    }

    /// Says that it is about the answer to `message` only.
    #[must_use]
    pub fn of_answer_to(mut self, message: impl Into<MessageId>) -> Self {
        self.answer_to = Some(message.into());
        self
    }
}
