use super::{access::Client, installs::Renewable};
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller, Refusal},
    grant::TokenKind,
};

impl SlackEmulator {
    /// Exchanges a token that lives for ever for one that expires:
    /// <https://docs.slack.dev/reference/methods/oauth.v2.exchange>.
    pub(crate) fn oauth_exchange(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        if self.client(arguments)? == Client::Another {
            return Err(Refusal::new("authorization_not_found"));
        }
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
        let user = if caller.kind == TokenKind::User { caller.user.clone() } else { user };
        let (scopes, enterprise) = (caller.scopes.clone(), caller.enterprise.clone());
        self.give(&Renewable { kind: caller.kind, team, scopes, enterprise, user })
    }
}
