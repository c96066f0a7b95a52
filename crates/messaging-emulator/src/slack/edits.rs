use serde_json::{Map, Value};

use super::{
    SlackEmulator, WriteError,
    message::{Author, Draft},
    ts::Ts,
    typed::typed,
};

impl SlackEmulator {
    /// Has a person change a message of theirs: `message_changed` with `edited`.
    ///
    /// # Errors
    /// There is no such channel or message, the message is somebody else's, or there is no text.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn edit(&self, user: &str, channel: &str, message_ts: &str, text: &str) -> Result<(), WriteError> {
        if text.trim().is_empty() {
            return Err(WriteError::NoText);
        }
        let (team, ts) = self.own(user, channel, message_ts)?;
        let directory = self.home_of(channel).ok_or(WriteError::NoSuchChannel)?;
        let (kept, blocks) = typed(text, &directory);
        let edited = (user.to_owned(), Ts::from_micros(self.unix_seconds() * 1_000_000));
        let changed = self.revise(&team, channel, ts, |message| {
            message.draft.text = kept;
            text.clone_into(&mut message.draft.read);
            message.draft.blocks = Some(blocks);
            message.edited = Some(edited);
        });
        changed.map(drop).ok_or(WriteError::NoSuchThread)
    }

    /// Has a person take a message of theirs away: `message_deleted`.
    ///
    /// # Errors
    /// There is no such channel or message, or the message is somebody else's.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn delete(&self, user: &str, channel: &str, message_ts: &str) -> Result<(), WriteError> {
        let (team, ts) = self.own(user, channel, message_ts)?;
        if self.unpublish(&team, channel, ts) { Ok(()) } else { Err(WriteError::NoSuchThread) }
    }

    /// Has Slack say in a person's name what happened: `channel_topic`, `pinned_item`, `reminder_add`, `huddle_thread`
    /// and whatever else is a subtype of `message`. Nobody's screen changes; the app is told.
    ///
    /// # Errors
    /// There is no such channel.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn system_message(
        &self,
        user: &str,
        channel: &str,
        subtype: &'static str,
        text: &str,
        more: Map<String, Value>,
    ) -> Result<String, WriteError> {
        let directory = self.home_of(channel).ok_or(WriteError::NoSuchChannel)?;
        let mut draft = Draft::notice(user, subtype, text.to_owned(), text.to_owned(), &[]);
        draft.extra = more;
        let published = self.publish(&directory.team_id, channel, draft).ok_or(WriteError::NoSuchChannel)?;
        Ok(published.ts.to_string())
    }

    /// Tells the app that something happened in a workspace, in the words of an inner event: what the emulator has no
    /// verb for, and what Slack may add one day. `event_ts` is added. Nobody is told of a workspace that is not there.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn happen(&self, team: &str, event: Value) {
        self.emit(team, Ts::after(None, self.desk().wall()), event);
    }

    fn own(&self, user: &str, channel: &str, message_ts: &str) -> Result<(String, Ts), WriteError> {
        let state = self.state();
        let team = state.team_of(channel).ok_or(WriteError::NoSuchChannel)?;
        let ts = Ts::read(message_ts).ok_or(WriteError::NoSuchThread)?;
        let message = team.room(channel).and_then(|room| room.find(ts)).ok_or(WriteError::NoSuchThread)?;
        match &message.draft.author {
            Author::Person { user: author, .. } if author == user => Ok((team.directory.team_id.clone(), ts)),
            _ => Err(WriteError::NoSuchUser),
        }
    }
}
