use std::{collections::BTreeMap, fmt};

use messaging_core::{Secret, Secrets};
use serde::{Deserialize, Deserializer, de};

/// Settings of [`Twilio`](crate::Twilio), as written in an account's table of `messaging.toml` or in `TWILIO_…` variables.
///
/// A blank value counts as absent.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TwilioConfig {
    /// The account, `AC…`.
    pub account_sid: String,
    /// The account's auth token: it signs webhooks, and REST calls where there is no API key. A list rotates: all are
    /// believed, the first one is used.
    pub auth_token: Secrets,
    /// An API key, `SK…`, for REST calls.
    #[serde(default)]
    pub api_key: Option<String>,
    /// The API key's secret.
    #[serde(default)]
    pub api_secret: Option<Secret>,
    /// The Conversations service, `IS…`; the account's default service otherwise.
    #[serde(default)]
    pub conversations_service_sid: Option<String>,
    /// The Messaging Service, `MG…`.
    #[serde(default)]
    pub messaging_service_sid: Option<String>,
    /// Our number, `+15550100001`: the proxy of a participant that is added without one.
    #[serde(default)]
    pub phone_number: Option<String>,
    /// The exact public URL Twilio calls: signatures are checked against it, and it is the base of status callbacks.
    #[serde(default)]
    pub webhook_url: Option<String>,
    /// Customer shared keys that sign webhooks instead of the auth token, by the name Twilio gives each in
    /// `X-Twilio-Webhooks-Signature-Settings`; none unless told otherwise. Written as a table of names and secrets, or
    /// as `name=secret`, one a line or in a list.
    #[serde(default, deserialize_with = "crate::signing_keys::read")]
    pub webhook_signing_keys: BTreeMap<String, Secret>,
    /// One base URL for `/2010-04-01/…` and `/v1/…`, such as an emulator's; Twilio's hosts otherwise.
    #[serde(default)]
    pub base_url: Option<String>,
    /// Who our messages in a conversation are from, `assistant` unless told otherwise.
    #[serde(default = "assistant")]
    pub author: String,
    /// Whether this account is measured; true unless told otherwise.
    #[serde(default = "yes", deserialize_with = "flag")]
    pub enable_metrics: bool,
}

impl TwilioConfig {
    /// The settings of an account with nothing but its credentials.
    #[must_use]
    pub fn new(account_sid: impl Into<String>, auth_token: impl Into<Secrets>) -> Self {
        Self {
            account_sid: account_sid.into(),
            auth_token: auth_token.into(),
            api_key: None,
            api_secret: None,
            conversations_service_sid: None,
            messaging_service_sid: None,
            phone_number: None,
            webhook_url: None,
            webhook_signing_keys: BTreeMap::new(),
            base_url: None,
            author: assistant(),
            enable_metrics: true,
        }
    }
}

impl fmt::Debug for TwilioConfig {
    /// Leaves out secrets, and URLs, which may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TwilioConfig")
            .field("account_sid", &self.account_sid)
            .field("conversations_service_sid", &self.conversations_service_sid)
            .field("messaging_service_sid", &self.messaging_service_sid)
            .field("phone_number", &self.phone_number)
            .field("author", &self.author)
            .field("enable_metrics", &self.enable_metrics)
            .finish_non_exhaustive()
    }
}

fn assistant() -> String {
    "assistant".to_owned()
}

const fn yes() -> bool {
    true
}

/// Reads a truth value, also as the text an environment variable is.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    struct Flag;
    impl de::Visitor<'_> for Flag {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("true or false")
        }

        fn visit_bool<E: de::Error>(self, value: bool) -> Result<bool, E> {
            Ok(value)
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<bool, E> {
            value.trim().parse().map_err(|_| E::invalid_value(de::Unexpected::Other("another word"), &self))
        }
    }
    deserializer.deserialize_any(Flag)
}
