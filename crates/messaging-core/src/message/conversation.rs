use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Place, id::ConversationId};

/// A conversation object on the provider's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Conversation {
    /// The provider's name for it.
    pub id: ConversationId,
    /// Where messages to it go.
    pub reference: Place,
    /// What people call it.
    pub name: Option<String>,
    /// Where it is in its life.
    pub state: ConversationState,
    /// The application's own data.
    #[serde(default)]
    pub attributes: Map<String, Value>,
}

impl Conversation {
    /// An active conversation without a name.
    pub fn new(id: impl Into<ConversationId>, reference: Place) -> Self {
        let (name, state, attributes) = (None, ConversationState::Active, Map::new());
        Self { id: id.into(), reference, name, state, attributes }
    }
}

/// Where a conversation is in its life.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ConversationState {
    /// Messages flow.
    #[default]
    Active,
    /// Asleep; the next message wakes it.
    Inactive,
    /// Over for good.
    Closed,
    /// A state this version does not know, in the vendor's word.
    #[serde(untagged)]
    Other(String),
}

impl From<&str> for ConversationState {
    fn from(word: &str) -> Self {
        match word {
            "active" => Self::Active,
            "inactive" => Self::Inactive,
            "closed" => Self::Closed,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// Create a conversation.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateConversation {
    /// What people call it.
    pub name: Option<String>,
    /// A name that no other conversation of the account may have: creating it twice fails instead of doubling it.
    pub unique_name: Option<String>,
    /// The application's own data.
    pub attributes: Map<String, Value>,
}

impl CreateConversation {
    /// A conversation called `name`.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..Self::default() }
    }

    /// Makes creating it twice fail instead of doubling it.
    #[must_use]
    pub fn unique(mut self, unique_name: impl Into<String>) -> Self {
        self.unique_name = Some(unique_name.into());
        self
    }

    /// Stores the application's own data with it.
    #[must_use]
    pub fn with_attributes(mut self, attributes: Map<String, Value>) -> Self {
        self.attributes = attributes;
        self
    }
}

/// Fetch one conversation.
#[derive(Clone, Debug)]
pub struct FetchConversation {
    /// Which one: the provider's name for it, or its unique name where the provider allows that.
    pub id: ConversationId,
}

/// List conversations.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ListConversations {
    /// At most this many on the page; the provider's own default otherwise.
    pub limit: Option<u32>,
    /// [`Page::next`](super::Page::next) of the page before; none for the first page.
    pub cursor: Option<String>,
}
