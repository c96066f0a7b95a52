use async_trait::async_trait;
use bytes::Bytes;

/// One frame of a live connection, as WebSocket has them (RFC 6455 §5); there are no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Words.
    Text(String),
    /// Bytes.
    Binary(Bytes),
    /// "Are you there?" A [`Line`] answers it by itself, and shows it.
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

/// One end of a live connection. Dropping it ends the connection.
#[async_trait]
pub trait Line: Send {
    /// Sends one frame, once there is room for it; false once the other end is gone.
    ///
    /// True does not say that the other end has read it.
    async fn send(&mut self, frame: Frame) -> bool;

    /// Receives the next frame; none once the other end is gone.
    ///
    /// Loses nothing if it is dropped while it waits. A ping is answered before it is returned.
    async fn receive(&mut self) -> Option<Frame>;
}
