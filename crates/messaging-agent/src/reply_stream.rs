use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use futures_util::{FutureExt, Stream, StreamExt, future, stream, stream::BoxStream};
use messaging_core::message::{Content, Progress};

use crate::AgentError;

/// A piece of an answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Piece {
    /// What comes next in the text that is being written.
    Delta(String),
    /// What the agent is doing; no part of the answer.
    Progress(Progress),
    /// A message of its own. A text that was being written before it is complete.
    Message(Content),
}

/// An answer while it is being written: pieces, and then the end. An error is the end, too.
pub struct ReplyStream<'a>(BoxStream<'a, Result<Piece, AgentError>>);

impl<'a> ReplyStream<'a> {
    /// An answer in pieces.
    pub fn new(pieces: impl Stream<Item = Result<Piece, AgentError>> + Send + 'a) -> Self {
        Self(pieces.boxed())
    }

    /// An answer that is told all at once.
    pub fn whole(reply: impl Future<Output = Result<Vec<Content>, AgentError>> + Send + 'a) -> Self {
        let pieces = reply.map(|reply| match reply {
            Ok(contents) => stream::iter(contents).map(|content| Ok(Piece::Message(content))).left_stream(),
            Err(error) => stream::once(future::ready(Err(error))).right_stream(),
        });
        Self(pieces.flatten_stream().boxed())
    }

    /// Waits for the end and returns the messages it comes to: every run of deltas is one.
    ///
    /// # Errors
    /// The stream ended with one.
    pub async fn collect(mut self) -> Result<Vec<Content>, AgentError> {
        let mut replies = Replies::default();
        while let Some(piece) = self.next().await {
            replies.add(piece?);
        }
        Ok(replies.into_contents())
    }
}

impl Stream for ReplyStream<'_> {
    type Item = Result<Piece, AgentError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(context)
    }
}

impl fmt::Debug for ReplyStream<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplyStream").finish_non_exhaustive()
    }
}

/// What the pieces of an answer come to.
#[derive(Clone, Debug, Default)]
pub struct Replies {
    contents: Vec<Content>,
    text: Option<String>,
}

impl Replies {
    /// Takes one more piece in.
    pub fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Delta(text) => self.text.get_or_insert_default().push_str(&text),
            Piece::Message(content) => {
                self.end_text();
                self.contents.push(content);
            }
            Piece::Progress(_) => {}
        }
    }

    /// Returns the messages; empty ones are left out.
    #[must_use]
    pub fn into_contents(mut self) -> Vec<Content> {
        self.end_text();
        self.contents.retain(|content| !content.is_empty());
        self.contents
    }

    fn end_text(&mut self) {
        self.contents.extend(self.text.take().map(Content::text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_run_of_deltas_is_one_message() {
        let delta = |text: &str| Ok(Piece::Delta(text.into()));
        let step = Ok(Piece::Progress(Progress::Status("is reading".into())));
        let pieces = [delta("a"), step, delta("b"), Ok(Piece::Message("c".into())), delta(" "), delta("")];
        let contents = ReplyStream::new(stream::iter(pieces)).collect().await.unwrap();
        assert_eq!(contents, [Content::text("ab"), Content::text("c")], "what is blank is no message");
    }

    #[tokio::test]
    async fn an_error_is_the_end() {
        let pieces = [Ok(Piece::Delta("a".into())), Err(AgentError::retry("cut"))];
        assert_eq!(ReplyStream::new(stream::iter(pieces)).collect().await, Err(AgentError::retry("cut")));
        let whole = ReplyStream::whole(async { Ok(vec!["x".into(), "y".into()]) });
        assert_eq!(whole.collect().await.unwrap().len(), 2);
    }
}
