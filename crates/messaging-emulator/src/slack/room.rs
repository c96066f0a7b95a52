use std::collections::{BTreeMap, VecDeque};

use super::{
    directory::Directory,
    message::{Message, Thread},
    ts::Ts,
};

/// Most messages that a channel of a running service keeps.
const MOST_KEPT: usize = 10_000;

/// A channel, or direct messages.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    /// Empty for direct messages.
    pub(crate) name: String,
    /// Who is in it, in the order in which they came.
    pub(crate) members: Vec<String>,
    pub(crate) general: bool,
    pub(crate) archived: bool,
    /// The other workspaces that it is shared with, by Slack Connect.
    pub(crate) shared_with: Vec<String>,
    pub(crate) creator: String,
    /// In seconds since 1970.
    pub(crate) created: u64,
    pub(crate) topic: Note,
    pub(crate) purpose: Note,
    pub(crate) previous_names: Vec<String>,
    /// Whether direct messages are on the app's list.
    pub(crate) open: bool,
    /// How far each member has read.
    pub(crate) marks: BTreeMap<String, Ts>,
    messages: VecDeque<Message>,
    last: Option<Ts>,
}

/// What a [`Room`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A channel that everybody may join.
    Public,
    /// A channel that one is invited to.
    Private,
    /// Between two.
    Direct,
    /// Direct messages between several.
    Group,
}

/// A topic or a purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) value: String,
    pub(crate) creator: String,
    pub(crate) last_set: u64,
}

impl Kind {
    /// `channel_type`, as events call it.
    pub(crate) fn channel_type(self) -> &'static str {
        match self {
            Self::Public => "channel",
            Self::Private => "group",
            Self::Direct => "im",
            Self::Group => "mpim",
        }
    }

    /// Whether it has a name, and people come and go.
    pub(crate) fn is_channel(self) -> bool {
        matches!(self, Self::Public | Self::Private)
    }
}

impl Room {
    pub(crate) fn new(id: String, kind: Kind, name: &str, creator: String, created: u64) -> Self {
        Self {
            id,
            kind,
            name: name.to_owned(),
            members: Vec::new(),
            general: false,
            archived: false,
            shared_with: Vec::new(),
            creator,
            created,
            topic: Note::default(),
            purpose: Note::default(),
            previous_names: Vec::new(),
            open: true,
            marks: BTreeMap::new(),
            messages: VecDeque::new(),
            last: None,
        }
    }

    /// What people call it; direct messages are called `directmessage` where people act in them.
    pub(crate) fn name(&self) -> &str {
        match self.kind {
            Kind::Direct => "directmessage",
            _ => &self.name,
        }
    }

    /// Whether this user may read and write here.
    pub(crate) fn has(&self, user: &str) -> bool {
        self.members.iter().any(|member| member == user)
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

    /// The message that was posted with this `client_msg_id`.
    pub(crate) fn posted_as(&self, client_msg_id: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.client_msg_id() == Some(client_msg_id))
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
    pub(crate) fn threads(&self, directory: &Directory) -> BTreeMap<Ts, Thread> {
        let mut threads = BTreeMap::new();
        for message in &self.messages {
            let Some(parent) = message.draft.thread else { continue };
            let (user, latest) = (message.draft.user(directory), message.ts);
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
