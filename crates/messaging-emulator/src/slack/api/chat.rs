use serde_json::{Map, Value, json};

use super::error::{Answer, Refusal};
use crate::slack::{SlackEmulator, id::fresh, publish::Published};

impl SlackEmulator {
    /// Says what became of a post: <https://docs.slack.dev/reference/methods/chat.postMessage>.
    pub(super) fn answer_post(&self, room: &str, published: Option<Published>) -> Answer {
        let published = published.ok_or_else(|| Refusal::new("channel_not_found"))?;
        self.desk().note(format_args!("posted {room} {}", published.ts));
        let fields = [
            ("channel", json!(room)),
            ("ts", json!(published.ts.to_string())),
            ("message", Value::Object(published.message)),
        ];
        Ok(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
    }

    /// The channel a post is meant for: an id, a name, or a person, whose direct messages are opened.
    pub(crate) fn addressed(&self, called: &str) -> Result<String, Refusal> {
        let settings = self.settings();
        let mut state = self.state();
        if settings.users.iter().any(|(id, _)| id == called) {
            return Ok(state.direct(called, || self.desk().dice(|rng| fresh(rng, "D", 10))));
        }
        let room = state.room(called).or_else(|| {
            let named = state.named(called)?;
            self.desk().warn(format!("chat.postMessage: `channel` is a name, `{called}`: names are deprecated"));
            Some(named)
        });
        let room = room.ok_or_else(|| Refusal::new("channel_not_found"))?;
        if room.is_joined() { Ok(room.id.clone()) } else { Err(Refusal::new("not_in_channel")) }
    }
}
