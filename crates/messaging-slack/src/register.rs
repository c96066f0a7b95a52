//! Under which name, and with which keys, an application finds this provider.

use messaging_core::{Configure, Result, Setting};
use messaging_http::{ClientSettings, client};

use crate::{Slack, SlackConfig};

impl Configure for SlackConfig {
    const NAME: &'static str = "slack";
    const SETTINGS: &'static [Setting] = &[
        Setting::required("bot_token", "Bot User OAuth Token, `xoxb-…`")
            .env("SLACK_BOT_TOKEN")
            .secret()
            .unless(&["webhook_url", "client_id"]),
        Setting::required("signing_secret", "Signing Secret of the app; a list rotates")
            .env("SLACK_SIGNING_SECRET")
            .secret()
            .unless(&["webhook_url", "app_token"]),
        Setting::optional("app_token", "app-level token, `xapp-…`: events come in Socket Mode, without a public URL")
            .env("SLACK_APP_TOKEN")
            .secret(),
        Setting::optional("webhook_url", "incoming webhook that `webhook:{name}` posts to")
            .env("SLACK_WEBHOOK_URL")
            .secret(),
        Setting::optional("base_url", "host to call instead of https://slack.com, without /api").env("SLACK_BASE_URL"),
        Setting::optional("answer", "whom to answer in channels: `addressed` (default) or `everything`"),
        Setting::optional("allowed_bots", "bots to answer, by their ids, `B…`, `A…` or `U…`; none unless listed"),
        Setting::optional("rate_limits", "calls a minute, where the tiers are wrong: by method, `channel` or `posts`")
            .table(),
        Setting::optional("restricted_history", "true for an app that is distributed outside of Slack's Marketplace"),
        Setting::optional(
            "client_msg_id",
            "true sends an undocumented id by which Slack may drop copies (default false)",
        ),
        Setting::optional("client_id", "Client ID: workspaces install the app by themselves, at /{account}/install")
            .env("SLACK_CLIENT_ID"),
        Setting::optional("client_secret", "Client Secret of the app").env("SLACK_CLIENT_SECRET").secret(),
        Setting::optional("scopes", "what to ask for when the app is installed; by default, what answering takes"),
        Setting::optional("tenants", "whom installations belong to: `one` (default) or each `workspace`"),
        Setting::optional("enable_metrics", "whether calls of this account are counted: true (default) or false"),
    ];
    type Provider = Slack;

    fn build(self) -> Result<Slack> {
        Slack::new(self, client(ClientSettings::default())?)
    }
}

messaging_core::register!(SlackConfig);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_a_setting() {
        let keys: Vec<_> = SlackConfig::SETTINGS.iter().map(|setting| setting.key).collect();
        let all = "bot_token signing_secret app_token webhook_url base_url answer allowed_bots rate_limits \
                   restricted_history client_msg_id client_id client_secret scopes tenants";
        assert_eq!(keys.join(" "), format!("{all} enable_metrics"));
    }
}
