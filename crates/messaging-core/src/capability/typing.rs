use async_trait::async_trait;

use crate::{Context, Place, Result, message::SetTyping};

/// Showing people that an answer is being written.
#[async_trait]
pub trait Typing: Send + Sync {
    /// Shows it, or ends showing it.
    async fn set_typing(&self, context: &Context, request: SetTyping) -> Result<()>;

    /// Whether people are shown words in `place`, and not only that somebody writes. False unless told otherwise.
    fn shows_words(&self, _: &Place) -> bool {
        false
    }
}
