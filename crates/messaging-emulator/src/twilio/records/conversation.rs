use std::{
    collections::VecDeque,
    sync::Arc,
    time::{Duration, SystemTime},
};

use super::{Participant, Post, Scoped, Timers, Who};

/// A conversation with everything in it.
#[derive(Clone, Debug)]
pub(crate) struct Conversation {
    pub(crate) sid: String,
    /// The service it is in (`IS…`).
    pub(crate) service_sid: String,
    pub(crate) friendly_name: Option<String>,
    pub(crate) unique_name: Option<String>,
    pub(crate) messaging_service_sid: String,
    pub(crate) attributes: String,
    pub(crate) state: String,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
    pub(crate) participants: Vec<Participant>,
    /// Shared, so that a copy of the conversation is cheap.
    pub(crate) posts: VecDeque<Arc<Post>>,
    pub(crate) next_index: u64,
    pub(crate) timers: Timers,
    pub(crate) email: Email,
    /// Its own webhooks.
    pub(crate) webhooks: Vec<Scoped>,
    /// When it was acted upon within the last second, as the emulator's age.
    pub(crate) actions: VecDeque<Duration>,
    /// The identity or address of whoever created it; `system` over REST.
    pub(crate) created_by: String,
}

/// From whom its mails come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Email {
    pub(crate) address: Option<String>,
    pub(crate) name: Option<String>,
}

impl Conversation {
    pub(crate) fn is_closed(&self) -> bool {
        self.state == "closed"
    }

    /// Who of the participants writes under this name.
    pub(crate) fn author(&self, name: &str) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.name() == name)
    }

    /// A participant by sid.
    pub(crate) fn participant(&self, sid: &str) -> Option<&Participant> {
        self.participants.iter().find(|other| other.sid == sid)
    }

    /// A participant by sid or by identity.
    pub(crate) fn member(&self, name: &str) -> Option<&Participant> {
        self.participants.iter().find(|other| other.sid == name || other.identity() == Some(name))
    }

    /// Whether it is a group MMS: somebody takes part under a projected number.
    pub(crate) fn is_group(&self) -> bool {
        self.participants.iter().any(|participant| matches!(participant.who, Who::Projected { .. }))
    }

    /// The first of the numbers under which a group MMS is held.
    pub(crate) fn group_number(&self) -> Option<&str> {
        self.participants.iter().find_map(|participant| match &participant.who {
            Who::Projected { number, .. } => Some(number.as_str()),
            _ => None,
        })
    }
}
