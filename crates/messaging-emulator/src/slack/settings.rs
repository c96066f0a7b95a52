use std::{fmt, time::Duration};

use fastrand::Rng;

use super::{app::SlackApp, id::fresh};

/// One workspace, one app installed in it, the channels and the people.
#[derive(Clone)]
#[non_exhaustive]
pub struct SlackSettings {
    /// The only token that is let in.
    pub bot_token: String,
    /// What callbacks are signed with.
    pub signing_secret: String,
    /// `T…`.
    pub team_id: String,
    /// `A…`.
    pub app_id: String,
    /// The app's user, `U…`: what people mention.
    pub bot_user_id: String,
    /// The app's bot, `B…`.
    pub bot_id: String,
    /// The person who writes unless told otherwise.
    pub user_id: String,
    /// Everybody but the app, as (id, name).
    pub users: Vec<(String, String)>,
    /// `#general`, `C…`: public, everybody is in it, the app too.
    pub channel: String,
    /// `#random`, `C…`: public, and the app has not joined it.
    pub other_channel: String,
    /// The direct messages between [`user_id`](Self::user_id) and the app, `D…`.
    pub dm_channel: String,
    /// Where this emulator is reached, without `/api`.
    pub base_url: String,
    /// Where events are delivered, in full; nowhere if none.
    pub events_url: Option<String>,
    /// How long a streamed answer may last from its start; Slack says nothing of it, and people report 5 minutes.
    pub stream_life: Duration,
    /// How the app is set up.
    pub app: SlackApp,
}

impl SlackSettings {
    /// A workspace with two people, made up from `seed`: the same seed, the same identifiers and secrets.
    ///
    /// The base URL is `http://127.0.0.1:7403` and no events are delivered, until the caller says otherwise. Whoever
    /// knows the seed knows the secrets: take a random one if others can reach the port.
    #[must_use]
    pub fn generated(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut id = |prefix: &str| fresh(&mut rng, prefix, 10);
        let (team_id, app_id, bot_user_id, bot_id) = (id("T"), id("A"), id("U"), id("B"));
        let (user_id, other_user) = (id("U"), id("U"));
        let (channel, other_channel, dm_channel) = (id("C"), id("C"), id("D"));
        let users = vec![(user_id.clone(), "ann".to_owned()), (other_user, "bob".to_owned())];
        let mut hex = |digits: usize| -> String {
            (0..digits).map(|_| char::from_digit(rng.u32(..16), 16).unwrap_or('0')).collect()
        };
        let app = SlackApp::generated(seed, &app_id);
        let (bot_token, signing_secret) = (format!("xoxb-emu{}", hex(40)), format!("emu{}", hex(29)));
        Self {
            bot_token,
            signing_secret,
            team_id,
            app_id,
            bot_user_id,
            bot_id,
            user_id,
            users,
            channel,
            other_channel,
            dm_channel,
            base_url: "http://127.0.0.1:7403".to_owned(),
            events_url: None,
            stream_life: Duration::from_secs(300),
            app,
        }
    }

    /// The name people mention the app by.
    pub(crate) const BOT_NAME: &'static str = "bot";

    /// The name of a user, the app's included.
    pub(crate) fn name_of(&self, user: &str) -> Option<&str> {
        if user == self.bot_user_id {
            return Some(Self::BOT_NAME);
        }
        self.users.iter().find(|(id, _)| id == user).map(|(_, name)| name.as_str())
    }
}

impl fmt::Debug for SlackSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlackSettings")
            .field("team_id", &self.team_id)
            .field("app_id", &self.app_id)
            .field("bot_user_id", &self.bot_user_id)
            .field("users", &self.users)
            .field("channel", &self.channel)
            .field("dm_channel", &self.dm_channel)
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}
