//! One error for the whole stack: a stable kind to match on, a source to read.

use std::{fmt, time::Duration};

use serde::{Deserialize, Serialize};

use crate::verb::Verb;

/// A result whose error is [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Any error a middleware may produce.
pub type BoxError = tower::BoxError;

/// What went wrong, in words a caller can act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The provider cannot do this at all.
    Unsupported,
    /// The request can never succeed as written.
    Invalid,
    /// The settings are missing or wrong.
    Config,
    /// The credentials were refused.
    Unauthorized,
    /// The thing named does not exist.
    NotFound,
    /// Too many requests; see [`Error::retry_after`].
    RateLimited,
    /// The provider is down or unreachable.
    Unavailable,
    /// No answer in time; the request may have taken effect.
    Timeout,
    /// The person wants no more of it: what is under way ends there, and is no failure.
    Stopped,
    /// A middleware failed.
    Middleware,
    /// Anything else.
    Unexpected,
}

impl ErrorKind {
    /// Names it in a word, as logs, spans and metrics do: `rate_limited`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unsupported => "unsupported",
            Self::Invalid => "invalid",
            Self::Config => "config",
            Self::Unauthorized => "unauthorized",
            Self::NotFound => "not_found",
            Self::RateLimited => "rate_limited",
            Self::Unavailable => "unavailable",
            Self::Timeout => "timeout",
            Self::Stopped => "stopped",
            Self::Middleware => "middleware",
            Self::Unexpected => "unexpected",
        }
    }
}

/// How far a failed request got: the one fact a sender of messages needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reached {
    /// It never left this process: repeating it cannot duplicate it.
    NotSent,
    /// It may have taken effect: find out before repeating it.
    MaybeSent,
    /// The provider answered that it did nothing.
    Answered,
}

/// The only error type this workspace returns.
pub struct Error(Box<Inner>);

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(provider) = self.0.provider {
            write!(f, "{provider}: ")?;
        }
        if let Some(verb) = self.0.verb {
            write!(f, "{}: ", verb.name())?;
        }
        f.write_str(&self.0.message)
    }
}

struct Inner {
    kind: ErrorKind,
    message: String,
    provider: Option<&'static str>,
    verb: Option<Verb>,
    retry_after: Option<Duration>,
    reached: Reached,
    vendor: Option<VendorError>,
    source: Option<BoxError>,
}

/// What the vendor itself said was wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VendorError {
    /// The vendor's code: `21211`, `channel_not_found`.
    pub code: String,
    /// The vendor's words.
    pub message: String,
    /// The vendor's page about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
    /// The HTTP status it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The vendor's name for the request, for its support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl VendorError {
    /// A code and what it says.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), docs: None, status: None, request_id: None }
    }

    /// Adds the vendor's page about it.
    #[must_use]
    pub fn with_docs(mut self, url: impl Into<String>) -> Self {
        self.docs = Some(url.into());
        self
    }

    /// Adds the HTTP status it came with.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds the vendor's name for the request.
    #[must_use]
    pub fn with_request_id(mut self, id: impl Into<String>) -> Self {
        self.request_id = Some(id.into());
        self
    }
}

impl Error {
    /// An error of `kind` with a message for people.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            provider: None,
            verb: None,
            retry_after: None,
            reached: match kind {
                ErrorKind::Unavailable | ErrorKind::Timeout | ErrorKind::Middleware | ErrorKind::Unexpected => {
                    Reached::MaybeSent
                }
                ErrorKind::Unauthorized | ErrorKind::NotFound | ErrorKind::RateLimited | ErrorKind::Stopped => {
                    Reached::Answered
                }
                ErrorKind::Unsupported | ErrorKind::Invalid | ErrorKind::Config => Reached::NotSent,
            },
            vendor: None,
            source: None,
        }))
    }

    /// Attaches what the vendor said.
    #[must_use]
    pub fn with_vendor(mut self, vendor: VendorError) -> Self {
        self.0.vendor = Some(vendor);
        self
    }

    /// Attaches the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Attaches the provider's own advice on when to come back.
    #[must_use]
    pub fn with_retry_after(mut self, after: Duration) -> Self {
        self.0.retry_after = Some(after);
        self
    }

    /// States that the request never left this process, so repeating it cannot duplicate it.
    #[must_use]
    pub fn not_sent(mut self) -> Self {
        self.0.reached = Reached::NotSent;
        self
    }

    /// States how far the request got, where the kind alone says too little.
    #[must_use]
    pub fn with_reached(mut self, reached: Reached) -> Self {
        self.0.reached = reached;
        self
    }

    /// Says where it happened, unless that is known already.
    #[must_use]
    pub fn at(mut self, provider: &'static str, verb: Verb) -> Self {
        self.0.provider.get_or_insert(provider);
        self.0.verb.get_or_insert(verb);
        self
    }

    /// The kind to match on.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// How long the provider asked us to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether the same request might succeed later.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self.0.kind, ErrorKind::RateLimited | ErrorKind::Unavailable | ErrorKind::Timeout)
    }

    /// What the vendor said, if it said anything.
    #[must_use]
    pub fn vendor(&self) -> Option<&VendorError> {
        self.0.vendor.as_ref()
    }

    /// How far the request got.
    #[must_use]
    pub fn reached(&self) -> Reached {
        self.0.reached
    }

    /// Whether the request may already have taken effect.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        self.0.reached == Reached::MaybeSent
    }

    /// Recovers an [`Error`] from whatever the tower stack returned.
    #[must_use]
    pub fn from_stack(error: BoxError) -> Self {
        match error.downcast::<Self>() {
            Ok(error) => *error,
            Err(error) => Self::new(ErrorKind::Middleware, error.to_string()).with_source(error),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("provider", &self.0.provider)
            .field("verb", &self.0.verb)
            .field("message", &self.0.message)
            .field("reached", &self.0.reached)
            .field("retry_after", &self.0.retry_after)
            .field("vendor", &self.0.vendor)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}
