use async_trait::async_trait;

use crate::{
    Context, Page, Result,
    message::{AddParticipant, ListParticipants, Participant, RemoveParticipant, UpdateParticipant},
};

/// Who takes part in a conversation.
#[async_trait]
pub trait Participants: Send + Sync {
    /// Adds a participant.
    async fn add(&self, context: &Context, request: AddParticipant) -> Result<Participant>;

    /// Lists the participants, one page at a time.
    async fn participants(&self, context: &Context, request: ListParticipants) -> Result<Page<Participant>>;

    /// Changes a participant's role or data; what the request leaves out stays.
    async fn update_participant(&self, context: &Context, request: UpdateParticipant) -> Result<Participant>;

    /// Removes a participant; what they wrote stays.
    async fn remove(&self, context: &Context, request: RemoveParticipant) -> Result<()>;
}
