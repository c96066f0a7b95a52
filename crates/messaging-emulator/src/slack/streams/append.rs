use serde_json::{Map, Value, json};

use super::{
    arguments::{Payload, place},
    stream::{Stream, StreamState},
};
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller, Refusal},
    directory::Directory,
    message::Author,
    ts::Ts,
};

impl SlackEmulator {
    /// Lets an answer grow: <https://docs.slack.dev/reference/methods/chat.appendStream>.
    pub(crate) fn append_stream(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (channel, ts) = place(arguments)?;
        let stream = self.live_stream(caller, &channel, ts, Refusal::new("stopped_by_user"))?;
        let payload = Payload::read(arguments)?.ok_or_else(|| Refusal::new("no_text"))?;
        let grown = payload.added_to(&stream)?;
        self.set_stream(&caller.directory, &channel, ts, grown)?;
        Ok(named(&channel, ts))
    }

    /// The stream that a call is about, while it grows and is ours; `stopped` if a person ended it.
    ///
    /// Some die here, if the plan says so.
    pub(super) fn live_stream(
        &self,
        caller: &Caller,
        channel: &str,
        ts: Ts,
        stopped: Refusal,
    ) -> Result<Stream, Refusal> {
        let stream = {
            let state = self.state();
            let room = state.team(caller.team()).and_then(|team| team.room(channel));
            let room = room.ok_or_else(|| Refusal::new("channel_not_found"))?;
            if !room.has(&caller.user) {
                return Err(Refusal::new("not_in_channel"));
            }
            let message = room.find(ts).ok_or_else(|| Refusal::new("message_not_found"))?;
            if !matches!(message.draft.author, Author::App { .. }) {
                return Err(Refusal::new("message_not_owned_by_app"));
            }
            message.stream.clone()
        };
        let over = || Refusal::new("message_not_in_streaming_state");
        let stream = stream.ok_or_else(over)?;
        if stream.state == StreamState::Stopped {
            return Err(stopped);
        }
        if !stream.is_live() {
            return Err(over());
        }
        let is_late = self.desk().now() >= stream.ends;
        if is_late || self.desk().strikes(self.desk().plan().stream_death) {
            self.close_stream(caller.team(), channel, ts, StreamState::Errored);
            return Err(over());
        }
        Ok(stream)
    }

    /// Shows what a stream has become.
    pub(super) fn set_stream(
        &self,
        directory: &Directory,
        channel: &str,
        ts: Ts,
        stream: Stream,
    ) -> Result<Map<String, Value>, Refusal> {
        let changed = self.revise(&directory.team_id, channel, ts, |message| {
            stream.fill(&mut message.draft, directory);
            message.stream = Some(stream);
        });
        changed.ok_or_else(|| Refusal::new("message_not_found"))
    }
}

/// The place of a message, as answers give it.
pub(super) fn named(channel: &str, ts: Ts) -> Map<String, Value> {
    Map::from_iter([("channel".to_owned(), json!(channel)), ("ts".to_owned(), json!(ts.to_string()))])
}
