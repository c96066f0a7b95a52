use serde_json::{Map, json};

use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller},
    ts::Ts,
};

impl SlackEmulator {
    /// Takes the app out of the token's workspace: <https://docs.slack.dev/reference/methods/apps.uninstall>.
    pub(crate) fn apps_uninstall(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        self.is_app(arguments)?;
        self.uninstall(caller.team());
        Ok(Map::new())
    }

    /// Has somebody take the app out of a workspace: its tokens end, and it is told `app_uninstalled` and
    /// `tokens_revoked`, in any order.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn uninstall(&self, team: &str) {
        let Some(bot) = self.state().revoke(team) else { return };
        {
            let mut app = self.app();
            app.installs.renewable.retain(|_, renewable| renewable.team != team);
            app.installs.active.remove(team);
        }
        let ts = Ts::after(None, self.desk().wall());
        let mut events = vec![
            json!({ "type": "app_uninstalled" }),
            json!({ "type": "tokens_revoked", "tokens": { "oauth": [], "bot": [bot] } }),
        ];
        if self.desk().dice(fastrand::Rng::bool) {
            events.reverse();
        }
        for event in events {
            self.emit(team, ts, event);
        }
    }
}
