use crate::Place;

/// Fetch what people call whoever wrote in a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FetchName {
    /// Where they wrote.
    pub conversation: Place,
    /// How the provider names them: [`Author::id`](crate::message::Author::id).
    pub author: String,
}

impl FetchName {
    /// The name of `author`, who wrote in `conversation`.
    pub fn of(conversation: Place, author: impl Into<String>) -> Self {
        Self { conversation, author: author.into() }
    }
}
