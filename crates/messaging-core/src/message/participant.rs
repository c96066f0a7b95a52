use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::{ConversationId, ParticipantId};

/// Someone who takes part in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participant {
    /// The provider's name for them.
    pub id: ParticipantId,
    /// How they are reached.
    pub address: ParticipantAddress,
    /// The provider's name for their role, where it has roles.
    pub role: Option<String>,
    /// The application's own data.
    #[serde(default)]
    pub attributes: Map<String, Value>,
}

impl Participant {
    /// Someone without a role.
    pub fn new(id: impl Into<ParticipantId>, address: ParticipantAddress) -> Self {
        Self { id: id.into(), address, role: None, attributes: Map::new() }
    }
}

/// How a participant is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ParticipantAddress {
    /// By a name within the provider, over its own chat.
    Identity(String),
    /// By a channel address, from one of ours: `+1555…`, `whatsapp:+1555…`.
    Address {
        /// Theirs.
        address: String,
        /// Ours.
        proxy: String,
    },
}

/// Add someone to a conversation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AddParticipant {
    /// Which conversation.
    pub conversation: ConversationId,
    /// How they are reached.
    pub address: ParticipantAddress,
    /// The application's own data.
    pub attributes: Map<String, Value>,
}

impl AddParticipant {
    /// Adds someone by a name within the provider.
    pub fn identity(conversation: impl Into<ConversationId>, identity: impl Into<String>) -> Self {
        let address = ParticipantAddress::Identity(identity.into());
        Self { conversation: conversation.into(), address, attributes: Map::new() }
    }

    /// Adds someone by a channel address, reached from our `proxy`.
    pub fn address(
        conversation: impl Into<ConversationId>,
        address: impl Into<String>,
        proxy: impl Into<String>,
    ) -> Self {
        let address = ParticipantAddress::Address { address: address.into(), proxy: proxy.into() };
        Self { conversation: conversation.into(), address, attributes: Map::new() }
    }
}

/// List the participants of a conversation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ListParticipants {
    /// Which conversation.
    pub conversation: ConversationId,
    /// At most this many on the page; the provider's own default otherwise.
    pub limit: Option<u32>,
    /// [`Page::next`](super::Page::next) of the page before; none for the first page.
    pub cursor: Option<String>,
}

impl ListParticipants {
    /// The first page of the participants of `conversation`.
    pub fn of(conversation: impl Into<ConversationId>) -> Self {
        Self { conversation: conversation.into(), limit: None, cursor: None }
    }
}
