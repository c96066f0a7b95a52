use super::installs::Renewable;
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller, Refusal},
};

impl SlackEmulator {
    /// Exchanges a token that lives for ever for one that expires:
    /// <https://docs.slack.dev/reference/methods/oauth.v2.exchange>.
    pub(crate) fn oauth_exchange(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        self.is_app(arguments)?;
        if !self.settings().app.rotates_tokens {
            return Err(Refusal::new("token_rotation_not_enabled"));
        }
        if caller.token.starts_with("xoxe.") {
            return Err(Refusal::new("invalid_token"));
        }
        {
            let mut app = self.app();
            if app.installs.exchanged.contains(&caller.token) {
                return Err(Refusal::new("token_already_exchanged"));
            }
            app.installs.exchanged.push(caller.token.clone());
        }
        let team = caller.team().to_owned();
        let user = caller.directory.people().next().map(|user| user.id.clone()).unwrap_or_default();
        self.give(&Renewable { team, scopes: caller.scopes.clone(), is_enterprise: false, user })
    }
}
