use serde::{Deserialize, Serialize};

use crate::{id::MessageId, message::Author};

/// A reaction to a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reaction {
    /// Who.
    pub author: Author,
    /// To which message.
    pub message: MessageId,
    /// What, in the vendor's word: `thumbsup`.
    pub name: String,
}

impl Reaction {
    /// `author` reacts to `message` with `name`.
    pub fn new(author: Author, message: impl Into<MessageId>, name: impl Into<String>) -> Self {
        Self { author, message: message.into(), name: name.into() }
    }
}
