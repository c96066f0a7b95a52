use std::time::UNIX_EPOCH;

use serde_json::{Map, Value, json};

use super::tokens::LIFE;
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Refusal},
    grant::{Grant, TokenKind},
};

impl SlackEmulator {
    /// Gives the next token of app configuration for a refresh token, which is good once:
    /// <https://docs.slack.dev/reference/methods/tooling.tokens.rotate>.
    pub(super) fn rotate_configuration(&self, arguments: &Arguments) -> Answer {
        let given = arguments.required("refresh_token")?;
        let next = format!("xoxe-1-emu{}", self.desk().hex(48));
        {
            let mut app = self.app();
            let known = &mut app.installs.configuration;
            if known.as_ref().unwrap_or(&self.settings().app.config_refresh_token) != given {
                return Err(Refusal::new("invalid_refresh_token"));
            }
            *known = Some(next.clone());
        }
        let (token, wall) = (format!("xoxe.xoxp-1-emu{}", self.desk().hex(48)), self.desk().wall());
        let seconds = wall.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let (team_id, user_id) = (self.settings().team_id.clone(), self.settings().user_id.clone());
        let fields = [
            ("token", json!(token)),
            ("refresh_token", json!(next)),
            ("team_id", json!(team_id)),
            ("user_id", json!(user_id)),
            ("iat", json!(seconds)),
            ("exp", json!(seconds + LIFE.as_secs())),
        ];
        self.state().grant(Grant {
            token,
            kind: TokenKind::Configuration,
            team_id,
            enterprise: None,
            user_id,
            scopes: Vec::new(),
            expires: Some(wall + LIFE),
            revoked: false,
        });
        Ok(fields.into_iter().map(|(name, value): (_, Value)| (name.to_owned(), value)).collect::<Map<_, _>>())
    }
}
