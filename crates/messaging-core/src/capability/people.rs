use async_trait::async_trait;

use crate::{Context, Result, message::FetchName};

/// Knowing what people call each other, where messages only name them by an id.
#[async_trait]
pub trait People: Send + Sync {
    /// Fetches a name; none where there is none. Asked for before every turn: what is known is remembered for a while, and
    /// so is that nothing is.
    async fn name(&self, context: &Context, request: FetchName) -> Result<Option<String>>;
}
