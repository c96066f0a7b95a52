use async_trait::async_trait;

use crate::{Context, Result, message::SetTyping};

/// Showing people that an answer is being written.
#[async_trait]
pub trait Typing: Send + Sync {
    /// Shows it, or ends showing it.
    async fn set_typing(&self, context: &Context, request: SetTyping) -> Result<()>;
}
