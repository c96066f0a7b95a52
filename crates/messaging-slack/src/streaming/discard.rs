use messaging_core::{
    Result,
    message::{DiscardStream, FinishStream},
};
use serde_json::json;

use super::finish::stopped;
use crate::{Slack, place::Destination};

impl Slack {
    /// Deletes a message of ours. A stream is stopped first: what is being written cannot be deleted everywhere.
    pub(super) async fn discard(&self, request: DiscardStream) -> Result<()> {
        let channel = Destination::of(&request.conversation, None)?.channel;
        let api = self.api_for(&request.conversation).await?;
        let stop = FinishStream::new(request.conversation.clone(), request.id.clone(), "");
        let done = match stopped(&api, channel, &stop).await {
            Ok(()) => {
                let body = json!({ "channel": channel, "ts": request.id.as_str() });
                api.write("chat.delete", &body).await.map(drop)
            }
            Err(error) => Err(error),
        };
        match done {
            Err(error) if error.vendor().is_some_and(|vendor| vendor.code == "message_not_found") => Ok(()),
            done => done,
        }
    }
}
