//! Who may have an access token.

mod issuer;
mod keys;
mod settings;
mod shared_secret;

use std::{fmt::Debug, time::SystemTime};

use async_trait::async_trait;
use http::HeaderMap;

pub(crate) use self::settings::{Tokens, authenticators};

/// Tells who asks for an access token: a session cookie, an API key, whatever the application has.
#[async_trait]
pub trait TokenAuthenticator: Debug + Send + Sync {
    /// Reads the caller off the headers of a request; none if they say nothing this authenticator understands.
    ///
    /// # Errors
    /// [`Refusal`]: the caller must not have a token, or nobody can tell at the moment.
    async fn authenticate(&self, headers: &HeaderMap, now: SystemTime) -> Result<Option<Authenticated>, Refusal>;
}

/// A caller that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Authenticated {
    /// The only identity the caller may have a token for; none for a caller that may ask for any, such as the
    /// application's own server.
    pub identity: Option<String>,
}

impl Authenticated {
    /// Somebody who may have a token for their own identity only.
    pub fn as_identity(identity: impl Into<String>) -> Self {
        Self { identity: Some(identity.into()) }
    }

    /// Somebody who may have a token for any identity.
    #[must_use]
    pub fn as_anybody() -> Self {
        Self { identity: None }
    }
}

/// Why a caller gets no token.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// Their proof is false or stale: 401.
    Unauthorized,
    /// It cannot be checked now, for the log: 503.
    Unavailable(String),
}

/// The credentials of `Authorization: Bearer …`, if there is one such header and no other.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(http::header::AUTHORIZATION).iter();
    let (only, None) = (values.next()?, values.next()) else { return None };
    let (scheme, credentials) = only.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| credentials.trim()).filter(|credentials| !credentials.is_empty())
}
