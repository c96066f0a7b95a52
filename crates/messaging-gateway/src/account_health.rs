use messaging_core::UnixMillis;
use serde::Serialize;

/// How an account is, for whoever watches: nothing of who it is, and none of the vendor's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AccountHealth {
    /// The account's name.
    pub account: String,
    /// The provider behind it.
    pub provider: &'static str,
    /// How it is.
    pub state: HealthState,
    /// Since when it is like that, as far as this process knows; none if it was never asked.
    #[serde(skip)]
    pub since: Option<UnixMillis>,
    /// When it was asked last.
    #[serde(skip)]
    pub checked: Option<UnixMillis>,
    /// What kind of error it is, where it is one: `unauthorized`, `timeout`; `not_connected` if none of its connections is
    /// in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
}

/// How an account is, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum HealthState {
    /// It was never asked, or its provider has nothing to ask.
    Unchecked,
    /// It passed its last check.
    Ready,
    /// It did not, or nothing can come in.
    Degraded,
}
