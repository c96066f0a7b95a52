//! Answers that people see while they are being written: `chat.startStream`, `chat.appendStream`, `chat.stopStream`, and
//! `chat.update` for what a stream could not show.
//!
//! <https://docs.slack.dev/reference/methods/chat.startStream>

mod append;
mod chunks;
mod discard;
mod find;
mod finish;
mod start;

use std::time::Duration;

use async_trait::async_trait;
use messaging_core::{
    Context, Place, Result,
    capability::{StreamLimits, Streaming},
    message::{AppendStream, DiscardStream, FindStream, FinishStream, Found, Receipt, StartStream},
};

use crate::Slack;

/// Slack takes 12,000 characters of text and steps together; this leaves room for the steps.
const MAX_TEXT: usize = 10_000;
/// Slack closes a stream after about five minutes, and says so nowhere: some see it counted from the last append.
const LIFETIME: Duration = Duration::from_secs(240);
/// Appends are of tier 4, 100 a minute in a workspace.
const INTERVAL: Duration = Duration::from_secs(1);

#[async_trait]
impl Streaming for Slack {
    /// Slack streams in threads only: elsewhere the answer would end up in a thread that nobody asked for.
    fn streams_at(&self, place: &Place) -> Option<StreamLimits> {
        (place.kind() == "thread" && self.api.is_some()).then_some(StreamLimits::new(MAX_TEXT, LIFETIME, INTERVAL))
    }

    async fn start_stream(&self, _: &Context, request: StartStream) -> Result<Receipt> {
        self.start(request).await
    }

    async fn append_stream(&self, _: &Context, request: AppendStream) -> Result<()> {
        self.append(request).await
    }

    async fn finish_stream(&self, context: &Context, request: FinishStream) -> Result<Receipt> {
        self.finish(context, request).await
    }

    async fn discard_stream(&self, _: &Context, request: DiscardStream) -> Result<()> {
        self.discard(request).await
    }

    async fn find_stream(&self, _: &Context, request: FindStream) -> Result<Found> {
        self.find_begun(request).await
    }
}
