use async_trait::async_trait;

use crate::{
    Context, Page, Result,
    message::{FetchMessage, ListMessages, Message},
};

/// Reading what was said from the provider's own records.
#[async_trait]
pub trait Messages: Send + Sync {
    /// Fetches one message.
    async fn fetch_message(&self, context: &Context, request: FetchMessage) -> Result<Message>;

    /// Lists the messages of one conversation, newest first, one page at a time.
    async fn history(&self, context: &Context, request: ListMessages) -> Result<Page<Message>>;
}
