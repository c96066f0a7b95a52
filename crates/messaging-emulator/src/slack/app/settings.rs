use std::{fmt, time::Duration};

use fastrand::Rng;

/// How the app is set up, on the pages of <https://api.slack.com/apps>.
#[derive(Clone)]
#[non_exhaustive]
pub struct SlackApp {
    /// `xapp-…`: what opens connections of Socket Mode.
    pub app_token: String,
    /// What the app-level token may do.
    pub app_scopes: Vec<String>,
    /// What the app calls itself when it is installed.
    pub client_id: String,
    /// What proves it.
    pub client_secret: String,
    /// The id and the secret of another app, which has no tokens here.
    pub other_client: (String, String),
    /// `xoxe-1-…`: what the first token of app configuration is got with, once.
    pub config_refresh_token: String,
    /// Where clicks, shortcuts and modals are delivered; the events URL if none.
    pub interactivity_url: Option<String>,
    /// Where options of menus are asked for; the interactivity URL if none.
    pub options_url: Option<String>,
    /// Where slash commands are delivered; the interactivity URL if none.
    pub commands_url: Option<String>,
    /// The slash commands that the app has, with their slash; any if the list is empty.
    pub commands: Vec<String>,
    /// By which way the app is told.
    pub delivery: SlackDelivery,
    /// Whether events that three retries did not deliver are tried hourly for a day.
    pub delayed_events: bool,
    /// Most deliveries of events in an hour and a workspace; Slack's number is 30,000.
    pub events_per_hour: usize,
    /// How long a connection of Socket Mode lives until Slack refreshes it.
    pub connection_life: Duration,
    /// Where people may be sent back to after an installation; anywhere if the list is empty.
    pub redirect_urls: Vec<String>,
    /// Whether tokens expire after 12 hours.
    pub rotates_tokens: bool,
    /// How long a refresh token that was used works on, from its first use; Slack says no number.
    pub refresh_grace: Duration,
}

/// The way from Slack to the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlackDelivery {
    /// HTTP: Socket Mode is off.
    Http,
    /// Socket Mode: nothing is told while no connection is open.
    Socket,
    /// Socket Mode while a connection is open, HTTP otherwise. The real Slack knows no such thing; an emulator that
    /// does needs no setting.
    #[default]
    Either,
}

impl SlackApp {
    /// An app with secrets made up from `seed`.
    pub(crate) fn generated(seed: u64, app_id: &str) -> Self {
        let mut rng = Rng::with_seed(seed.wrapping_add(0x5eed_0a99));
        let mut hex = |digits: usize| -> String {
            (0..digits).map(|_| char::from_digit(rng.u32(..16), 16).unwrap_or('0')).collect()
        };
        Self {
            app_token: format!("xapp-1-{app_id}-emu{}", hex(40)),
            client_id: format!("emu{}.{}", hex(12), hex(13)),
            client_secret: format!("emu{}", hex(29)),
            app_scopes: ["authorizations:read", "connections:write"].map(str::to_owned).into(),
            other_client: (format!("emu{}.{}", hex(12), hex(13)), format!("emu{}", hex(29))),
            config_refresh_token: format!("xoxe-1-emu{}", hex(48)),
            interactivity_url: None,
            options_url: None,
            commands_url: None,
            commands: Vec::new(),
            delivery: SlackDelivery::default(),
            delayed_events: false,
            events_per_hour: 30_000,
            connection_life: Duration::from_secs(18_060),
            redirect_urls: Vec::new(),
            rotates_tokens: false,
            refresh_grace: Duration::from_secs(60),
        }
    }
}

impl fmt::Debug for SlackApp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlackApp")
            .field("client_id", &self.client_id)
            .field("commands", &self.commands)
            .field("delivery", &self.delivery)
            .finish_non_exhaustive()
    }
}
