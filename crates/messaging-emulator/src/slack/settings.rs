use std::{fmt, time::Duration};

use fastrand::Rng;

use super::{app::SlackApp, id::fresh, limits::SlackLimits, team::SlackTeam};

/// An app, the workspace it is installed in, the channels and the people; and further workspaces.
#[derive(Clone)]
#[non_exhaustive]
pub struct SlackSettings {
    /// The token that the app has in this workspace.
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
    /// What the app may do; scopes that are not here are refused with `missing_scope`.
    pub scopes: Vec<String>,
    /// How often it may do it.
    pub limits: SlackLimits,
    /// Whether a post whose `client_msg_id` the channel has seen is answered with the first message and shown to nobody.
    /// Nobody documents what the real Slack does.
    pub drops_copies: bool,
    /// Further workspaces; [`SlackEmulator::add_team`](crate::SlackEmulator::add_team) adds them later.
    pub teams: Vec<SlackTeam>,
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
            scopes: Self::usual_scopes(),
            limits: SlackLimits::default(),
            drops_copies: false,
            teams: Vec::new(),
        }
    }

    /// The name people mention the app by.
    pub(crate) const BOT_NAME: &'static str = "bot";

    /// Everything that an agent may need, but for posting where it is no member (`chat:write.public`).
    pub(crate) fn usual_scopes() -> Vec<String> {
        const SCOPES: &str = "app_mentions:read assistant:write channels:history channels:join channels:manage \
            channels:read channels:write.invites channels:write.topic chat:write chat:write.customize commands \
            files:read files:write groups:history groups:read groups:write groups:write.invites groups:write.topic \
            im:history im:read im:write im:write.topic incoming-webhook links:read links:write mpim:history mpim:read \
            mpim:write mpim:write.topic reactions:read reactions:write team:read users:read users:read.email";
        SCOPES.split_whitespace().map(str::to_owned).collect()
    }

    /// The workspace that these settings are about, without what only it has.
    pub(crate) fn first_team(&self) -> SlackTeam {
        let mut team = SlackTeam::generated(0, 0);
        team.bot_token = Some(self.bot_token.clone());
        team.scopes.clone_from(&self.scopes);
        team.team_id.clone_from(&self.team_id);
        "Emulated".clone_into(&mut team.name);
        "emulated".clone_into(&mut team.domain);
        team.bot_user_id.clone_from(&self.bot_user_id);
        team.bot_id.clone_from(&self.bot_id);
        team.users.clone_from(&self.users);
        team.channels = vec![(self.channel.clone(), "general".to_owned())];
        team
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
