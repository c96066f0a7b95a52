use serde_json::{Value, json};

use super::{SlackEmulator, message::Message, parts::usable, ts::Ts};
use crate::Shown;

impl SlackEmulator {
    /// A message as a client shows it: with `parts` that can be used and what is `chosen` in them, with `reactions`, and
    /// whether it is `edited`, `deleted` or `streaming`.
    pub(crate) fn dressed(&self, shown: &Shown) -> Value {
        let mut dressed = json!(shown);
        let more = self.more_of(shown);
        if let (Some(fields), Some(Value::Object(more))) = (dressed.as_object_mut(), more) {
            fields.extend(more);
        }
        dressed
    }

    fn more_of(&self, shown: &Shown) -> Option<Value> {
        let ts = Ts::read(&shown.id)?;
        let whispered = shown.place.split_once(',');
        let channel = whispered.map_or(shown.place.as_str(), |(channel, _)| channel);
        let chosen = self.app().choices.note(channel, &shown.id, None);
        Some(match whispered {
            None => {
                let state = self.state();
                let team = state.team_of(channel)?;
                let message = team.room(channel)?.find(ts)?;
                json!({
                    "chosen": chosen,
                    "parts": message.draft.blocks.as_ref().and_then(|blocks| usable(blocks, &team.directory)),
                    "reactions": reactions(message),
                    "edited": message.edited.is_some(),
                    "deleted": message.draft.subtype == Some("tombstone"),
                    "streaming": message.stream.as_ref().is_some_and(super::streams::Stream::is_live),
                })
            }
            Some((_, user)) => {
                let blocks = self.app().whispers.find(channel, ts, user)?.blocks;
                let directory = self.home_of(channel)?;
                json!({ "chosen": chosen, "parts": blocks.as_ref().and_then(|blocks| usable(blocks, &directory)) })
            }
        })
    }
}

fn reactions(message: &Message) -> Value {
    message.reactions.iter().map(|(name, users)| json!({ "name": name, "users": users })).collect()
}
