use async_trait::async_trait;

use crate::{
    Context, Result,
    message::{FetchPrice, Price},
};

/// Finding out what a message cost.
#[async_trait]
pub trait Billing: Send + Sync {
    /// Fetches the price of one message; none while the provider has not billed it yet.
    async fn price(&self, context: &Context, request: FetchPrice) -> Result<Option<Price>>;
}
