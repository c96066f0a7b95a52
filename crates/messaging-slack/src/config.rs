//! What an account in Slack is told.

use std::collections::BTreeMap;

use messaging_core::{Error, ErrorKind, Result, Secret, Secrets};
use serde::{Deserialize, Deserializer, de};

use crate::{
    AllowedBots,
    oauth::{OAuthApp, Scopes, Tenants},
    rate_limits,
};

/// Settings of [`Slack`](crate::Slack). The secrets are on the app's pages: *Basic Information* and *OAuth & Permissions*.
///
/// <https://docs.slack.dev/authentication/tokens>
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SlackConfig {
    /// Bot User OAuth Token, `xoxb-…`. An account that posts through an incoming webhook and does nothing else has none,
    /// nor has an app that workspaces install by themselves.
    #[serde(default)]
    pub bot_token: Option<Secret>,
    /// Signing secret, by which webhooks are believed; a list while it is being rotated. Whoever has a bot token and no
    /// `app_token` needs it.
    #[serde(default)]
    pub signing_secret: Option<Secrets>,
    /// App-level token with the scope `connections:write`, `xapp-…`: events come in Socket Mode, over connections that
    /// we open, and no public URL is needed. <https://docs.slack.dev/apis/events-api/using-socket-mode>
    #[serde(default)]
    pub app_token: Option<Secret>,
    /// Incoming webhook, `https://hooks.slack.com/services/…`: where `webhook:{name}` posts to. Whoever knows it may post.
    #[serde(default)]
    pub webhook_url: Option<Secret>,
    /// Host to call instead of `https://slack.com`, without `/api`: `https://slack-gov.com`, an emulator, a proxy.
    #[serde(default)]
    pub base_url: Option<String>,
    /// Whom the bot answers in channels.
    #[serde(default)]
    pub answer: Answer,
    /// Bots that are answered as people are; messages of all others are passed over.
    #[serde(default)]
    pub allowed_bots: AllowedBots,
    /// How many calls a minute Slack takes, where the operator knows better than its tiers: by method, `channel` for posts
    /// in one channel, `posts` for posts in one workspace. `conversations.history` is 1 for some apps.
    #[serde(default)]
    pub rate_limits: BTreeMap<String, f64>,
    /// Whether the app is distributed outside of Slack's Marketplace: then Slack tells one page of 15 messages a minute
    /// of what was said. <https://docs.slack.dev/changelog/2025/05/29/tos-updates>
    #[serde(default, deserialize_with = "flag")]
    pub restricted_history: bool,
    /// Whether posts carry a `client_msg_id` made of our id for the send, so that a workspace that looks at it drops a copy.
    /// Slack documents it for no method: off unless told otherwise, and unproven.
    #[serde(default, deserialize_with = "flag")]
    pub client_msg_id: bool,
    /// Client ID of the app. With it, people install the app in their workspaces by themselves, at `/{account}/install`.
    #[serde(default)]
    pub client_id: Option<String>,
    /// Client Secret of the app.
    #[serde(default)]
    pub client_secret: Option<Secret>,
    /// What to ask for when the app is installed; what answering people takes unless told otherwise.
    #[serde(default)]
    pub(crate) scopes: Option<Scopes>,
    /// Whom installations belong to.
    #[serde(default)]
    pub tenants: Tenants,
    /// Whether calls of this account are counted.
    #[serde(default = "yes", deserialize_with = "flag")]
    pub enable_metrics: bool,
}

/// Whom the bot answers in channels. In direct messages it answers everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Answer {
    /// Whoever mentions it, and whoever writes in a thread where it was mentioned.
    #[default]
    Addressed,
    /// Everybody: every message that a person writes counts as written to the bot.
    Everything,
}

impl SlackConfig {
    /// Settings with a token and a signing secret, and the defaults for the rest.
    pub fn new(bot_token: impl Into<String>, signing_secret: &str) -> Self {
        Self { bot_token: Some(Secret::new(bot_token)), signing_secret: Some(signing_secret.into()), ..Self::empty() }
    }

    /// Settings with a bot token and an app-level token, for Socket Mode, and the defaults for the rest.
    pub fn socket_mode(bot_token: impl Into<String>, app_token: impl Into<String>) -> Self {
        let (bot_token, app_token) = (Some(Secret::new(bot_token)), Some(Secret::new(app_token)));
        Self { bot_token, app_token, ..Self::empty() }
    }

    /// Settings of an app that workspaces install by themselves, and the defaults for the rest.
    pub fn installable(client_id: impl Into<String>, client_secret: impl Into<String>, signing_secret: &str) -> Self {
        let (client_id, client_secret) = (Some(client_id.into()), Some(Secret::new(client_secret)));
        Self { client_id, client_secret, signing_secret: Some(signing_secret.into()), ..Self::empty() }
    }

    /// Settings of an account that posts through an incoming webhook and does nothing else.
    ///
    /// <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>
    pub fn webhook(url: impl Into<String>) -> Self {
        Self { webhook_url: Some(Secret::new(url)), ..Self::empty() }
    }

    fn empty() -> Self {
        Self {
            bot_token: None,
            signing_secret: None,
            app_token: None,
            webhook_url: None,
            base_url: None,
            answer: Answer::default(),
            allowed_bots: AllowedBots::default(),
            rate_limits: BTreeMap::new(),
            restricted_history: false,
            client_msg_id: false,
            client_id: None,
            client_secret: None,
            scopes: None,
            tenants: Tenants::default(),
            enable_metrics: true,
        }
    }

    /// Adds an incoming webhook to an account with a token.
    #[must_use]
    pub fn with_webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(Secret::new(url));
        self
    }

    /// Calls another host, given without `/api`.
    #[must_use]
    pub fn with_base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Says whom installations belong to.
    #[must_use]
    pub fn owned_by(mut self, tenants: Tenants) -> Self {
        self.tenants = tenants;
        self
    }

    /// Names posts by a `client_msg_id`, which no page of Slack's documents.
    #[must_use]
    pub fn with_client_msg_id(mut self) -> Self {
        self.client_msg_id = true;
        self
    }

    /// Says whom the bot answers in channels.
    #[must_use]
    pub fn answering(mut self, answer: Answer) -> Self {
        self.answer = answer;
        self
    }

    /// Answers these bots, by `B…`, `A…` or `U…`, as people are answered.
    #[must_use]
    pub fn allowing_bots(mut self, bots: AllowedBots) -> Self {
        self.allowed_bots = bots;
        self
    }

    /// Refuses settings that can never work, naming the key and its environment variable. Returns the app that
    /// workspaces install, if this is one.
    pub(crate) fn check(&self) -> Result<Option<OAuthApp>> {
        let refuse = |message: &str| Err(Error::new(ErrorKind::Config, message));
        let (id, secret) = (self.client_id.as_deref(), self.client_secret.as_ref());
        let app = OAuthApp::of(id, secret, self.scopes.as_ref(), self.tenants)?;
        if let Some(url) = &self.webhook_url
            && !is_webhook(url.expose().trim())
        {
            return refuse(
                "`webhook_url` (SLACK_WEBHOOK_URL) is no https URL: copy it from the app's page Incoming Webhooks, \
                 `https://hooks.slack.com/services/…`",
            );
        }
        let Some(token) = self
            .bot_token
            .as_ref()
            .map(|token| token.expose().trim())
            // The app's installations bring their own.
            .or_else(|| app.is_some().then_some("xoxb-"))
        else {
            return match (&self.webhook_url, &self.signing_secret) {
                (Some(_), None) if self.app_token.is_none() => Ok(None),
                (Some(_), _) => refuse(
                    "`bot_token` (SLACK_BOT_TOKEN) is missing, and events cannot be answered without it: set it, or leave \
                     `signing_secret` (SLACK_SIGNING_SECRET) and `app_token` (SLACK_APP_TOKEN) out of an account that has an incoming webhook only",
                ),
                (None, _) => refuse(
                    "`bot_token` (SLACK_BOT_TOKEN) is missing: set it to the Bot User OAuth Token, `xoxb-…`; an account \
                     that only posts may have a `webhook_url` (SLACK_WEBHOOK_URL) instead, and an app that workspaces \
                     install by themselves a `client_id` (SLACK_CLIENT_ID)",
                ),
            };
        };
        if token.is_empty() {
            return refuse("`bot_token` (SLACK_BOT_TOKEN) is blank: set it to the Bot User OAuth Token, `xoxb-…`");
        }
        if token.starts_with("xapp-") {
            return refuse(
                "`bot_token` (SLACK_BOT_TOKEN) is an app-level token: set it to the Bot User OAuth Token, `xoxb-…`",
            );
        }
        if let Some(why) = self.app_token.as_ref().and_then(|token| no_app_token(token.expose().trim())) {
            return refuse(why);
        }
        match &self.signing_secret {
            Some(secrets) if secrets.is_blank() => refuse(
                "`signing_secret` (SLACK_SIGNING_SECRET) is blank: set it to the Signing Secret of the app's page \
                 Basic Information",
            ),
            Some(secrets) if secrets.iter().any(|secret| is_token(secret.expose().trim())) => refuse(
                "`signing_secret` (SLACK_SIGNING_SECRET) is a token: set it to the Signing Secret of the app's page \
                 Basic Information; an app-level token is `app_token` (SLACK_APP_TOKEN)",
            ),
            None if self.app_token.is_none() => refuse(
                "`signing_secret` (SLACK_SIGNING_SECRET) is missing: set it to the Signing Secret of the app's page \
                 Basic Information; or set `app_token` (SLACK_APP_TOKEN), `xapp-…`, for Socket Mode",
            ),
            _ => Ok(None),
        }?;
        rate_limits::check(&self.rate_limits)?;
        Ok(app)
    }
}

fn is_token(text: &str) -> bool {
    text.starts_with("xoxb-") || text.starts_with("xapp-")
}

/// Why a text is no app-level token.
fn no_app_token(token: &str) -> Option<&'static str> {
    if token.starts_with("xoxb-") {
        return Some(
            "`app_token` (SLACK_APP_TOKEN) is a bot token: set it to the app-level token, `xapp-…`, of the app's page \
             Basic Information",
        );
    }
    let is_one = token.starts_with("xapp-") && token.bytes().all(|byte| byte.is_ascii_graphic());
    (!is_one).then_some(
        "`app_token` (SLACK_APP_TOKEN) is no app-level token: create one with the scope `connections:write` on the \
         app's page Basic Information, it begins with `xapp-`",
    )
}

/// Whether a URL can be posted to: over TLS, or on this machine.
fn is_webhook(url: &str) -> bool {
    let Ok(uri) = url.parse::<http::Uri>() else { return false };
    let Some(host) = uri.host() else { return false };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_here = host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    match uri.scheme_str() {
        Some("https") => true,
        Some("http") => is_here,
        _ => false,
    }
}

fn yes() -> bool {
    true
}

/// Reads a boolean, or the word for one, because an environment variable is text.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Bool(bool),
        Word(String),
    }
    match Written::deserialize(deserializer)? {
        Written::Bool(flag) => Ok(flag),
        Written::Word(word) => word.trim().parse().map_err(|_| de::Error::custom("neither true nor false")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(more: &Value) -> Result<SlackConfig, serde_json::Error> {
        let mut settings = json!({ "bot_token": "xoxb-canary", "signing_secret": ["canary1", "canary2"] });
        let fields = settings.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        serde_json::from_value(settings)
    }

    #[test]
    fn defaults_and_words_are_read() {
        let config = read(&json!({})).unwrap();
        assert_eq!((config.answer, config.enable_metrics), (Answer::Addressed, true));
        assert!(!config.client_msg_id, "what no page documents is sent to nobody unasked");
        assert!(read(&json!({ "client_msg_id": "true" })).unwrap().client_msg_id);
        let config = read(&json!({ "answer": "everything", "enable_metrics": "false" })).unwrap();
        assert_eq!((config.answer, config.enable_metrics), (Answer::Everything, false));
        assert_eq!(config.signing_secret.unwrap().iter().count(), 2);
        for wrong in [json!({ "answer": "nobody" }), json!({ "enable_metrics": "maybe" }), json!({ "tokne": "x" })] {
            assert!(read(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn secrets_are_not_shown() {
        let config = read(&json!({ "webhook_url": "https://hooks.test/canary" })).unwrap();
        assert!(!format!("{config:?}").contains("canary"));
    }

    #[test]
    fn an_incoming_webhook_needs_nothing_else() {
        for url in ["https://hooks.slack.com/services/T/B/x", "http://127.0.0.1:7403/services/T/B/x", "http://[::1]/x"]
        {
            SlackConfig::webhook(url).check().unwrap();
        }
        for url in ["", " ", "http://hooks.slack.com/x", "hooks.slack.com/x", "ftp://x.test/", "/x"] {
            let error = SlackConfig::webhook(url).check().unwrap_err().to_string();
            assert!(error.contains("SLACK_WEBHOOK_URL"), "{url}: {error}");
        }
        let neither = SlackConfig::empty().check().unwrap_err().to_string();
        assert!(neither.contains("SLACK_BOT_TOKEN") && neither.contains("SLACK_WEBHOOK_URL"), "{neither}");
        let mut half = SlackConfig::webhook("https://hooks.slack.com/services/T/B/x");
        half.signing_secret = Some("s".into());
        assert!(half.check().unwrap_err().to_string().contains("SLACK_BOT_TOKEN"));
    }

    #[test]
    fn blank_secrets_are_refused_with_key_and_variable() {
        for (token, secret, key, variable) in [
            (" ", "s", "bot_token", "SLACK_BOT_TOKEN"),
            ("xapp-1-A1", "s", "bot_token", "SLACK_BOT_TOKEN"),
            ("xoxb-1", "", "signing_secret", "SLACK_SIGNING_SECRET"),
        ] {
            let error = SlackConfig::new(token, secret).check().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(error.to_string().contains(key) && error.to_string().contains(variable), "{error}");
        }
    }

    #[test]
    fn an_app_token_chooses_socket_mode_and_mixed_up_tokens_are_named() {
        SlackConfig::socket_mode("xoxb-1", "xapp-1-A1").check().unwrap();
        let read = |settings| serde_json::from_value::<SlackConfig>(settings).unwrap();
        read(json!({ "bot_token": "xoxb-1", "app_token": "xapp-1" })).check().unwrap();
        let refusals = [
            (read(json!({ "bot_token": "xoxb-1" })), "`signing_secret` (SLACK_SIGNING_SECRET) is missing"),
            (read(json!({ "app_token": "xapp-1" })), "`bot_token` (SLACK_BOT_TOKEN) is missing"),
            (SlackConfig::new("xoxb-1", "xapp-1"), "`app_token` (SLACK_APP_TOKEN)"),
            (SlackConfig::socket_mode("xoxb-1", "xoxb-1"), "is a bot token"),
            (SlackConfig::socket_mode("xoxb-1", "8f742231"), "begins with `xapp-`"),
            (SlackConfig::socket_mode("xoxb-1", "xapp-1\u{e9}"), "is no app-level token"),
            (SlackConfig::socket_mode("xapp-1", "xapp-1"), "bot_token"),
        ];
        for (config, words) in refusals {
            let error = config.check().unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}
