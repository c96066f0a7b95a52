use std::time::SystemTime;

use crate::twilio::address::{self, Channel};

/// Somebody in a conversation.
#[derive(Clone, Debug)]
pub(crate) struct Participant {
    pub(crate) sid: String,
    pub(crate) who: Who,
    pub(crate) role_sid: String,
    pub(crate) attributes: String,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
    pub(crate) last_read_index: Option<u64>,
    /// ISO 8601, as REST shows it.
    pub(crate) last_read_at: Option<String>,
}

/// How somebody takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// By the chat SDK.
    Chat { identity: String },
    /// By a phone that talks to a number of ours.
    Bound { address: String, proxy: String },
    /// By a phone in a group MMS, which sees everybody's numbers.
    Grouped { address: String },
    /// By the chat SDK or over REST, seen in a group MMS as a number of ours.
    Projected { identity: Option<String>, number: String },
}

impl Participant {
    /// The author of what they write.
    pub(crate) fn name(&self) -> &str {
        match &self.who {
            Who::Chat { identity } | Who::Projected { identity: Some(identity), .. } => identity,
            Who::Bound { address, .. } | Who::Grouped { address } => address,
            Who::Projected { identity: None, number } => number,
        }
    }

    /// Their identity, if they have one.
    pub(crate) fn identity(&self) -> Option<&str> {
        match &self.who {
            Who::Chat { identity } | Who::Projected { identity: Some(identity), .. } => Some(identity),
            _ => None,
        }
    }

    /// The address of their phone, if it is one.
    pub(crate) fn phone(&self) -> Option<&str> {
        match &self.who {
            Who::Bound { address, .. } | Who::Grouped { address } => Some(address),
            _ => None,
        }
    }

    /// Their channel, if they are not chat participants.
    pub(crate) fn channel(&self) -> Option<Channel> {
        address::parse(self.phone()?).map(|(channel, _)| channel)
    }
}
