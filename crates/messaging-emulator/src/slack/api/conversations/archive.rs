use serde_json::{Map, json};

use super::{
    find::{joined, seen},
    name::is_channel,
};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
    },
    room::Kind,
};

impl SlackEmulator {
    /// Ends writing in a channel: <https://docs.slack.dev/reference/methods/conversations.archive>.
    pub(super) fn archive(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (id, kind) = {
            let state = self.state();
            let room = joined(&state, caller, arguments)?;
            is_channel(room)?;
            if room.general {
                return Err(Refusal::new("cant_archive_general"));
            }
            if room.archived {
                return Err(Refusal::new("already_archived"));
            }
            (room.id.clone(), room.kind)
        };
        let event = if kind == Kind::Private { "group_archive" } else { "channel_archive" };
        self.say_in(caller, &id, event, "archived the channel", &[]);
        self.change(caller, &id, |room| room.archived = true)?;
        self.tell_now(caller, json!({ "type": event, "channel": id, "user": caller.user }));
        Ok(Map::new())
    }

    /// Begins it again: <https://docs.slack.dev/reference/methods/conversations.unarchive>.
    pub(super) fn unarchive(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (id, kind) = {
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            is_channel(room)?;
            if !room.archived {
                return Err(Refusal::new("not_archived"));
            }
            (room.id.clone(), room.kind)
        };
        let event = if kind == Kind::Private { "group_unarchive" } else { "channel_unarchive" };
        self.change(caller, &id, |room| room.archived = false)?;
        self.tell_now(caller, json!({ "type": event, "channel": id, "user": caller.user }));
        self.say_in(caller, &id, event, "un-archived the channel", &[]);
        Ok(Map::new())
    }
}
