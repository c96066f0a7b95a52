use serde_json::{Map, Value};
use tokio::sync::oneshot;

use super::{
    SlackEmulator,
    directory::Directory,
    events::{Heard, mention_event, message_event},
    interaction::identified,
    message::{Author, Draft, Message},
    room::Room,
    streams::Stream,
    team::Team,
    ts::Ts,
};
use crate::Shown;

/// A message that is out.
pub(crate) struct Published {
    pub(crate) ts: Ts,
    /// As the Web API tells it, metadata included.
    pub(crate) message: Map<String, Value>,
    /// The answer to the first attempt of each event about it.
    pub(crate) heard: Vec<oneshot::Receiver<Heard>>,
}

impl SlackEmulator {
    /// Puts a message into a channel, on the screens, and tells the app about it. None if there is no such channel.
    pub(crate) fn publish(&self, team: &str, room: &str, draft: Draft) -> Option<Published> {
        self.put_out(team, room, draft, None)
    }

    /// Puts the beginning of an answer into a channel.
    pub(crate) fn publish_stream(&self, team: &str, room: &str, draft: Draft, stream: Stream) -> Option<Published> {
        self.put_out(team, room, draft, Some(stream))
    }

    fn put_out(&self, team: &str, room: &str, draft: Draft, stream: Option<Stream>) -> Option<Published> {
        let (wall, live) = (self.desk().wall(), self.desk().journal().is_live());
        let (directory, message, events) = {
            let mut state = self.state();
            let Team { directory, rooms, .. } = state.team_mut(team)?;
            let room = rooms.iter_mut().find(|other| other.id == room)?;
            let mut message = compose(room, draft, wall, directory);
            message.draft.blocks = message.draft.blocks.map(identified);
            message.stream = stream;
            room.keep(message.clone(), live);
            let events = events(room, &message, directory);
            (directory.clone(), message, events)
        };
        self.put_on_screens(&directory, room, &message);
        let person = matches!(message.draft.author, Author::Person { client_msg_id: Some(_), .. });
        let person = (person && !events.is_empty()).then(|| message.draft.read.clone());
        if let Some(text) = &person {
            self.expect_told(text);
        }
        if let (Some(thread), Author::App { .. }) = (message.draft.thread, &message.draft.author) {
            self.clear_status(team, room, &thread.to_string());
        }
        let ts = message.ts;
        let heard = events.iter().filter_map(|event| self.deliver(team, ts, event, person.clone())).collect();
        Some(Published { ts, message: message.told(&directory), heard })
    }

    /// What the app would be told about a message that nobody will ever see.
    pub(crate) fn pretend(&self, team: &str, room: &str, draft: Draft) -> Option<Published> {
        let wall = self.desk().wall();
        let mut state = self.state();
        let Team { directory, rooms, .. } = state.team_mut(team)?;
        let room = rooms.iter_mut().find(|other| other.id == room)?;
        let message = compose(room, draft, wall, directory);
        Some(Published { ts: message.ts, message: message.told(directory), heard: Vec::new() })
    }

    /// Nobody sees a reply to a message that does not exist, though Slack takes it; and what Slack itself says about
    /// who came and went is no message.
    fn put_on_screens(&self, directory: &Directory, room: &str, message: &Message) {
        let Message { ts, parent_user, draft, .. } = message;
        if matches!(draft.author, Author::Person { client_msg_id: None, .. }) {
            return;
        }
        let thread = draft.thread.map(|thread| thread.to_string());
        if let (Some(thread), None) = (&thread, parent_user) {
            self.desk().warn(format!("chat.postMessage: nobody sees a reply to {thread}, which does not exist"));
            return;
        }
        self.desk().show(Shown {
            seq: 0,
            place: room.to_owned(),
            thread,
            id: ts.to_string(),
            author: draft.user(directory).to_owned(),
            from_app: matches!(draft.author, Author::App { .. }),
            text: draft.read.clone(),
            at: 0,
        });
    }
}

/// What the app is told of a new message: nothing, where it is no member.
fn events(room: &Room, message: &Message, directory: &Directory) -> Vec<Map<String, Value>> {
    if !room.has(&directory.bot_user_id) {
        return Vec::new();
    }
    let told = message.told(directory);
    let root = message.draft.thread.filter(|_| message.draft.broadcast).and_then(|parent| room.find(parent));
    let root = root.map(|root| Value::Object(root.json(directory, room.threads(directory).get(&root.ts))));
    let mut events = vec![message_event(room, told.clone(), root)];
    let is_notice = matches!(message.draft.author, Author::Person { client_msg_id: None, .. });
    let is_mention = message.draft.text.contains(&format!("<@{}>", directory.bot_user_id));
    if is_mention && !is_notice && room.kind.is_channel() {
        events.push(mention_event(room, told));
    }
    events
}

/// Gives a draft its timestamp, and a reply to a reply its thread.
fn compose(room: &mut Room, mut draft: Draft, wall: std::time::SystemTime, directory: &Directory) -> Message {
    let mut parent_user = None;
    if let Some(parent) = draft.thread.and_then(|thread| room.find(thread)) {
        let first = parent.draft.thread.unwrap_or(parent.ts);
        parent_user = room.find(first).map(|first| first.draft.user(directory).to_owned());
        draft.thread = Some(first);
    }
    Message { ts: room.tick(wall), parent_user, draft, edited: None, reactions: Vec::new(), stream: None }
}
