use serde_json::Map;

use super::{describe::answer, find::joined, name::is_channel};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
    },
    room::{Kind, Note},
    ts::Ts,
};

/// Longest topic or purpose, in characters.
const MOST_TOPIC: usize = 250;

impl SlackEmulator {
    /// Says what a channel is about just now: <https://docs.slack.dev/reference/methods/conversations.setTopic>.
    pub(super) fn set_topic(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        self.set_note(caller, arguments, "topic")
    }

    /// Says what a channel is for: <https://docs.slack.dev/reference/methods/conversations.setPurpose>.
    pub(super) fn set_purpose(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        self.set_note(caller, arguments, "purpose")
    }

    fn set_note(&self, caller: &Caller, arguments: &Arguments, which: &str) -> Answer {
        let value = arguments.text(which)?.unwrap_or_default().to_owned();
        let (id, kind) = {
            let state = self.state();
            let room = joined(&state, caller, arguments)?;
            is_channel(room)?;
            if room.archived {
                return Err(Refusal::new("is_archived"));
            }
            if value.chars().count() > MOST_TOPIC {
                return Err(Refusal::new("too_long"));
            }
            (room.id.clone(), room.kind)
        };
        let note = Note { value: value.clone(), creator: caller.user.clone(), last_set: self.unix_seconds() };
        let answer = self.change(caller, &id, |room| {
            *(if which == "topic" { &mut room.topic } else { &mut room.purpose }) = note;
            answer(caller, room)
        })?;
        let subtype = match (which, kind) {
            ("topic", Kind::Private) => "group_topic",
            ("topic", _) => "channel_topic",
            (_, Kind::Private) => "group_purpose",
            _ => "channel_purpose",
        };
        let did = if value.is_empty() {
            format!("cleared the channel {which}")
        } else {
            format!("set the channel {which}: {value}")
        };
        self.say_in(caller, &id, subtype, &did, &[(which, &value)]);
        Ok(answer)
    }

    /// Says how far the app has read: <https://docs.slack.dev/reference/methods/conversations.mark>.
    pub(super) fn mark(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let id = joined(&self.state(), caller, arguments)?.id.clone();
        let ts = Ts::read(arguments.required("ts")?).ok_or_else(|| Refusal::new("invalid_timestamp"))?;
        self.change(caller, &id, |room| room.marks.insert(caller.user.clone(), ts))?;
        Ok(Map::new())
    }
}
