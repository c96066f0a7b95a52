use serde_json::{Map, Value, json};

use super::error::Refusal;
use crate::slack::{SlackEmulator, settings::SlackSettings};

impl SlackEmulator {
    /// Lets the one token in.
    pub(super) fn authenticate(&self, token: Option<&str>) -> Result<(), Refusal> {
        match token {
            None | Some("") => Err(Refusal::new("not_authed")),
            Some(token) if token == self.settings().bot_token => Ok(()),
            Some(_) => Err(Refusal::new("invalid_auth")),
        }
    }

    /// Says who the token belongs to: <https://docs.slack.dev/reference/methods/auth.test>.
    pub(super) fn auth_test(&self) -> Map<String, Value> {
        let settings = self.settings();
        let fields = [
            ("url", json!(format!("{}/", settings.base_url.trim_end_matches('/')))),
            ("team", json!("Emulated")),
            ("user", json!(SlackSettings::BOT_NAME)),
            ("team_id", json!(settings.team_id)),
            ("user_id", json!(settings.bot_user_id)),
            ("bot_id", json!(settings.bot_id)),
            ("is_enterprise_install", json!(false)),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
