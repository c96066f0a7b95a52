use async_trait::async_trait;

use crate::{
    Context, Result,
    missed::{ListMissed, Missed},
};

/// Telling what was said while nobody listened, from the provider's own records.
#[async_trait]
pub trait CatchUp: Send + Sync {
    /// Lists what was said in one conversation since a moment, as the events that callbacks would have brought, under
    /// the same keys.
    async fn missed(&self, context: &Context, request: ListMissed) -> Result<Missed>;
}
