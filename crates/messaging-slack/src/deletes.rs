//! Taking a message back: `chat.delete`. <https://docs.slack.dev/reference/methods/chat.delete>

use async_trait::async_trait;
use messaging_core::{Context, Result, capability::Deletes, message::DeleteMessage};

use crate::{Slack, client::chat, place::Destination};

#[async_trait]
impl Deletes for Slack {
    /// Deletes a message of the app's own, for everybody. One with a name and icon of its own cannot be deleted.
    async fn delete_message(&self, _: &Context, request: DeleteMessage) -> Result<()> {
        let channel = Destination::of(&request.conversation, None)?.channel;
        let client = self.client_for(&request.conversation).await?;
        client.call(chat::Delete::new(channel, request.id.as_str())).await.map(|_| ())
    }
}
