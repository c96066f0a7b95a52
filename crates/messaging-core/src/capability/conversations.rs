use async_trait::async_trait;

use crate::{
    Context, Page, Result,
    message::{Conversation, CreateConversation, FetchConversation, ListConversations},
};

/// Conversations as objects on the provider's side.
#[async_trait]
pub trait Conversations: Send + Sync {
    /// Creates a conversation.
    async fn create(&self, context: &Context, request: CreateConversation) -> Result<Conversation>;

    /// Fetches one conversation.
    async fn fetch(&self, context: &Context, request: FetchConversation) -> Result<Conversation>;

    /// Lists conversations, one page at a time.
    async fn list(&self, context: &Context, request: ListConversations) -> Result<Page<Conversation>>;
}
