//! Identifiers that cannot be mixed up.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    sync::Arc,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An opaque identifier, typed by what it names. Cheap to clone.
pub struct Id<K> {
    value: Arc<str>,
    kind: PhantomData<fn() -> K>,
}

/// What an [`Id`] may name.
pub mod kind {
    /// Names a message.
    #[derive(Debug)]
    pub enum Message {}
    /// Names a conversation object on the provider's side.
    #[derive(Debug)]
    pub enum Conversation {}
    /// Names a participant of a conversation.
    #[derive(Debug)]
    pub enum Participant {}
    /// Names something that happened, once.
    #[derive(Debug)]
    pub enum Event {}
    /// Names a message we intend to send, before any provider has seen it.
    #[derive(Debug)]
    pub enum Intent {}
}

/// Names a message, in the provider's words: a Twilio SID, a Slack `ts`.
pub type MessageId = Id<kind::Message>;
/// Names a conversation object on the provider's side, such as a Twilio `CH…`.
pub type ConversationId = Id<kind::Conversation>;
/// Names a participant of a conversation, such as a Twilio `MB…`.
pub type ParticipantId = Id<kind::Participant>;
/// Names something that happened: the same key twice is the same event twice.
pub type EventKey = Id<kind::Event>;
/// Names a message we intend to send. Travels with it, so that the send can be found again.
pub type IntentId = Id<kind::Intent>;

impl<K> Id<K> {
    /// Returns the identifier as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl<K, T: Into<Arc<str>>> From<T> for Id<K> {
    fn from(value: T) -> Self {
        Self { value: value.into(), kind: PhantomData }
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), kind: PhantomData }
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.value, f)
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.value)
    }
}

impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
