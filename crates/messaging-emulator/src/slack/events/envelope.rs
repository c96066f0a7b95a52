use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde_json::{Map, Value, json};

use crate::slack::{SlackEmulator, id::fresh, settings::SlackSettings, ts::Ts};

/// The verification token of old, which apps are to ignore.
pub(crate) const OLD_TOKEN: &str = "emulatedVerificationToken";

impl SlackEmulator {
    /// Wraps an event under an id of its own: <https://docs.slack.dev/apis/events-api#callback-field>.
    pub(super) fn envelope(&self, ts: Ts, event: &Map<String, Value>) -> (String, Value) {
        let event_id = self.desk().dice(|rng| fresh(rng, "Ev", 10));
        let envelope = envelope(self.settings(), &event_id, ts, event);
        (event_id, envelope)
    }
}

fn envelope(settings: &SlackSettings, event_id: &str, ts: Ts, event: &Map<String, Value>) -> Value {
    let context = json!({ "et": event.get("type"), "tid": settings.team_id, "aid": settings.app_id });
    json!({
        "token": OLD_TOKEN,
        "team_id": settings.team_id,
        "context_team_id": settings.team_id,
        "context_enterprise_id": null,
        "api_app_id": settings.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": ts.seconds(),
        "authorizations": [{
            "enterprise_id": null,
            "team_id": settings.team_id,
            "user_id": settings.bot_user_id,
            "is_bot": true,
            "is_enterprise_install": false,
        }],
        "is_ext_shared_channel": false,
        "event_context": format!("4-{}", STANDARD_NO_PAD.encode(context.to_string())),
    })
}
