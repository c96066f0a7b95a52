use bytes::Bytes;
use serde_json::json;

use super::{attempt::Attempt, envelope::OLD_TOKEN, ledger::Admission};
use crate::slack::SlackEmulator;

impl SlackEmulator {
    /// Whether an event may still be told in this hour: <https://docs.slack.dev/apis/events-api#rate-limiting>.
    pub(super) fn admits(&self, team: &str, event_id: &str) -> bool {
        let (minute, most) = (self.minute(), self.settings().app.events_per_hour);
        let admission = self.app().ledger.admit(team, minute, most);
        match admission {
            Admission::Fine => return true,
            Admission::Limited { tell } => {
                self.desk().note(format_args!("limited {event_id}"));
                if tell {
                    self.tell_limited(team, minute);
                }
            }
            Admission::Disabled => self.desk().note(format_args!("disabled {event_id}")),
        }
        false
    }

    /// `app_rate_limited`, which comes without an envelope and once.
    fn tell_limited(&self, team: &str, minute: u64) {
        let payload = json!({
            "token": OLD_TOKEN,
            "type": "app_rate_limited",
            "team_id": team,
            "minute_rate_limited": minute * 60,
            "api_app_id": self.settings().app_id,
        });
        let emulator = self.clone();
        self.desk().truth().open += 1;
        tokio::spawn(async move {
            if emulator.tells_by_socket() {
                emulator.tell_by_socket(&payload, 0).await;
            } else if let Some(url) = &emulator.settings().events_url {
                let body = Bytes::from(payload.to_string());
                emulator.attempt(Attempt { url, body: &body, after: None }).await;
            }
            emulator.desk().truth().open -= 1;
        });
    }

    /// Counts an attempt, and switches events off where nearly all fail.
    pub(super) fn count_attempt(&self, failed: bool) {
        let minute = self.minute();
        if self.app().ledger.count(minute, failed) {
            self.desk().warn("events are switched off: more than 95 % of an hour's deliveries failed".to_owned());
        }
    }

    /// Whether events are delivered at all; Slack stops where more than 95 % of an hour's deliveries fail.
    #[must_use]
    pub fn events_enabled(&self) -> bool {
        !self.app().ledger.is_disabled()
    }

    /// Switches events on again, as somebody must on the app's pages.
    pub fn enable_events(&self) {
        self.app().ledger.enable();
    }

    fn minute(&self) -> u64 {
        self.desk().unix_millis() / 60_000
    }
}
