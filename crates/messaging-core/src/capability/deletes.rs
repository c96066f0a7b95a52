use async_trait::async_trait;

use crate::{Context, Result, message::DeleteMessage};

/// Taking a message back.
#[async_trait]
pub trait Deletes: Send + Sync {
    /// Deletes a message from the provider's records; whoever has received it may keep it.
    async fn delete_message(&self, context: &Context, request: DeleteMessage) -> Result<()>;
}
