use std::time::Duration;

use serde_json::{Map, Value, json};

use super::installs::Renewable;
use crate::slack::{
    SlackEmulator,
    api::{Answer, Refusal},
    grant::{Grant, TokenKind},
};

/// How long a token lives where tokens rotate.
const LIFE: Duration = Duration::from_secs(43_200);
/// Most tokens of an installation that work at a time.
const MOST_ACTIVE: usize = 2;

impl SlackEmulator {
    /// Gives the app new tokens: <https://docs.slack.dev/reference/methods/oauth.v2.access>.
    pub(super) fn give(&self, for_whom: &Renewable) -> Answer {
        let Renewable { team, scopes, is_enterprise, user } = for_whom;
        let directory = self.state().team(team).map(|team| team.directory.clone());
        let directory = directory.ok_or_else(|| Refusal::new("team_not_found"))?;
        let rotates = self.settings().app.rotates_tokens;
        let token = format!("{}emu{}", if rotates { "xoxe.xoxb-1-" } else { "xoxb-" }, self.desk().hex(48));
        let grant = Grant {
            token: token.clone(),
            kind: TokenKind::Bot,
            team_id: team.clone(),
            user_id: directory.bot_user_id.clone(),
            scopes: scopes.clone(),
            expires: rotates.then(|| self.desk().wall() + LIFE),
            revoked: false,
        };
        self.state().grant(grant);
        let enterprise = directory.enterprise_id.as_ref().map(|id| json!({ "id": id, "name": "Emulated Org" }));
        let mut answer = Map::new();
        let fields = [
            ("access_token", json!(token)),
            ("token_type", json!("bot")),
            ("scope", json!(scopes.join(","))),
            ("bot_user_id", json!(directory.bot_user_id)),
            ("app_id", json!(directory.app_id)),
            ("team", if *is_enterprise { Value::Null } else { json!({ "id": team, "name": directory.name }) }),
            ("enterprise", json!(enterprise)),
            ("is_enterprise_install", json!(is_enterprise)),
            ("authed_user", json!({ "id": user })),
        ];
        answer.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value)));
        if rotates {
            let refresh = format!("xoxe-1-emu{}", self.desk().hex(48));
            answer.insert("expires_in".to_owned(), json!(LIFE.as_secs()));
            answer.insert("refresh_token".to_owned(), json!(refresh));
            let oldest = {
                let mut app = self.app();
                app.installs.renew(refresh, for_whom.clone());
                let active = app.installs.active.entry(team.clone()).or_default();
                active.push_back(token);
                if active.len() > MOST_ACTIVE { active.pop_front() } else { None }
            };
            if let Some(oldest) = oldest
                && let Some(grant) = self.state().granted_mut(&oldest)
            {
                grant.revoked = true;
            }
        }
        Ok(answer)
    }
}
