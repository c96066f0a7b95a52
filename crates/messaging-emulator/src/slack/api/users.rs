use serde_json::{Map, json};

use super::{
    arguments::Arguments,
    error::{Answer, Refusal},
};
use crate::slack::SlackEmulator;

impl SlackEmulator {
    /// Describes a user: <https://docs.slack.dev/reference/methods/users.info>.
    pub(super) fn users_info(&self, arguments: &Arguments) -> Answer {
        let settings = self.settings();
        let id = arguments.required("user")?;
        let name = settings.name_of(id).ok_or_else(|| Refusal::new("user_not_found"))?;
        let mut user = json!({
            "id": id,
            "team_id": settings.team_id,
            "name": name,
            "deleted": false,
            "real_name": name,
            "tz": "Etc/UTC",
            "tz_label": "Coordinated Universal Time",
            "tz_offset": 0,
            "profile": { "display_name": name, "real_name": name, "team": settings.team_id },
            "is_admin": false,
            "is_restricted": false,
            "is_bot": id == settings.bot_user_id,
            "is_app_user": false,
            "updated": 1_607_307_935,
        });
        if let (true, Some(user)) = (arguments.flag("include_locale")?, user.as_object_mut()) {
            user.insert("locale".to_owned(), json!("en-US"));
        }
        Ok(Map::from_iter([("user".to_owned(), user)]))
    }
}
