use bytes::Bytes;

/// One frame of a conversation, as WebSocket has them (RFC 6455 §5).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Frame {
    /// Words.
    Text(String),
    /// Bytes.
    Binary(Bytes),
    /// "Are you there?" A [`Duplex`](crate::duplex::Duplex) answers it by itself, and shows it.
    Ping(Bytes),
    /// "I am."
    Pong(Bytes),
    /// The other end ends the conversation, perhaps with a reason.
    Close(Option<Close>),
}

/// Why a conversation ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    /// A status code, such as 1000 for "done" (RFC 6455 §7.4).
    pub code: u16,
    /// For people; at most 123 bytes are carried.
    pub reason: String,
}

impl Frame {
    /// Says that everything has been said: a close with the code 1000.
    #[must_use]
    pub fn done() -> Self {
        Self::Close(Some(Close { code: 1000, reason: String::new() }))
    }
}
