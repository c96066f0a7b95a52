use messaging_core::{Result, message::AppendStream};
use serde_json::json;

use super::chunks::chunks;
use crate::{Slack, place::Destination};

impl Slack {
    /// Appends to a stream; nothing to append is nothing to do.
    pub(super) async fn append(&self, request: AppendStream) -> Result<()> {
        let destination = Destination::of(&request.conversation, None)?;
        let chunks = chunks(&request.text, &request.progress);
        if chunks.is_empty() {
            return Ok(());
        }
        let body = json!({ "channel": destination.channel, "ts": request.id.as_str(), "chunks": chunks });
        self.api_for(&request.conversation).await?.write("chat.appendStream", &body).await?;
        Ok(())
    }
}
