use serde_json::{Value, json};

use super::view::View;
use crate::slack::{
    SlackEmulator,
    interaction::{ActError, Question, SlackOutcome},
};

impl SlackEmulator {
    /// Has a person close the modal that they look at, or with `all` every one of them. The app is told by
    /// `view_closed`, if it asked for that with `notify_on_close`.
    ///
    /// # Errors
    /// The person looks at no modal.
    pub async fn close(&self, user: &str, all: bool) -> Result<SlackOutcome, ActError> {
        let closed: Vec<View> = {
            let mut app = self.app();
            let top = app.views.top(user).ok_or(ActError::NoModal)?;
            if all || top.flag("clear_on_close") {
                app.views.clear(user)
            } else {
                app.views.pop(user).into_iter().collect()
            }
        };
        self.look_up(user);
        let mut outcome = SlackOutcome::default();
        for view in closed.iter().rev().filter(|view| view.flag("notify_on_close")) {
            let mut payload = self.acting("view_closed", user)?;
            payload.insert("view".to_owned(), self.told_view(view));
            payload.insert("is_cleared".to_owned(), json!(all));
            let asked = self.ask(Question::Interaction(Value::Object(payload))).await;
            outcome = SlackOutcome::of(&asked);
        }
        Ok(outcome)
    }
}
