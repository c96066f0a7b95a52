use std::fmt;

use serde_json::json;

use super::stream::StreamState;
use crate::slack::{SlackEmulator, room::Room, ts::Ts};

/// Why a person has nothing to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StopError {
    /// The workspace has no such person.
    NoSuchUser,
    /// The workspace has no such channel.
    NoSuchChannel,
    /// Nothing is being written in that thread.
    NothingStreams,
}

impl fmt::Display for StopError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchUser => "`user` is nobody here: GET /_emulator/places lists the people",
            Self::NoSuchChannel => "`channel` does not exist: GET /_emulator/places lists the channels",
            Self::NothingStreams => "nothing is being written there: stop an answer while it still grows",
        })
    }
}

impl std::error::Error for StopError {}

impl SlackEmulator {
    /// Has a person press the stop button in a thread: what grows there stops growing, and the app is told by
    /// `agent_session_stopped`.
    ///
    /// # Errors
    /// The person or the channel does not exist, or nothing grows there.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn press_stop(&self, user: &str, channel: &str, thread_ts: &str) -> Result<(), StopError> {
        let (team, streams, now) = {
            let wall = self.desk().wall();
            let mut state = self.state();
            if !state.teams().iter().any(|team| team.directory.is_person(user)) {
                return Err(StopError::NoSuchUser);
            }
            let team = state.team_of(channel).ok_or(StopError::NoSuchChannel)?.directory.team_id.clone();
            let room = state.team_mut(&team).and_then(|team| team.room_mut(channel)).ok_or(StopError::NoSuchChannel)?;
            let streams = live_in(room, thread_ts);
            if streams.is_empty() {
                return Err(StopError::NothingStreams);
            }
            (team, streams, room.tick(wall))
        };
        for ts in &streams {
            self.close_stream(&team, channel, *ts, StreamState::Stopped);
        }
        let streams: Vec<_> = streams.iter().map(Ts::to_string).collect();
        let event = json!({
            "type": "agent_session_stopped",
            "channel": channel,
            "user": user,
            "thread_ts": thread_ts,
            "streaming_message_ts": streams,
        });
        self.emit(&team, now, event);
        Ok(())
    }
}

fn live_in(room: &Room, thread: &str) -> Vec<Ts> {
    let replies = Ts::read(thread).into_iter().flat_map(|thread| room.replies(thread));
    replies
        .filter(|message| message.stream.as_ref().is_some_and(super::Stream::is_live))
        .map(|message| message.ts)
        .collect()
}
