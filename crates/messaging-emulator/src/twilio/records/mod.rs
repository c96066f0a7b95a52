//! What the account's resources say at the moment.

mod address;
mod configuration;
mod conversation;
mod hook;
mod messaging;
mod participant;
mod post;
mod role;
mod service;
mod sms;
mod timers;
mod upload;
mod user;

use std::collections::{BTreeSet, VecDeque};

pub(crate) use address::{AddressConfiguration, AutoCreation};
pub(crate) use configuration::Configuration;
pub(crate) use conversation::{Conversation, Email};
pub(crate) use hook::{Hook, Scoped, Target};
pub(crate) use messaging::{Messaging, Pair, Shelved};
pub(crate) use participant::{Participant, Who};
pub(crate) use post::{Attachment, Post, Receipt, Step};
pub(crate) use role::{Role, Scope};
pub(crate) use service::{Defaults, Service};
pub(crate) use sms::{Life, Medium, Options, Sms};
pub(crate) use timers::Timers;
pub(crate) use upload::Upload;
pub(crate) use user::User;

/// Most messages, conversations, and messages of a conversation kept; the oldest go first.
pub(crate) const MOST_KEPT: usize = 10_000;

/// Everything the account's resources say.
#[derive(Debug)]
pub(crate) struct Records {
    pub(crate) messages: VecDeque<Sms>,
    pub(crate) conversations: VecDeque<Conversation>,
    /// Person and number of ours, where the person said STOP.
    pub(crate) stopped: BTreeSet<(String, String)>,
    pub(crate) services: VecDeque<Service>,
    pub(crate) configuration: Configuration,
    /// The account's webhooks.
    pub(crate) hook: Hook,
    pub(crate) addresses: VecDeque<AddressConfiguration>,
    pub(crate) uploads: VecDeque<Upload>,
    /// What Programmable Messaging remembers besides its messages.
    pub(crate) messaging: Messaging,
    /// How many actions a second a conversation and a service bear; none bears any number.
    pub(crate) most_actions: Option<usize>,
    /// Whether creations fail as sends do.
    pub(crate) creations_err: bool,
    /// Whether a task watches the conversations' timers.
    pub(crate) is_watched: bool,
}

impl Records {
    /// An account with one service.
    pub(crate) fn new(configuration: Configuration, service: Service) -> Self {
        Self {
            messages: VecDeque::new(),
            conversations: VecDeque::new(),
            stopped: BTreeSet::new(),
            services: VecDeque::from([service]),
            configuration,
            hook: Hook::default(),
            addresses: VecDeque::new(),
            uploads: VecDeque::new(),
            messaging: Messaging::default(),
            most_actions: None,
            creations_err: false,
            is_watched: false,
        }
    }

    /// Finds a service.
    pub(crate) fn service(&mut self, sid: &str) -> Option<&mut Service> {
        self.services.iter_mut().find(|service| service.sid == sid)
    }

    /// Finds a conversation of a service by its sid or its unique name.
    pub(crate) fn conversation_in(&mut self, service_sid: &str, name: &str) -> Option<&mut Conversation> {
        let is_named = |other: &Conversation| other.sid == name || other.unique_name.as_deref() == Some(name);
        self.conversations.iter_mut().find(|other| other.service_sid == service_sid && is_named(other))
    }

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
        self.conversations.iter().find(|conversation| {
            let is_group = || {
                let numbers = conversation.participants.iter();
                numbers.into_iter().any(|other| matches!(&other.who, Who::Projected { number, .. } if number == ours))
            };
            let is_meant = |who: &Who| match who {
                Who::Bound { address, proxy } => address == person && proxy == ours,
                Who::Grouped { address } => address == person && is_group(),
                _ => false,
            };
            !conversation.is_closed() && conversation.participants.iter().any(|someone| is_meant(&someone.who))
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
