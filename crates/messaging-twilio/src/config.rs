use std::{collections::BTreeMap, fmt, time::Duration};

use messaging_core::{Secret, Secrets, duration};
use serde::{Deserialize, Deserializer, de};

use crate::{Inbound, Replies, WindowTemplate, replies::USUAL_WAIT};

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
    /// By which way a number's messages are answered, `messaging` unless told otherwise. Written as `"conversations"` or `"both"`, as a
    /// list with `"+15550100001=conversations"`, or as a table of numbers.
    #[serde(default, deserialize_with = "crate::inbound::read")]
    pub inbound: Inbound,
    /// How replies to a text leave, `rest` unless told otherwise.
    #[serde(default)]
    pub replies: Replies,
    /// How long a text's webhook waits for replies that leave in its answer, 12 s unless told otherwise; below 15 s, after
    /// which Twilio is gone. Written as seconds or as `"12s"`.
    #[serde(default = "usual_wait", deserialize_with = "duration::one")]
    pub reply_wait: Duration,
    /// The role SIDs (`RL…`) that the application's own words for roles stand for: `{ expert = "RL…" }`. Goes before the
    /// four settings below.
    #[serde(default)]
    pub roles: BTreeMap<String, String>,
    /// What `admin` is for a user, in the whole service, `RL…`.
    #[serde(default)]
    pub service_admin_role: Option<String>,
    /// What `user` is for a user, in the whole service, `RL…`.
    #[serde(default)]
    pub service_user_role: Option<String>,
    /// What `admin` is for a participant, in one conversation, `RL…`.
    #[serde(default)]
    pub channel_admin_role: Option<String>,
    /// What `user` is for a participant, in one conversation, `RL…`.
    #[serde(default)]
    pub channel_user_role: Option<String>,
    /// The secret by which the application's own server asks `POST /{account}/token` for access tokens, as
    /// `Authorization: Bearer …`; 16 characters at least. A list rotates.
    #[serde(default)]
    pub token_secret: Option<Secrets>,
    /// Whose JWTs let a person ask for an access token of their own: an `OpenID` Connect issuer, as its tokens' `iss`.
    #[serde(default)]
    pub token_issuer: Option<String>,
    /// The `aud` that those JWTs must name; without it only those that name none are believed.
    #[serde(default)]
    pub token_audience: Option<String>,
    /// Where the issuer's public keys are; where its `/.well-known/openid-configuration` says unless told otherwise.
    #[serde(default)]
    pub token_jwks_url: Option<String>,
    /// How long an access token holds; an hour unless told otherwise, 24 hours at most.
    #[serde(default = "hour", deserialize_with = "duration::one")]
    pub token_ttl: Duration,
    /// The TwiML application, `AP…`, that access tokens let people call through.
    #[serde(default)]
    pub token_voice_application_sid: Option<String>,
    /// The Sync service, `IS…` or `default`, that access tokens open.
    #[serde(default)]
    pub token_sync_service_sid: Option<String>,
    /// Whether access tokens let people into video rooms; not unless told otherwise.
    #[serde(default, deserialize_with = "flag")]
    pub token_video: bool,
    /// Origins, besides the gateway's own, whose pages may ask for an access token: `https://app.example.com`.
    #[serde(default)]
    pub token_allowed_origins: Vec<String>,
    /// Templates for messages with buttons on WhatsApp, by how many buttons they have: `{ 2 = "HX…", 3 = "HX…" }`. In each,
    /// `{{1}}` is the text and `{{2}}` and so on are the titles. Without one, choices are numbered lines.
    #[serde(default, deserialize_with = "crate::templates::read")]
    pub quick_replies: BTreeMap<usize, String>,
    /// The template that stands in for a text once a person's 24 hours on WhatsApp have ended; without one, such a text is
    /// refused.
    #[serde(default)]
    pub window_template: Option<WindowTemplate>,
    /// How many messages a second a sender of ours may start, where that is not what its kind usually may:
    /// `{ "+15550100001" = 10 }`; also for a Messaging Service, `MG…`.
    #[serde(default)]
    pub sender_rates: BTreeMap<String, f64>,
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
            inbound: Inbound::default(),
            replies: Replies::default(),
            reply_wait: USUAL_WAIT,
            roles: BTreeMap::new(),
            service_admin_role: None,
            service_user_role: None,
            channel_admin_role: None,
            channel_user_role: None,
            token_secret: None,
            token_issuer: None,
            token_audience: None,
            token_jwks_url: None,
            token_ttl: hour(),
            token_voice_application_sid: None,
            token_sync_service_sid: None,
            token_video: false,
            token_allowed_origins: Vec::new(),
            quick_replies: BTreeMap::new(),
            window_template: None,
            sender_rates: BTreeMap::new(),
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

const fn hour() -> Duration {
    Duration::from_secs(3_600)
}

const fn usual_wait() -> Duration {
    USUAL_WAIT
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
