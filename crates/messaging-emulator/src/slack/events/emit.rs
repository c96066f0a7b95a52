use serde_json::{Map, Value};

use crate::slack::{SlackEmulator, ts::Ts};

impl SlackEmulator {
    /// Tells the app about something that is no message. `event_ts` is added to what happened in a workspace, and not to
    /// what happened to the app.
    pub(crate) fn emit(&self, team: &str, ts: Ts, event: Value) {
        let Value::Object(mut event) = event else { return };
        let about_app = matches!(event.get("type").and_then(Value::as_str), Some("app_uninstalled" | "tokens_revoked"));
        if !about_app {
            event.insert("event_ts".to_owned(), Value::String(ts.to_string()));
        }
        self.tell_of(team, ts, &event);
    }

    /// Tells the app something that is not about what a person wrote.
    pub(crate) fn tell_of(&self, team: &str, ts: Ts, event: &Map<String, Value>) {
        // Nobody waits for the answer.
        drop(self.deliver(team, ts, event, None));
    }
}
