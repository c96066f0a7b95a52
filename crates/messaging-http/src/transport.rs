use bytes::Bytes;
use messaging_core::Reached;
use tower::util::BoxCloneSyncService;

/// A function from request to response: a [`client`](crate::client) in production, an emulator in the simulated world.
pub type Transport = BoxCloneSyncService<http::Request<Bytes>, http::Response<Bytes>, TransportError>;

/// No response came back.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct TransportError {
    /// How far the request got; never [`Reached::Answered`].
    pub reached: Reached,
    /// Whether time ran out.
    pub timed_out: bool,
    /// For people. Holds no URL, because some URLs are secrets.
    pub message: String,
}

impl TransportError {
    /// Failed before the first byte left.
    #[must_use]
    pub fn not_sent(message: impl Into<String>) -> Self {
        Self { reached: Reached::NotSent, timed_out: false, message: message.into() }
    }

    /// Failed after bytes may have left.
    #[must_use]
    pub fn maybe_sent(message: impl Into<String>) -> Self {
        Self { reached: Reached::MaybeSent, timed_out: false, message: message.into() }
    }

    /// Says that it failed because time ran out.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timed_out = true;
        self
    }
}
