use serde_json::Value;

use super::{
    append::named,
    arguments::{Payload, place, tail},
    stream::StreamState,
};
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller, Refusal, metadata},
    ts::Ts,
};

impl SlackEmulator {
    /// Ends an answer, perhaps with a last piece: <https://docs.slack.dev/reference/methods/chat.stopStream>.
    pub(crate) fn stop_stream(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (channel, ts) = place(arguments)?;
        let stream = self.live_stream(caller, &channel, ts, Refusal::new("message_not_in_streaming_state"))?;
        let (payload, tail, metadata) = (Payload::read(arguments)?, tail(arguments)?, metadata(arguments)?);
        let mut ended = match payload {
            Some(payload) => payload.added_to(&stream)?,
            None => stream,
        };
        ended.tail = tail;
        ended.state = StreamState::Completed;
        let message = self.revise(caller.team(), &channel, ts, |message| {
            ended.fill(&mut message.draft, &caller.directory);
            message.stream = Some(ended);
            message.draft.metadata = metadata;
        });
        let message = message.ok_or_else(|| Refusal::new("message_not_found"))?;
        self.desk().note(format_args!("stream {channel} {ts} is complete"));
        let mut answer = named(&channel, ts);
        answer.insert("message".to_owned(), Value::Object(message));
        Ok(answer)
    }

    /// Ends a stream that still grows, without its app.
    pub(super) fn close_stream(&self, team: &str, channel: &str, ts: Ts, state: StreamState) {
        let is_live = {
            let rooms = self.state();
            let message = rooms.team(team).and_then(|team| team.room(channel)).and_then(|room| room.find(ts));
            message.and_then(|message| message.stream.as_ref()).is_some_and(super::Stream::is_live)
        };
        if !is_live {
            return;
        }
        self.desk().note(format_args!("stream {channel} {ts} ends: {}", state.name()));
        self.revise(team, channel, ts, |message| {
            if let Some(stream) = &mut message.stream {
                stream.state = state;
            }
        });
    }
}
