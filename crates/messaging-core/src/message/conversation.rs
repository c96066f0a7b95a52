use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Place, UnixMillis, id::ConversationId};

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
    /// The name that no other conversation of the account has, if it was given one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique_name: Option<String>,
    /// When it was created, where the provider says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<UnixMillis>,
}

impl Conversation {
    /// An active conversation without a name.
    pub fn new(id: impl Into<ConversationId>, reference: Place) -> Self {
        Self {
            id: id.into(),
            reference,
            name: None,
            state: ConversationState::Active,
            attributes: Map::new(),
            unique_name: None,
            created_at: None,
        }
    }
}

/// How long a conversation stays in a state without news, before it goes to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timers {
    /// From active to inactive.
    pub inactive: Option<Duration>,
    /// To closed.
    pub closed: Option<Duration>,
}

impl Timers {
    /// Falls asleep after so long.
    #[must_use]
    pub fn inactive_after(mut self, time: Duration) -> Self {
        self.inactive = Some(time);
        self
    }

    /// Closes after so long.
    #[must_use]
    pub fn closed_after(mut self, time: Duration) -> Self {
        self.closed = Some(time);
        self
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
    /// A name that no other conversation of the account may have: creating it twice gives the one that is there, or
    /// fails, instead of doubling it.
    pub unique_name: Option<String>,
    /// The application's own data.
    pub attributes: Map<String, Value>,
    /// When it falls asleep and when it closes by itself; never unless told so.
    pub timers: Timers,
}

impl CreateConversation {
    /// A conversation called `name`.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..Self::default() }
    }

    /// Keeps creating it twice from doubling it.
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

    /// Has it fall asleep and close by itself.
    #[must_use]
    pub fn with_timers(mut self, timers: Timers) -> Self {
        self.timers = timers;
        self
    }
}

/// Change a conversation. What is none stays as it is.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UpdateConversation {
    /// Which one.
    pub id: ConversationId,
    /// What people are to call it.
    pub name: Option<String>,
    /// The application's own data, replaced as a whole.
    pub attributes: Option<Map<String, Value>>,
    /// New timers; a timer that is none stays.
    pub timers: Timers,
}

impl UpdateConversation {
    /// Changes nothing of `id` yet.
    pub fn of(id: impl Into<ConversationId>) -> Self {
        Self { id: id.into(), name: None, attributes: None, timers: Timers::default() }
    }

    /// Renames it.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Replaces the application's own data.
    #[must_use]
    pub fn with_attributes(mut self, attributes: Map<String, Value>) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// Sets timers.
    #[must_use]
    pub fn with_timers(mut self, timers: Timers) -> Self {
        self.timers = timers;
        self
    }
}

/// Put a conversation to sleep, wake it or close it. Closed is for good.
#[derive(Clone, Debug)]
pub struct SetConversationState {
    /// Which one.
    pub id: ConversationId,
    /// The state it is to have.
    pub state: ConversationState,
}

/// Delete a conversation, with everything said in it.
#[derive(Clone, Debug)]
pub struct DeleteConversation {
    /// Which one.
    pub id: ConversationId,
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
