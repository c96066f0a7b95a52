use async_trait::async_trait;

use crate::{
    Context, Result,
    message::{CheckHealth, Healthy},
};

/// Finding out whether the account works, without changing anything.
#[async_trait]
pub trait Health: Send + Sync {
    /// Checks the credentials, and whatever else the settings name.
    async fn check(&self, context: &Context, request: CheckHealth) -> Result<Healthy>;
}
