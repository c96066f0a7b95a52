use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings, slack::SlackDelivery};
use messaging_http::{ClientSettings, client};

use super::{LINES, Seeds};
use crate::{config::Environment, env_file::Variables, exit::Failure};

/// Makes a Slack.
pub(crate) struct Slack {
    pub(crate) seeds: Seeds,
    pub(crate) base_url: String,
    /// Where events go; over Socket Mode if none.
    pub(crate) events_url: Option<String>,
    /// Whether a copy of a post is dropped, where it has an id to be known by.
    pub(crate) drops_copies: bool,
}

impl Slack {
    /// One with credentials of its own.
    pub(crate) fn generated(self) -> Result<SlackEmulator, Failure> {
        self.with(None, None, None)
    }

    /// One with the credentials that the environment names, as far as it does, so that two processes agree.
    pub(crate) fn agreed(self, environment: &Environment) -> Result<SlackEmulator, Failure> {
        let token = environment.get_or_file("SLACK_BOT_TOKEN")?;
        let secret = environment.get_or_file("SLACK_SIGNING_SECRET")?;
        let app_token = environment.get_or_file("SLACK_APP_TOKEN")?;
        self.with(token, secret, app_token)
    }

    fn with(
        self,
        token: Option<String>,
        secret: Option<String>,
        app_token: Option<String>,
    ) -> Result<SlackEmulator, Failure> {
        let mut settings = SlackSettings::generated(self.seeds.account);
        settings.base_url = self.base_url;
        settings.drops_copies = self.drops_copies;
        if self.events_url.is_none() {
            settings.app.delivery = SlackDelivery::Socket;
        }
        settings.events_url = self.events_url;
        settings.bot_token = token.unwrap_or(settings.bot_token);
        settings.signing_secret = secret.unwrap_or(settings.signing_secret);
        settings.app.app_token = app_token.unwrap_or(settings.app.app_token);
        let emulator = SlackEmulator::new(settings, FaultPlan::default(), self.seeds.dice, Journal::live(LINES));
        emulator.connect(client(ClientSettings::default())?);
        Ok(emulator)
    }
}

/// What a program needs to use it as if it were the real one.
pub(crate) fn slack_variables(settings: &SlackSettings) -> Variables {
    vec![
        ("SLACK_BASE_URL", settings.base_url.clone()),
        ("SLACK_BOT_TOKEN", settings.bot_token.clone()),
        ("SLACK_SIGNING_SECRET", settings.signing_secret.clone()),
        ("SLACK_TEAM_ID", settings.team_id.clone()),
        ("SLACK_APP_ID", settings.app_id.clone()),
        ("SLACK_BOT_USER_ID", settings.bot_user_id.clone()),
        ("SLACK_USER_ID", settings.user_id.clone()),
        ("SLACK_CHANNEL", settings.channel.clone()),
        ("SLACK_DM_CHANNEL", settings.dm_channel.clone()),
    ]
}
