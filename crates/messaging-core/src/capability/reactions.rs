use async_trait::async_trait;

use crate::{
    Context, Result,
    message::{AddReaction, RemoveReaction},
};

/// Reacting to messages.
#[async_trait]
pub trait Reactions: Send + Sync {
    /// Adds a reaction of ours; one that is there already is no error.
    async fn add_reaction(&self, context: &Context, request: AddReaction) -> Result<()>;

    /// Takes a reaction of ours back; one that is not there is no error.
    async fn remove_reaction(&self, context: &Context, request: RemoveReaction) -> Result<()>;
}
