use serde_json::{Map, json};

use super::access::Client;
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller, Refusal},
    ts::Ts,
};

impl SlackEmulator {
    /// Takes the app out of the token's workspace: <https://docs.slack.dev/reference/methods/apps.uninstall>.
    pub(crate) fn apps_uninstall(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        if self.client(arguments)? == Client::Another {
            return Err(Refusal::new("client_id_token_mismatch"));
        }
        self.uninstall(caller.enterprise.as_deref().unwrap_or(caller.team()));
        Ok(Map::new())
    }

    /// Has somebody take the app out of a workspace, `T…`, or an organization, `E…`, that has installed it: its tokens end, and it is told `app_uninstalled` and
    /// `tokens_revoked`, in any order.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn uninstall(&self, place: &str) {
        let (team, bot, people) = {
            let mut state = self.state();
            let Some(directory) = state.home(place).map(|team| team.directory.clone()) else { return };
            (directory.team_id.clone(), directory.bot_user_id.clone(), state.revoke(place))
        };
        self.app().installs.forget(place);
        let ts = Ts::after(None, self.desk().wall());
        let mut events = vec![
            json!({ "type": "app_uninstalled" }),
            json!({ "type": "tokens_revoked", "tokens": { "oauth": people, "bot": [bot] } }),
        ];
        if self.desk().dice(fastrand::Rng::bool) {
            events.reverse();
        }
        for event in events {
            self.emit(&team, ts, event);
        }
    }
}
