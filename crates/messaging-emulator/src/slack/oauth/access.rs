use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::installs::{Code, Renewable};
use crate::slack::{
    SlackEmulator,
    api::{Act, Answer, Arguments, Method, Nature, Refusal, Tier},
};

/// How long a code is good for.
const CODE_LIFE: Duration = Duration::from_secs(600);

pub(crate) const METHODS: &[Method] = &[
    Method {
        name: "oauth.v2.access",
        tier: Tier::Special(600),
        scopes: "",
        takes: "client_id client_secret code code_verifier grant_type redirect_uri refresh_token",
        nature: Nature::Write,
        act: Act::Open(SlackEmulator::oauth_access),
    },
    Method {
        name: "oauth.v2.exchange",
        tier: Tier::Three,
        scopes: "",
        takes: "client_id* client_secret*",
        nature: Nature::Write,
        act: Act::Token(SlackEmulator::oauth_exchange),
    },
    Method {
        name: "apps.uninstall",
        tier: Tier::One,
        scopes: "",
        takes: "client_id* client_secret*",
        nature: Nature::Write,
        act: Act::Token(SlackEmulator::apps_uninstall),
    },
];

impl SlackEmulator {
    /// Gives tokens for a code or a refresh token: <https://docs.slack.dev/reference/methods/oauth.v2.access>.
    pub(crate) fn oauth_access(&self, arguments: &Arguments) -> Answer {
        self.is_app(arguments)?;
        match arguments.text("grant_type")? {
            Some("refresh_token") => {
                let token = arguments.text("refresh_token")?.ok_or_else(|| Refusal::new("invalid_refresh_token"))?;
                // It is good once.
                let renewable = self.app().installs.renewable.remove(token);
                self.give(&renewable.ok_or_else(|| Refusal::new("invalid_refresh_token"))?)
            }
            None | Some("authorization_code") => self.first_tokens(arguments),
            Some(_) => Err(Refusal::new("invalid_grant_type")),
        }
    }

    fn first_tokens(&self, arguments: &Arguments) -> Answer {
        let now = self.desk().now();
        let code = arguments.text("code")?.ok_or_else(|| Refusal::new("invalid_code"))?;
        // It is good once, whatever comes of it.
        let agreed = self.app().installs.codes.remove(code);
        let agreed =
            agreed.filter(|agreed| now <= agreed.made + CODE_LIFE).ok_or_else(|| Refusal::new("invalid_code"))?;
        let Code { team, user, scopes, is_enterprise, redirect_uri, challenge, .. } = agreed;
        if arguments.text("redirect_uri")? != redirect_uri.as_deref() {
            return Err(Refusal::new("bad_redirect_uri"));
        }
        if let Some(challenge) = challenge {
            let verifier = arguments.text("code_verifier")?.unwrap_or_default();
            if URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())) != challenge {
                return Err(Refusal::new("invalid_code_verifier"));
            }
        }
        let wants_hook = scopes.iter().any(|scope| scope == "incoming-webhook");
        let mut answer = self.give(&Renewable { team: team.clone(), scopes, is_enterprise, user })?;
        if wants_hook {
            let channel = self.state().team(&team).and_then(|team| {
                let room = team.rooms.iter().find(|room| room.kind.is_channel())?;
                Some((room.id.clone(), room.name.clone()))
            });
            if let Some((id, name)) = channel
                && let Some(url) = self.add_webhook(&id)
            {
                let hook = json!({
                    "channel": format!("#{name}"),
                    "channel_id": id,
                    "configuration_url": format!("{}/services/configuration", self.settings().base_url),
                    "url": url,
                });
                answer.insert("incoming_webhook".to_owned(), hook);
            }
        }
        Ok(answer)
    }

    /// Whether the caller knows the app's own credentials.
    pub(super) fn is_app(&self, arguments: &Arguments) -> Result<(), Refusal> {
        let app = &self.settings().app;
        if arguments.text("client_id")? != Some(app.client_id.as_str()) {
            return Err(Refusal::new("invalid_client_id"));
        }
        if arguments.text("client_secret")? != Some(app.client_secret.as_str()) {
            return Err(Refusal::new("bad_client_secret"));
        }
        Ok(())
    }
}
