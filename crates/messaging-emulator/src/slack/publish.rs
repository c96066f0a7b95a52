use serde_json::{Map, Value};
use tokio::sync::oneshot;

use super::{
    SlackEmulator,
    events::{Heard, mention_event, message_event},
    interaction::identified,
    message::{Author, Draft, Message},
    room::{Kind, Room},
    streams::Stream,
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
    pub(crate) fn publish(&self, room: &str, draft: Draft) -> Option<Published> {
        self.put_out(room, draft, None)
    }

    /// Puts the beginning of an answer into a channel.
    pub(crate) fn publish_stream(&self, room: &str, draft: Draft, stream: Stream) -> Option<Published> {
        self.put_out(room, draft, Some(stream))
    }

    fn put_out(&self, room: &str, draft: Draft, stream: Option<Stream>) -> Option<Published> {
        let (wall, live) = (self.desk().wall(), self.desk().journal().is_live());
        let (message, events) = {
            let mut state = self.state();
            let room = state.room_mut(room)?;
            let mut message = compose(room, draft, wall, self);
            message.draft.blocks = message.draft.blocks.map(identified);
            message.stream = stream;
            room.keep(message.clone(), live);
            let events = self.events(room, &message);
            (message, events)
        };
        self.put_on_screens(room, &message);
        let person = matches!(message.draft.author, Author::Person { .. }).then(|| message.draft.read.clone());
        if let Some(text) = &person {
            self.expect_told(text);
        }
        let ts = message.ts;
        let heard = events.iter().filter_map(|event| self.deliver(ts, event, person.clone())).collect();
        Some(Published { ts, message: self.told(&message), heard })
    }

    /// What the app would be told about a message that nobody will ever see.
    pub(crate) fn pretend(&self, room: &str, draft: Draft) -> Option<Published> {
        let wall = self.desk().wall();
        let message = compose(self.state().room_mut(room)?, draft, wall, self);
        Some(Published { ts: message.ts, message: self.told(&message), heard: Vec::new() })
    }

    /// Nobody sees a reply to a message that does not exist, though Slack takes it.
    fn put_on_screens(&self, room: &str, message: &Message) {
        let Message { ts, parent_user, draft, .. } = message;
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
            author: draft.user(self.settings()).to_owned(),
            from_app: matches!(draft.author, Author::App { .. }),
            text: draft.read.clone(),
            at: 0,
        });
    }

    fn events(&self, room: &Room, message: &Message) -> Vec<Map<String, Value>> {
        let (settings, told) = (self.settings(), self.told(message));
        let root = message.draft.thread.filter(|_| message.draft.broadcast).and_then(|parent| room.find(parent));
        let root = root.map(|root| Value::Object(root.json(settings, room.threads(settings).get(&root.ts))));
        let mut events = vec![message_event(room, told.clone(), root)];
        let is_mention = message.draft.text.contains(&format!("<@{}>", settings.bot_user_id));
        if is_mention && matches!(room.kind, Kind::Channel { .. }) {
            events.push(mention_event(room, told));
        }
        events
    }

    /// A message as events tell it, metadata included.
    pub(crate) fn told(&self, message: &Message) -> Map<String, Value> {
        let mut json = message.json(self.settings(), None);
        if let Some(metadata) = &message.draft.metadata {
            json.insert("metadata".to_owned(), metadata.clone());
        }
        json
    }
}

/// Gives a draft its timestamp, and a reply to a reply its thread.
fn compose(room: &mut Room, mut draft: Draft, wall: std::time::SystemTime, slack: &SlackEmulator) -> Message {
    let mut parent_user = None;
    if let Some(parent) = draft.thread.and_then(|thread| room.find(thread)) {
        let first = parent.draft.thread.unwrap_or(parent.ts);
        parent_user = room.find(first).map(|first| first.draft.user(slack.settings()).to_owned());
        draft.thread = Some(first);
    }
    Message { ts: room.tick(wall), parent_user, draft, stream: None }
}
