use std::collections::{BTreeMap, VecDeque};

use super::{
    message::{Message, Thread},
    settings::SlackSettings,
    ts::Ts,
};

/// Most messages that a channel of a running service keeps.
const MOST_KEPT: usize = 10_000;

/// A channel, or direct messages.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    messages: VecDeque<Message>,
    last: Option<Ts>,
}

/// What a [`Room`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Public; the app is in it or not.
    Channel { name: &'static str, joined: bool },
    /// Between the app and one person.
    Direct { user: String },
}

impl Room {
    pub(crate) fn new(id: String, kind: Kind) -> Self {
        Self { id, kind, messages: VecDeque::new(), last: None }
    }

    /// Whether the app may read and write here.
    pub(crate) fn is_joined(&self) -> bool {
        matches!(self.kind, Kind::Direct { .. } | Kind::Channel { joined: true, .. })
    }

    /// What people call it; direct messages are called `directmessage` where people act in them.
    pub(crate) fn name(&self) -> &str {
        match &self.kind {
            Kind::Channel { name, .. } => name,
            Kind::Direct { .. } => "directmessage",
        }
    }

    /// `channel_type`, as events call it.
    pub(crate) fn channel_type(&self) -> &'static str {
        match self.kind {
            Kind::Channel { .. } => "channel",
            Kind::Direct { .. } => "im",
        }
    }

    /// Gives out the next timestamp.
    pub(crate) fn tick(&mut self, wall: std::time::SystemTime) -> Ts {
        let ts = Ts::after(self.last, wall);
        self.last = Some(ts);
        ts
    }

    /// Keeps a message; forgets the oldest one if too many are kept.
    pub(crate) fn keep(&mut self, message: Message, live: bool) {
        self.messages.push_back(message);
        if live && self.messages.len() > MOST_KEPT {
            self.messages.pop_front();
        }
    }

    pub(crate) fn find(&self, ts: Ts) -> Option<&Message> {
        let at = self.messages.binary_search_by_key(&ts, |message| message.ts).ok()?;
        self.messages.get(at)
    }

    pub(crate) fn find_mut(&mut self, ts: Ts) -> Option<&mut Message> {
        let at = self.messages.binary_search_by_key(&ts, |message| message.ts).ok()?;
        self.messages.get_mut(at)
    }

    /// Takes a message away for good.
    pub(crate) fn remove(&mut self, ts: Ts) -> Option<Message> {
        let at = self.messages.binary_search_by_key(&ts, |message| message.ts).ok()?;
        self.messages.remove(at)
    }

    /// Every message on the channel's own level, oldest first: replies only if they were sent to the channel too.
    pub(crate) fn timeline(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages.iter().filter(|message| message.draft.thread.is_none() || message.draft.broadcast)
    }

    /// Every reply to `parent`, oldest first.
    pub(crate) fn replies(&self, parent: Ts) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages.iter().filter(move |message| message.draft.thread == Some(parent))
    }

    /// What the first messages of threads know, by timestamp.
    pub(crate) fn threads(&self, settings: &SlackSettings) -> BTreeMap<Ts, Thread> {
        let mut threads = BTreeMap::new();
        for message in &self.messages {
            let Some(parent) = message.draft.thread else { continue };
            let (user, latest) = (message.draft.user(settings), message.ts);
            let thread = threads.entry(parent).or_insert_with(|| Thread { replies: 0, users: Vec::new(), latest });
            thread.replies += 1;
            thread.latest = latest;
            if !thread.users.iter().any(|known| known == user) {
                thread.users.push(user.to_owned());
            }
        }
        threads
    }
}
