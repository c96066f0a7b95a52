use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde_json::{Map, Value, json};

use crate::slack::{SlackEmulator, directory::Directory, id::fresh, ts::Ts};

/// The verification token of old, which apps are to ignore.
pub(crate) const OLD_TOKEN: &str = "emulatedVerificationToken";

impl SlackEmulator {
    /// Wraps an event under an id of its own: <https://docs.slack.dev/apis/events-api#callback-field>.
    pub(super) fn envelope(&self, team: &str, ts: Ts, event: &Map<String, Value>) -> Option<(String, Value)> {
        let directory = self.state().team(team)?.directory.clone();
        let event_id = self.desk().dice(|rng| fresh(rng, "Ev", 10));
        let channel = event.get("channel").and_then(Value::as_str);
        let is_shared = channel.is_some_and(|channel| {
            let state = self.state();
            state.team(team).and_then(|team| team.room(channel)).is_some_and(|room| !room.shared_with.is_empty())
        });
        let is_organizations = self.state().installed_by(&directory).is_some();
        let mut envelope = envelope(&directory, is_organizations, &event_id, ts, event);
        if let Some(fields) = envelope.as_object_mut() {
            fields.insert("is_ext_shared_channel".to_owned(), json!(is_shared));
            // It happened where the writer is; the installation that hears of it is under `authorizations`.
            if let Some(outside) = event.get("user_team").filter(|_| is_shared) {
                fields.insert("team_id".to_owned(), outside.clone());
            }
        }
        Some((event_id, envelope))
    }
}

fn envelope(
    directory: &Directory,
    is_organizations: bool,
    event_id: &str,
    ts: Ts,
    event: &Map<String, Value>,
) -> Value {
    let context = json!({ "et": event.get("type"), "tid": directory.team_id, "aid": directory.app_id });
    json!({
        "token": OLD_TOKEN,
        "team_id": directory.team_id,
        "context_team_id": directory.team_id,
        "context_enterprise_id": directory.enterprise_id,
        "api_app_id": directory.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": ts.seconds(),
        "authorizations": [{
            "enterprise_id": directory.enterprise_id,
            "team_id": (!is_organizations).then_some(&directory.team_id),
            "user_id": directory.bot_user_id,
            "is_bot": true,
            "is_enterprise_install": is_organizations,
        }],
        "is_ext_shared_channel": false,
        "event_context": format!("4-{}", STANDARD_NO_PAD.encode(context.to_string())),
    })
}
