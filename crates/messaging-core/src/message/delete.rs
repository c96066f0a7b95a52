use crate::{Place, id::MessageId};

/// Take a message back.
#[derive(Clone, Debug)]
pub struct DeleteMessage {
    /// Where it was posted.
    pub conversation: Place,
    /// Which one.
    pub id: MessageId,
}
