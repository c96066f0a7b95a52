use http::StatusCode;

/// Why a request's body did not arrive whole.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BodyError {
    /// It is larger than the limit.
    #[error("the body is larger than {0} bytes")]
    TooLarge(usize),
    /// It did not arrive in time.
    #[error("the body did not arrive in time")]
    TimedOut,
    /// Too many bytes of other bodies are on their way in; it may be sent again.
    #[error("too many requests are on their way in; come back")]
    Crowded,
    /// The connection broke, or the body is not framed as HTTP says.
    #[error("the body is broken: {0}")]
    Broken(#[source] messaging_core::BoxError),
}

impl BodyError {
    /// Returns what its sender is told: 413, 408, 503 or 400.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TimedOut => StatusCode::REQUEST_TIMEOUT,
            Self::Crowded => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::BAD_REQUEST,
        }
    }
}
