use async_trait::async_trait;

use crate::{
    Context, Place, Result,
    id::ConversationId,
    message::{Conversation, DeleteConversation, SetConversationState, UpdateConversation},
};

/// Changing a conversation after it was created, up to its end.
#[async_trait]
pub trait Lifecycle: Send + Sync {
    /// Changes its name, data or timers; what the request leaves out stays.
    async fn update(&self, context: &Context, request: UpdateConversation) -> Result<Conversation>;

    /// Puts it to sleep, wakes it or closes it.
    async fn set_state(&self, context: &Context, request: SetConversationState) -> Result<Conversation>;

    /// Deletes it, with everything said in it.
    async fn delete(&self, context: &Context, request: DeleteConversation) -> Result<()>;

    /// Names the conversation that is deleted when nothing is to be kept of what was said in `place`; none unless told
    /// otherwise, and then messages are deleted one by one.
    fn deleted_with(&self, place: &Place) -> Option<ConversationId> {
        let _ = place;
        None
    }
}
