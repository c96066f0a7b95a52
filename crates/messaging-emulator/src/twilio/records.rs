use std::{
    collections::{BTreeSet, VecDeque},
    time::{Duration, SystemTime},
};

use crate::twilio::address::{self, Channel};

/// Most messages, conversations, and messages of a conversation kept; the oldest go first.
pub(crate) const MOST_KEPT: usize = 10_000;

/// How long a message stays queued, and how long it is on its way.
const SENT_AFTER: Duration = Duration::from_millis(200);
const DELIVERED_AFTER: Duration = Duration::from_secs(1);

/// Everything the account's resources say.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) messages: VecDeque<Sms>,
    pub(crate) conversations: VecDeque<Conversation>,
    /// Person and number of ours, where the person said STOP.
    pub(crate) stopped: BTreeSet<(String, String)>,
}

/// A message of the API of 2010.
#[derive(Clone, Debug)]
pub(crate) struct Sms {
    pub(crate) sid: String,
    pub(crate) body: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) messaging_service_sid: Option<String>,
    pub(crate) direction: &'static str,
    pub(crate) media: Vec<Medium>,
    pub(crate) created: SystemTime,
}

impl Sms {
    /// Whether it has left Twilio, or come in.
    pub(crate) fn is_sent(&self, now: SystemTime) -> bool {
        !matches!(self.status(now), "accepted" | "queued")
    }

    /// What became of it, read off its age.
    pub(crate) fn status(&self, now: SystemTime) -> &'static str {
        let age = now.duration_since(self.created).unwrap_or_default();
        if self.direction == "inbound" {
            "received"
        } else if age >= DELIVERED_AFTER {
            "delivered"
        } else if age >= SENT_AFTER {
            "sent"
        } else if self.messaging_service_sid.is_some() {
            "accepted"
        } else {
            "queued"
        }
    }
}

/// A file of a message, which stays where the application put it.
#[derive(Clone, Debug)]
pub(crate) struct Medium {
    pub(crate) sid: String,
    pub(crate) url: String,
}

/// A conversation with everything in it.
#[derive(Clone, Debug)]
pub(crate) struct Conversation {
    pub(crate) sid: String,
    pub(crate) friendly_name: Option<String>,
    pub(crate) unique_name: Option<String>,
    pub(crate) messaging_service_sid: String,
    pub(crate) attributes: String,
    pub(crate) state: String,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
    pub(crate) participants: Vec<Participant>,
    pub(crate) posts: VecDeque<Post>,
    pub(crate) next_index: u64,
}

impl Conversation {
    pub(crate) fn is_closed(&self) -> bool {
        self.state == "closed"
    }

    /// Who of the participants writes under this name.
    pub(crate) fn author(&self, name: &str) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.name() == name)
    }
}

/// Somebody in a conversation.
#[derive(Clone, Debug)]
pub(crate) struct Participant {
    pub(crate) sid: String,
    pub(crate) who: Who,
    pub(crate) role_sid: String,
    pub(crate) attributes: String,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
}

/// How somebody takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Chat { identity: String },
    Bound { address: String, proxy: String },
}

impl Participant {
    /// The author of what they write.
    pub(crate) fn name(&self) -> &str {
        match &self.who {
            Who::Chat { identity } => identity,
            Who::Bound { address, .. } => address,
        }
    }

    /// Their channel, if they are not chat participants.
    pub(crate) fn channel(&self) -> Option<Channel> {
        match &self.who {
            Who::Chat { .. } => None,
            Who::Bound { address, .. } => address::parse(address).map(|(channel, _)| channel),
        }
    }
}

/// A message of a conversation.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub(crate) sid: String,
    pub(crate) index: u64,
    pub(crate) author: String,
    pub(crate) body: Option<String>,
    pub(crate) attributes: String,
    pub(crate) content_sid: Option<String>,
    pub(crate) participant_sid: Option<String>,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
    pub(crate) delivery: Delivery,
}

/// How many people outside the chat a post went to, and to how many it could not go.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Delivery {
    pub(crate) total: usize,
    pub(crate) failed: usize,
}

impl Records {
    /// Finds a conversation by its sid or its unique name.
    pub(crate) fn conversation(&mut self, name: &str) -> Option<&mut Conversation> {
        self.conversations
            .iter_mut()
            .find(|conversation| conversation.sid == name || conversation.unique_name.as_deref() == Some(name))
    }

    /// Notes that a person said STOP to a number of ours.
    pub(crate) fn stop(&mut self, pair: (String, String)) {
        self.stopped.insert(pair);
        if self.stopped.len() > MOST_KEPT {
            self.stopped.pop_first();
        }
    }

    /// The open conversation that this person and this number of ours are bound to.
    pub(crate) fn bound(&self, person: &str, ours: &str) -> Option<&Conversation> {
        let is_pair = |who: &Who| matches!(who, Who::Bound { address, proxy } if address == person && proxy == ours);
        self.conversations.iter().find(|conversation| {
            !conversation.is_closed() && conversation.participants.iter().any(|someone| is_pair(&someone.who))
        })
    }
}

/// Keeps the newest.
pub(crate) fn keep<T>(kept: &mut VecDeque<T>, new: T) {
    if kept.len() >= MOST_KEPT {
        kept.pop_front();
    }
    kept.push_back(new);
}
