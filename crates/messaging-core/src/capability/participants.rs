use async_trait::async_trait;

use crate::{
    Context, Page, Result,
    message::{AddParticipant, ListParticipants, Participant},
};

/// Who takes part in a conversation.
#[async_trait]
pub trait Participants: Send + Sync {
    /// Adds a participant.
    async fn add(&self, context: &Context, request: AddParticipant) -> Result<Participant>;

    /// Lists the participants, one page at a time.
    async fn participants(&self, context: &Context, request: ListParticipants) -> Result<Page<Participant>>;
}
