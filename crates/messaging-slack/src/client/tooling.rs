//! Tokens of app configuration.

use messaging_core::{Result, Secret};
use serde_json::{Map, Value};

use super::{Call, Credentials, Seconds, macros::answer};

answer! {
    /// A token of app configuration.
    Rotated {
        token: Secret = "The token, `xoxe.xoxp-…`.",
        refresh_token: Secret = "What the next one is got with, once.",
        team_id: String = "The workspace.",
        user_id: String = "Whose it is.",
        iat: Seconds = "When it was made.",
        exp: Seconds = "When it is over.",
    }
}

/// Gets another token of app configuration.
///
/// <https://docs.slack.dev/reference/methods/tooling.tokens.rotate>
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TokensRotate {
    /// The refresh token, good once.
    pub refresh_token: Secret,
}

impl TokensRotate {
    /// Gets one for this refresh token.
    #[must_use]
    pub fn new(refresh_token: Secret) -> Self {
        Self { refresh_token }
    }
}

impl Call for TokensRotate {
    type Output = Rotated;
    const METHOD: &'static str = "tooling.tokens.rotate";

    fn arguments(&self) -> Result<Map<String, Value>> {
        Ok(Map::from_iter([("refresh_token".to_owned(), self.refresh_token.expose().into())]))
    }

    fn credentials(&self) -> Credentials<'_> {
        Credentials::Nobody
    }
}
