use std::sync::Arc;

use async_trait::async_trait;
use messaging_core::message::Content;

use crate::{AgentError, ReplyStream, Turn};

/// Answers people. Called at least once for every message, one turn per conversation at a time.
#[async_trait]
pub trait Agent: Send + Sync + 'static {
    /// Answers a turn, in order; no replies means deliberate silence.
    ///
    /// May be dropped at any await (a newer message supersedes the turn, the lease is lost, the process dies) and asked
    /// again: what must not happen twice belongs under [`Turn::run`].
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError>;

    /// Answers a turn piece by piece, so that people can read along. Agents that have nothing to show before they are
    /// done leave it as it is.
    ///
    /// The end of the stream is the end of the answer, and an error in it a failed turn. What was shown by then stays
    /// until the next try replaces it. Dropped and asked again like [`reply`](Self::reply).
    fn stream(&self, turn: Turn) -> ReplyStream<'_> {
        ReplyStream::whole(self.reply(turn))
    }
}

#[async_trait]
impl<T: Agent + ?Sized> Agent for Arc<T> {
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        (**self).reply(turn).await
    }

    fn stream(&self, turn: Turn) -> ReplyStream<'_> {
        (**self).stream(turn)
    }
}
