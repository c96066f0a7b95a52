use serde_json::{Value, json};

use crate::slack::{SlackEmulator, interaction::ActError, ts::Ts};

impl SlackEmulator {
    /// Has a person open the app's tab `home` or `messages`: `app_home_opened`.
    ///
    /// # Errors
    /// There is no such person.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn open_app(&self, user: &str, tab: &str) -> Result<(), ActError> {
        let directory = self.workplace_of(user).ok_or(ActError::NoSuchUser)?;
        let channel = self.direct_with(user);
        let ts = Ts::after(None, self.desk().wall());
        let mut event = json!({
            "type": "app_home_opened",
            "user": user,
            "channel": channel,
            "tab": tab,
            "event_ts": ts.to_string(),
        });
        if let (Some(view), Value::Object(event)) = (self.home(user).filter(|_| tab == "home"), &mut event) {
            event.insert("view".to_owned(), view);
        }
        if let Value::Object(event) = &event {
            self.tell_of(&directory.team_id, ts, event);
        }
        Ok(())
    }
}
