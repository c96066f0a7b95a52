use std::time::Duration;

use async_trait::async_trait;

use crate::{
    Context, Place, Result,
    message::{AppendStream, DiscardStream, FindStream, FinishStream, Found, Receipt, StartStream},
};

/// Showing an answer while it is being written.
///
/// A stream is for the eye: it may die at any moment. What makes the answer whole is
/// [`finish_stream`](Self::finish_stream), which a caller repeats until it is answered.
#[async_trait]
pub trait Streaming: Send + Sync {
    /// Says how long a stream at `place` may be; none if the platform takes no streams there.
    fn streams_at(&self, place: &Place) -> Option<StreamLimits>;

    /// Begins a message that can be appended to. The receipt has one part.
    ///
    /// # Errors
    /// [`ErrorKind::Stopped`](crate::ErrorKind::Stopped), here and in [`append_stream`](Self::append_stream): the person
    /// wants no more of this answer.
    async fn start_stream(&self, context: &Context, request: StartStream) -> Result<Receipt>;

    /// Appends to a message that was begun and is not finished. Doing it twice shows the text twice.
    async fn append_stream(&self, context: &Context, request: AppendStream) -> Result<()>;

    /// Makes a message of ours show exactly the given content, and be no stream any more. Harmless to repeat, whatever
    /// became of the stream meanwhile.
    async fn finish_stream(&self, context: &Context, request: FinishStream) -> Result<Receipt>;

    /// Takes a message of ours back, a stream or not. That it is gone already is success.
    async fn discard_stream(&self, context: &Context, request: DiscardStream) -> Result<()>;

    /// Looks for a message of ours whose beginning was never answered, and to which nothing was appended.
    async fn find_stream(&self, context: &Context, request: FindStream) -> Result<Found>;
}

/// How long one stream may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamLimits {
    /// Longest text of one message that is streamed, in characters.
    pub max_text: usize,
    /// After this long the platform may close it.
    pub lifetime: Duration,
    /// Least time between two appends.
    pub interval: Duration,
}

impl StreamLimits {
    /// Messages of at most `max_text` characters, open for `lifetime`, appended to once in `interval` at most.
    #[must_use]
    pub const fn new(max_text: usize, lifetime: Duration, interval: Duration) -> Self {
        Self { max_text, lifetime, interval }
    }
}
