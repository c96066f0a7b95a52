use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::installs::{Code, Renewable};
use crate::slack::{
    SlackEmulator,
    api::{Act, Answer, Arguments, Method, Nature, Refusal, Tier},
    grant::{Grant, TokenKind},
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
    Method {
        name: "apps.event.authorizations.list",
        tier: Tier::Special(300),
        scopes: "",
        takes: "cursor event_context* limit",
        nature: Nature::Read,
        act: Act::App("authorizations:read", SlackEmulator::event_authorizations),
    },
    Method {
        name: "tooling.tokens.rotate",
        tier: Tier::Special(600),
        scopes: "",
        takes: "refresh_token*",
        nature: Nature::Write,
        act: Act::Open(SlackEmulator::rotate_configuration),
    },
];

/// Whose credentials a caller knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Client {
    /// The app's.
    Ours,
    /// Another app's: it owns no token, code or refresh token here.
    Another,
}

impl SlackEmulator {
    /// Gives tokens for a code or a refresh token: <https://docs.slack.dev/reference/methods/oauth.v2.access>.
    pub(crate) fn oauth_access(&self, arguments: &Arguments) -> Answer {
        let client = self.client(arguments)?;
        match arguments.text("grant_type")? {
            Some("refresh_token") => {
                let token = arguments.text("refresh_token")?.ok_or_else(|| Refusal::new("invalid_refresh_token"))?;
                let (now, grace) = (self.desk().now(), self.settings().app.refresh_grace);
                let renewable = match client {
                    Client::Ours => self.app().installs.refresh(token, now, grace),
                    Client::Another => None,
                };
                self.give(&renewable.ok_or_else(|| Refusal::new("invalid_refresh_token"))?)
            }
            None | Some("authorization_code") if client == Client::Another => Err(Refusal::new("invalid_code")),
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
        let Code { team, user, scopes, user_scopes, enterprise, redirect_uri, challenge, .. } = agreed;
        if arguments.text("redirect_uri")? != redirect_uri.as_deref() {
            return Err(Refusal::new("bad_redirect_uri"));
        }
        if let Some(challenge) = challenge {
            let verifier = arguments.text("code_verifier")?.unwrap_or_default();
            if URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())) != challenge {
                return Err(Refusal::new("invalid_code_verifier"));
            }
        }
        let is_the_organizations = enterprise.is_none() && {
            let (state, wall) = (self.state(), self.desk().wall());
            let directory = state.team(&team).map(|team| &team.directory);
            let covers = |grant: &Grant| directory.is_some_and(|directory| grant.covers(directory));
            state.grants().any(|grant| grant.enterprise.is_some() && grant.refusal(wall).is_none() && covers(grant))
        };
        if is_the_organizations {
            return Err(Refusal::new("cannot_install_an_org_installed_app"));
        }
        let wants_hook = scopes.iter().any(|scope| scope == "incoming-webhook");
        let bot = Renewable { kind: TokenKind::Bot, team: team.clone(), scopes, enterprise, user };
        let mut answer = if bot.scopes.is_empty() { self.whose(&bot)? } else { self.give(&bot)? };
        if !user_scopes.is_empty() {
            let person = Renewable { kind: TokenKind::User, scopes: user_scopes, ..bot };
            let mut authed = self.token(&person)?;
            authed.insert("id".to_owned(), json!(person.user));
            answer.insert("authed_user".to_owned(), authed.into());
        }
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

    /// Whose credentials the caller knows.
    pub(super) fn client(&self, arguments: &Arguments) -> Result<Client, Refusal> {
        let app = &self.settings().app;
        let (id, secret) = (arguments.text("client_id")?, arguments.text("client_secret")?);
        let (client, known) = match id {
            Some(id) if id == app.client_id => (Client::Ours, &app.client_secret),
            Some(id) if id == app.other_client.0 => (Client::Another, &app.other_client.1),
            _ => return Err(Refusal::new("invalid_client_id")),
        };
        if secret == Some(known.as_str()) { Ok(client) } else { Err(Refusal::new("bad_client_secret")) }
    }
}
