//! Showing that an answer is being written: `assistant.threads.setStatus`.
//! <https://docs.slack.dev/reference/methods/assistant.threads.setStatus>

use async_trait::async_trait;
use messaging_core::{Context, Error, ErrorKind, Place, Result, capability::Typing, message::SetTyping};

use crate::{Slack, client::assistant, place::Destination};

/// What follows the app's name unless it is told something else.
const THINKING: &str = "is thinking…";

#[async_trait]
impl Typing for Slack {
    /// Shows a status after the app's name, in a thread: elsewhere Slack has none. It is over with a reply, or after two
    /// minutes.
    async fn set_typing(&self, _: &Context, request: SetTyping) -> Result<()> {
        let destination = Destination::of(&request.conversation, None)?;
        let Some(root) = destination.thread else {
            let message = "Slack shows a status in threads only: name the place as `thread:{team},{channel},{ts}`";
            return Err(Error::new(ErrorKind::Unsupported, message));
        };
        let words = request.words.as_deref().map(str::trim).filter(|words| !words.is_empty()).unwrap_or(THINKING);
        let status = if request.shown { words } else { "" };
        let client = self.client_for(&request.conversation).await?;
        client.call(assistant::SetStatus::new(destination.channel, root, status)).await.map(|_| ())
    }

    fn shows_words(&self, place: &Place) -> bool {
        place.kind() == "thread"
    }
}
