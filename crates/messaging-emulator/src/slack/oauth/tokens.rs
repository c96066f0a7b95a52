use std::time::Duration;

use serde_json::{Map, Value, json};

use super::installs::Renewable;
use crate::slack::{
    SlackEmulator,
    api::Refusal,
    directory::ENTERPRISE_NAME,
    grant::{Grant, TokenKind},
};

/// How long a token lives where tokens rotate.
pub(super) const LIFE: Duration = Duration::from_secs(43_200);
/// Most tokens of a holder that work at a time.
const MOST_ACTIVE: usize = 2;

impl SlackEmulator {
    /// Gives the app a new token, and says whose it is: <https://docs.slack.dev/reference/methods/oauth.v2.access>.
    pub(super) fn give(&self, for_whom: &Renewable) -> Result<Map<String, Value>, Refusal> {
        let mut answer = self.whose(for_whom)?;
        answer.extend(self.token(for_whom)?);
        Ok(answer)
    }

    /// What is said of an installation beside its tokens.
    pub(super) fn whose(&self, for_whom: &Renewable) -> Result<Map<String, Value>, Refusal> {
        let Renewable { kind, team, enterprise: whole, user, .. } = for_whom;
        let directory = self.state().team(team).map(|team| team.directory.clone());
        let directory = directory.ok_or_else(|| Refusal::new("team_not_found"))?;
        let enterprise = directory.enterprise_id.as_ref().map(|id| json!({ "id": id, "name": ENTERPRISE_NAME }));
        let workspace = json!({ "id": team, "name": directory.name });
        let fields = [
            ("app_id", json!(directory.app_id)),
            ("team", if whole.is_some() { Value::Null } else { workspace }),
            ("enterprise", json!(enterprise)),
            ("is_enterprise_install", json!(whole.is_some())),
            ("authed_user", json!({ "id": user })),
        ];
        let mut answer: Map<_, _> = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        if *kind == TokenKind::Bot {
            answer.insert("bot_user_id".to_owned(), json!(directory.bot_user_id));
        }
        Ok(answer)
    }

    /// Makes a token, and what renews it where tokens rotate.
    pub(super) fn token(&self, for_whom: &Renewable) -> Result<Map<String, Value>, Refusal> {
        let Renewable { kind, team, scopes, enterprise, user } = for_whom;
        let bot = self.state().team(team).map(|team| team.directory.bot_user_id.clone());
        let bot = bot.ok_or_else(|| Refusal::new("team_not_found"))?;
        let rotates = self.settings().app.rotates_tokens;
        let (prefix, word, user) = match kind {
            TokenKind::Bot => ("xoxb-", "bot", bot),
            TokenKind::User | TokenKind::Configuration => ("xoxp-", "user", user.clone()),
        };
        let token = format!(
            "{}emu{}",
            if rotates { format!("xoxe.{prefix}1-") } else { prefix.to_owned() },
            self.desk().hex(48)
        );
        self.state().grant(Grant {
            token: token.clone(),
            kind: *kind,
            team_id: team.clone(),
            enterprise: enterprise.clone(),
            user_id: user,
            scopes: scopes.clone(),
            expires: rotates.then(|| self.desk().wall() + LIFE),
            revoked: false,
        });
        let fields = [("access_token", json!(token)), ("token_type", json!(word)), ("scope", json!(scopes.join(",")))];
        let mut answer: Map<_, _> = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        if rotates {
            let refresh = format!("xoxe-1-emu{}", self.desk().hex(48));
            answer.insert("expires_in".to_owned(), json!(LIFE.as_secs()));
            answer.insert("refresh_token".to_owned(), json!(refresh));
            let oldest = {
                let mut app = self.app();
                app.installs.renew(refresh, for_whom.clone());
                let active = app.installs.active.entry(for_whom.holder()).or_default();
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
