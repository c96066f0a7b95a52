use serde_json::{Map, json};
use tokio::time::sleep;

use super::{
    arguments::Payload,
    stream::{Stream, StreamState},
};
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller, Refusal, author},
    message::Draft,
    room::Kind,
    ts::Ts,
};

impl SlackEmulator {
    /// Begins an answer that grows: <https://docs.slack.dev/reference/methods/chat.startStream>.
    pub(crate) fn start_stream(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let room = self.addressed(caller, arguments.required("channel")?)?;
        let thread = self.stream_thread(caller, &room, arguments)?;
        self.recipient(caller, &room, arguments)?;
        let display = arguments.text("task_display_mode")?.unwrap_or("timeline");
        if !matches!(display, "timeline" | "plan" | "dense") {
            return Err(Refusal::arguments("must be one of: timeline, plan [json-pointer:/task_display_mode]"));
        }
        let life = self.settings().stream_life;
        let mut stream = Stream {
            state: StreamState::InProgress,
            mode: None,
            display: display.to_owned(),
            chunks: Vec::new(),
            tail: Vec::new(),
            ends: self.desk().now() + life,
        };
        if let Some(payload) = Payload::read(arguments)? {
            stream = payload.added_to(&stream)?;
        }
        let mut draft = Draft {
            author: author(caller, arguments)?,
            text: String::new(),
            read: String::new(),
            blocks: None,
            attachments: None,
            metadata: None,
            thread: Some(thread),
            broadcast: false,
            subtype: None,
            extra: Map::new(),
        };
        stream.fill(&mut draft, &caller.directory);
        let published = self.publish_stream(caller.team(), &room, draft, stream);
        let published = published.ok_or_else(|| Refusal::new("channel_not_found"))?;
        self.desk().note(format_args!("stream {room} {} begins", published.ts));
        let (emulator, team, channel, ts) = (self.clone(), caller.team().to_owned(), room.clone(), published.ts);
        tokio::spawn(async move {
            sleep(life).await;
            emulator.close_stream(&team, &channel, ts, StreamState::Errored);
        });
        Ok(Map::from_iter([("channel".to_owned(), json!(room)), ("ts".to_owned(), json!(published.ts.to_string()))]))
    }

    /// Answers grow in threads only.
    fn stream_thread(&self, caller: &Caller, room: &str, arguments: &Arguments) -> Result<Ts, Refusal> {
        let wrong = || Refusal::new("invalid_thread_ts");
        let thread = arguments.text("thread_ts")?.and_then(Ts::read).ok_or_else(wrong)?;
        let state = self.state();
        let is_known =
            state.team(caller.team()).and_then(|team| team.room(room)).is_some_and(|room| room.find(thread).is_some());
        if is_known { Ok(thread) } else { Err(wrong()) }
    }

    /// Outside direct messages an answer is for somebody.
    fn recipient(&self, caller: &Caller, room: &str, arguments: &Arguments) -> Result<(), Refusal> {
        let (user, team) = (arguments.text("recipient_user_id")?, arguments.text("recipient_team_id")?);
        let is_direct = {
            let state = self.state();
            state.team(caller.team()).and_then(|team| team.room(room)).is_some_and(|room| room.kind == Kind::Direct)
        };
        match (user, team) {
            (None, _) if !is_direct => Err(Refusal::new("missing_recipient_user_id")),
            (_, None) if !is_direct => Err(Refusal::new("missing_recipient_team_id")),
            (Some(user), _) if caller.directory.user(user).is_none() => Err(Refusal::new("user_not_found")),
            (_, Some(team)) if team != caller.team() => Err(Refusal::new("team_not_found")),
            _ => Ok(()),
        }
    }
}
