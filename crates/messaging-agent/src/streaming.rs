use std::{fmt, future::Future};

use async_trait::async_trait;
use futures_util::{FutureExt, StreamExt, stream};
use messaging_core::message::{Content, Progress};
use tokio::sync::mpsc;

use crate::{Agent, AgentError, Piece, ReplyStream, Turn};

/// Pieces that wait for whoever shows them; the agent waits then.
const WAITING: usize = 64;

/// Where an agent made by [`from_stream`] says what it has so far.
#[derive(Clone, Debug)]
pub struct Writer(mpsc::Sender<Piece>);

impl Writer {
    /// Says what comes next in the text. Waits while the reader is behind.
    pub async fn delta(&self, text: impl Into<String>) {
        self.tell(Piece::Delta(text.into())).await;
    }

    /// Says a whole message.
    pub async fn message(&self, content: impl Into<Content>) {
        self.tell(Piece::Message(content.into())).await;
    }

    /// Says what the agent is doing.
    pub async fn progress(&self, progress: Progress) {
        self.tell(Piece::Progress(progress)).await;
    }

    async fn tell(&self, piece: Piece) {
        // Nobody listening means that the turn is over, and the agent is dropped with it.
        let _ = self.0.send(piece).await;
    }
}

/// Makes an agent of an async closure that writes its answer piece by piece.
///
/// ```
/// use messaging_agent::{Turn, Writer, from_stream};
///
/// let agent = from_stream(|turn: Turn, writer: Writer| async move {
///     for word in turn.text().split_inclusive(' ') {
///         writer.delta(word).await;
///     }
///     Ok(())
/// });
/// ```
pub fn from_stream<F, R>(write: F) -> FromStream<F>
where
    F: Fn(Turn, Writer) -> R + Send + Sync + 'static,
    R: Future<Output = Result<(), AgentError>> + Send + 'static,
{
    FromStream(write)
}

/// The agent made by [`from_stream`].
#[derive(Clone)]
pub struct FromStream<F>(F);

#[async_trait]
impl<F, R> Agent for FromStream<F>
where
    F: Fn(Turn, Writer) -> R + Send + Sync + 'static,
    R: Future<Output = Result<(), AgentError>> + Send + 'static,
{
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        self.stream(turn).collect().await
    }

    fn stream(&self, turn: Turn) -> ReplyStream<'_> {
        let (sender, pieces) = mpsc::channel(WAITING);
        let writing = (self.0)(turn, Writer(sender));
        // Polled side by side: the closure writes while its pieces are read, and its error comes behind them.
        let pieces = stream::unfold(pieces, |mut pieces| async move { Some((Ok(pieces.recv().await?), pieces)) });
        let end = writing.into_stream().filter_map(|end| async move { end.err().map(Err) });
        ReplyStream::new(beside(pieces, end))
    }
}

/// Both streams as one: `pieces` goes on after `end` has ended, and an error of `end` comes last.
fn beside<'a>(
    pieces: impl stream::Stream<Item = Result<Piece, AgentError>> + Send + 'a,
    end: impl stream::Stream<Item = Result<Piece, AgentError>> + Send + 'a,
) -> impl stream::Stream<Item = Result<Piece, AgentError>> + Send + 'a {
    let (pieces, end) = (pieces.boxed().fuse(), end.boxed().fuse());
    stream::unfold((pieces, end, None), |(mut pieces, mut end, mut failed)| async move {
        loop {
            tokio::select! {
                biased;
                Some(piece) = pieces.next() => return Some((piece, (pieces, end, failed))),
                Some(error) = end.next() => failed = Some(error),
                else => return Some((failed.take()?, (pieces, end, None))),
            }
        }
    })
}

impl<F> fmt::Debug for FromStream<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromStream").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn() -> Turn {
        Turn::new("r", "slack:dm:T1,D1".parse().unwrap(), Vec::new())
    }

    #[tokio::test]
    async fn more_pieces_than_wait_come_through() {
        let agent = from_stream(|_, writer: Writer| async move {
            for number in 0..500 {
                writer.delta(number.to_string()).await;
            }
            Ok(())
        });
        let expected: String = (0..500).map(|number| number.to_string()).collect();
        assert_eq!(agent.reply(turn()).await.unwrap(), [Content::text(expected)]);
    }

    #[tokio::test]
    async fn an_error_comes_behind_what_was_written() {
        let agent = from_stream(|_, writer: Writer| async move {
            writer.delta("half").await;
            Err(AgentError::retry("no more"))
        });
        let pieces: Vec<_> = StreamExt::collect(agent.stream(turn())).await;
        assert_eq!(pieces, [Ok(Piece::Delta("half".into())), Err(AgentError::retry("no more"))]);
    }
}
