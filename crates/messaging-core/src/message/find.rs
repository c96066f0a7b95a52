use super::SendMessage;
use crate::{
    UnixMillis,
    id::{IntentId, MessageId},
    message::Receipt,
};

/// Ask a provider whether an earlier send took effect.
#[derive(Clone, Debug)]
pub struct FindSend {
    /// The name the send carried in [`Context::intent`](crate::Context::intent).
    pub intent: IntentId,
    /// What was sent.
    pub message: SendMessage,
    /// No byte of the send left before this moment.
    pub not_before: UnixMillis,
    /// Messages of the same conversation that are accounted for: they never prove this send, even if they read the
    /// same. ("hi" answered twice is legal.)
    pub known: Vec<MessageId>,
}

/// What a provider knows about an earlier send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It took effect.
    Happened(Receipt),
    /// It has not taken effect, as far as the provider's own records go.
    DidNot,
    /// The provider's records cannot tell.
    CannotTell,
}
