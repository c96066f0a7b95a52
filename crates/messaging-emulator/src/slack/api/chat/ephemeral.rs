use serde_json::{Map, json};

use super::{
    content::Length,
    post::{MOST_TEXT, may_post},
};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        conversations::{seen, team_mut},
        error::{Answer, Refusal},
    },
    interaction::{Whisper, identified},
    message::Draft,
    screen::{kept, plain},
};

impl SlackEmulator {
    /// Shows a message to one person only: <https://docs.slack.dev/reference/methods/chat.postEphemeral>.
    ///
    /// Nothing keeps it; it is on the screen `{channel},{user}`.
    pub(super) fn post_ephemeral(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let user = arguments.required("user")?;
        let id = {
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            may_post(caller, room)?;
            if !room.has(user) {
                return Err(Refusal::new("user_not_in_channel"));
            }
            room.id.clone()
        };
        let draft = self.draft(caller, arguments, Length::Refuse(MOST_TEXT))?;
        let wall = self.desk().wall();
        let ts = {
            let mut state = self.state();
            let room = team_mut(&mut state, caller)?.room_mut(&id);
            let room = room.ok_or_else(|| Refusal::new("channel_not_found"))?;
            if draft.thread.is_some_and(|thread| room.find(thread).is_none()) {
                return Err(Refusal::new("cannot_reply_to_message"));
            }
            room.tick(wall)
        };
        let (thread, blocks) = (draft.thread, draft.blocks.map(identified));
        let whisper = Whisper { channel: id, user: user.to_owned(), ts, thread, blocks };
        self.whisper(whisper, &caller.user, &draft.read);
        Ok(Map::from_iter([("message_ts".to_owned(), json!(ts.to_string()))]))
    }

    /// Says what the app does: <https://docs.slack.dev/reference/methods/chat.meMessage>.
    pub(super) fn me_message(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let id = self.addressed(caller, arguments.required("channel")?)?;
        let text = arguments.text("text")?.ok_or_else(|| Refusal::new("no_text"))?;
        if text.chars().count() > MOST_TEXT {
            return Err(Refusal::new("msg_too_long"));
        }
        let text = kept(text);
        let draft = Draft {
            author: self.spoken_by(caller),
            read: plain(&text, &caller.directory),
            text,
            blocks: None,
            attachments: None,
            metadata: None,
            thread: None,
            broadcast: false,
            subtype: Some("me_message"),
            extra: Map::new(),
        };
        let published = self.publish(caller.team(), &id, draft).ok_or_else(|| Refusal::new("channel_not_found"))?;
        Ok(Map::from_iter([("channel".to_owned(), json!(id)), ("ts".to_owned(), json!(published.ts.to_string()))]))
    }
}
