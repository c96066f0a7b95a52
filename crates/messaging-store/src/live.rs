use messaging_core::{
    UnixMillis,
    id::{IntentId, MessageId},
};

/// A message that shows an answer while it is being written. Written down before the platform is asked for it, so that
/// whatever a turn leaves on people's screens is known to the turn after it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Live {
    /// Names it before any provider has seen it. Random.
    pub id: IntentId,
    /// The provider's name for it. None if nobody heard whether it was begun.
    pub message: Option<MessageId>,
    /// What it showed at first.
    pub text: String,
    /// No byte of it left before this moment.
    pub since: UnixMillis,
    /// Whether a turn shows it that is under way beside the one that asks, or that waits for another try: it is not the
    /// asker's to touch, nor to take for its own.
    pub beside: bool,
}
