use messaging_core::{
    DeliveryStatus, TraceContext, UnixMillis,
    error::VendorError,
    id::MessageId,
    message::{Author, Content},
};
use serde::{Deserialize, Serialize};

/// Who spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// The person.
    Person,
    /// The agent.
    Agent,
}

/// One line of a conversation. A person's line is there once it was accepted, an agent's once it was carried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its place in the stream: grows, survives restarts, never used twice.
    pub cursor: u64,
    /// Who.
    pub speaker: Speaker,
    /// Who exactly, where a person spoke.
    pub author: Option<Author>,
    /// The provider's name for the message: for an agent's line the first part of its receipt.
    pub message: Option<MessageId>,
    /// What.
    pub content: Content,
    /// When it was stored.
    pub at: UnixMillis,
    /// How far a message of ours got, if the provider has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<DeliveryStatus>,
    /// Why it got no further, in the vendor's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<VendorError>,
    /// The place in the stream of its last change: its own until something changed.
    pub changed: u64,
    /// The span of what it came of: of the delivery that told a person's line, of the reply that is an agent's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<TraceContext>,
}

/// Which part of a conversation's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slice {
    /// The oldest ones whose cursor is greater.
    After(u64),
    /// The newest ones whose cursor is smaller.
    Before(u64),
}
