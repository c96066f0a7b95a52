use crate::{Place, id::MessageId};

/// React to a message. Reacting twice is the same as once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddReaction {
    /// Where it was posted.
    pub conversation: Place,
    /// Which message.
    pub id: MessageId,
    /// The reaction's name in the provider's words, without colons: `thumbsup`.
    pub name: String,
}

/// Take a reaction of ours back. Taking back what is not there is no error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveReaction {
    /// Where it was posted.
    pub conversation: Place,
    /// Which message.
    pub id: MessageId,
    /// The reaction's name in the provider's words, without colons: `thumbsup`.
    pub name: String,
}

impl AddReaction {
    /// Reacts with `name` to the message `id`.
    pub fn new(conversation: Place, id: impl Into<MessageId>, name: impl Into<String>) -> Self {
        Self { conversation, id: id.into(), name: name.into() }
    }
}

impl RemoveReaction {
    /// Takes `name` back from the message `id`.
    pub fn new(conversation: Place, id: impl Into<MessageId>, name: impl Into<String>) -> Self {
        Self { conversation, id: id.into(), name: name.into() }
    }
}
