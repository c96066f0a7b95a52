use std::{collections::BTreeMap, time::Duration};

use crate::slack::{SlackEmulator, id::fresh};

/// Least time between two messages through a webhook.
const PACE: Duration = Duration::from_secs(1);

/// Most webhooks that there are.
const MOST_KEPT: usize = 1_000;

/// A URL that posts into one channel.
#[derive(Clone, Debug)]
pub(super) struct Hook {
    pub(super) team: String,
    pub(super) channel: String,
    secret: String,
    last: Option<Duration>,
    /// What every message is refused with.
    error: Option<&'static str>,
}

/// The webhooks that there are, by `B…`.
#[derive(Debug, Default)]
pub(crate) struct Hooks {
    known: BTreeMap<String, Hook>,
}

impl SlackEmulator {
    /// Makes a webhook for a channel, as somebody does who installs the app; returns its URL.
    ///
    /// The URL is a secret. None if there is no such channel.
    #[must_use]
    pub fn add_webhook(&self, channel: &str) -> Option<String> {
        let team = self.home_of(channel)?.team_id.clone();
        let (id, secret) = self.desk().dice(|rng| (fresh(rng, "B", 10), fresh(rng, "", 24)));
        let url = format!("{}/services/{team}/{id}/{secret}", self.settings().base_url.trim_end_matches('/'));
        let hook = Hook { team, channel: channel.to_owned(), secret, last: None, error: None };
        let known = &mut self.app().hooks.known;
        if known.len() >= MOST_KEPT {
            known.pop_first();
        }
        known.insert(id, hook);
        Some(url)
    }

    /// What the app's own pages show: `GET /_emulator/app`, with a webhook for the usual channel.
    pub(crate) fn credentials(&self) -> serde_json::Value {
        let settings = self.settings();
        serde_json::json!({
            "app_id": settings.app_id,
            "app_token": settings.app.app_token,
            "client_id": settings.app.client_id,
            "client_secret": settings.app.client_secret,
            "signing_secret": settings.signing_secret,
            "bot_token": settings.bot_token,
            "webhook_url": self.add_webhook(&settings.channel),
        })
    }

    /// Has a webhook refuse everything with an error of Slack's, such as `no_active_hooks`, `team_disabled`,
    /// `action_prohibited`, `posting_to_general_channel_denied` or `rollup_error`; none makes it work again.
    pub fn set_webhook_error(&self, url: &str, error: Option<&'static str>) {
        let id = url.rsplit('/').nth(1).unwrap_or_default();
        if let Some(hook) = self.app().hooks.known.get_mut(id) {
            hook.error = error;
        }
    }

    /// The webhook at a path; in Slack's words, why there is none.
    pub(super) fn hook(&self, path: &str) -> Result<Hook, &'static str> {
        let mut parts = path.trim_start_matches('/').split('/').skip(1);
        let (team, id, secret) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        if self.state().team(team).is_none() {
            return Err("no_team");
        }
        let now = self.desk().now();
        let is_paced = self.settings().limits.enforced;
        let mut app = self.app();
        let id = id.filter(|id| !id.is_empty()).ok_or("no_service_id")?;
        let hook = app.hooks.known.get_mut(id).filter(|hook| hook.team == team).ok_or("no_service")?;
        if secret != Some(hook.secret.as_str()) {
            return Err("invalid_token");
        }
        if let Some(error) = hook.error {
            return Err(error);
        }
        if is_paced && hook.last.is_some_and(|last| now < last + PACE) {
            return Err("rate_limited");
        }
        hook.last = Some(now);
        Ok(hook.clone())
    }
}
