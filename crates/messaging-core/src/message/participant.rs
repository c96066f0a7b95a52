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

    /// Returns what people are shown for them: `from` of their attributes ("Ann - Local Expert"), otherwise their role
    /// and their identity or address.
    #[must_use]
    pub fn display_name(&self) -> String {
        let name = match &self.address {
            ParticipantAddress::Identity(name) | ParticipantAddress::Projected { identity: name, .. } => name,
            ParticipantAddress::Address { address, .. } => address,
        };
        let from = self.attributes.get("from").and_then(Value::as_str).map(str::trim);
        match (from.filter(|from| !from.is_empty()), &self.role) {
            (Some(from), _) => from.to_owned(),
            (None, Some(role)) => format!("{role} {name}"),
            (None, None) => name.clone(),
        }
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
    /// By a name within the provider, and as the number of ours that the others see in a group text.
    Projected {
        /// Their name.
        identity: String,
        /// Ours, which the others see.
        address: String,
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
    /// Their role in the application's words, such as `admin`; the settings say what it is at the provider.
    pub role: Option<String>,
    /// The application's own data; `from` is what people are shown.
    pub attributes: Map<String, Value>,
}

impl AddParticipant {
    /// Adds someone by a name within the provider.
    pub fn identity(conversation: impl Into<ConversationId>, identity: impl Into<String>) -> Self {
        let address = ParticipantAddress::Identity(identity.into());
        Self { conversation: conversation.into(), address, role: None, attributes: Map::new() }
    }

    /// Adds someone by a channel address, reached from our `proxy`.
    pub fn address(
        conversation: impl Into<ConversationId>,
        address: impl Into<String>,
        proxy: impl Into<String>,
    ) -> Self {
        let address = ParticipantAddress::Address { address: address.into(), proxy: proxy.into() };
        Self { conversation: conversation.into(), address, role: None, attributes: Map::new() }
    }

    /// Adds someone by a name within the provider, who writes from our `address` in a group text.
    pub fn projected(
        conversation: impl Into<ConversationId>,
        identity: impl Into<String>,
        address: impl Into<String>,
    ) -> Self {
        let address = ParticipantAddress::Projected { identity: identity.into(), address: address.into() };
        Self { conversation: conversation.into(), address, role: None, attributes: Map::new() }
    }

    /// Gives them a role, in the application's words.
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Stores the application's own data with them.
    #[must_use]
    pub fn with_attributes(mut self, attributes: Map<String, Value>) -> Self {
        self.attributes = attributes;
        self
    }
}

/// Change a participant. What is none stays as it is.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UpdateParticipant {
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Whom.
    pub id: ParticipantId,
    /// Their role in the application's words.
    pub role: Option<String>,
    /// The application's own data, replaced as a whole.
    pub attributes: Option<Map<String, Value>>,
}

impl UpdateParticipant {
    /// Changes nothing of `id` yet.
    pub fn of(conversation: impl Into<ConversationId>, id: impl Into<ParticipantId>) -> Self {
        Self { conversation: conversation.into(), id: id.into(), role: None, attributes: None }
    }

    /// Gives them a role, in the application's words.
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Replaces the application's own data.
    #[must_use]
    pub fn with_attributes(mut self, attributes: Map<String, Value>) -> Self {
        self.attributes = Some(attributes);
        self
    }
}

/// Remove someone from a conversation.
#[derive(Clone, Debug)]
pub struct RemoveParticipant {
    /// From which conversation.
    pub conversation: ConversationId,
    /// Whom.
    pub id: ParticipantId,
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
