//! Reacting: `reactions.add` and `reactions.remove`. <https://docs.slack.dev/reference/methods/reactions.add>

use async_trait::async_trait;
use messaging_core::{
    Context, Result,
    capability::Reactions,
    message::{AddReaction, RemoveReaction},
};

use crate::{Slack, client::reactions, place::Destination, settled::settled};

#[async_trait]
impl Reactions for Slack {
    /// Adds an emoji by its name: `eyes`, `thumbsup::skin-tone-2`. Colons around it are left out.
    async fn add_reaction(&self, _: &Context, request: AddReaction) -> Result<()> {
        let channel = Destination::of(&request.conversation, None)?.channel;
        let add = reactions::Add::new(channel, request.id.as_str(), bare(&request.name));
        let client = self.client_for(&request.conversation).await?;
        settled(client.call(add).await.map(|_| ()), &["already_reacted"])
    }

    /// Takes an emoji of ours back.
    async fn remove_reaction(&self, _: &Context, request: RemoveReaction) -> Result<()> {
        let channel = Destination::of(&request.conversation, None)?.channel;
        let remove = reactions::Remove::new(bare(&request.name)).channel(channel).timestamp(request.id.as_str());
        let client = self.client_for(&request.conversation).await?;
        settled(client.call(remove).await.map(|_| ()), &["no_reaction"])
    }
}

/// A name without the colons that people write around it.
fn bare(name: &str) -> &str {
    name.strip_prefix(':').and_then(|name| name.strip_suffix(':')).unwrap_or(name)
}
