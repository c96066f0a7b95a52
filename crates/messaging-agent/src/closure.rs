use std::{fmt, future::Future};

use async_trait::async_trait;
use messaging_core::message::Content;

use crate::{Agent, AgentError, Turn};

/// Makes an agent of an async closure.
pub fn from_fn<F, R>(reply: F) -> FromFn<F>
where
    F: Fn(Turn) -> R + Send + Sync + 'static,
    R: Future<Output = Result<Vec<Content>, AgentError>> + Send + 'static,
{
    FromFn(reply)
}

/// The agent made by [`from_fn`].
#[derive(Clone)]
pub struct FromFn<F>(F);

#[async_trait]
impl<F, R> Agent for FromFn<F>
where
    F: Fn(Turn) -> R + Send + Sync + 'static,
    R: Future<Output = Result<Vec<Content>, AgentError>> + Send + 'static,
{
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        (self.0)(turn).await
    }
}

impl<F> fmt::Debug for FromFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromFn").finish_non_exhaustive()
    }
}
