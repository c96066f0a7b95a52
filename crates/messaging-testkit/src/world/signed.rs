use std::collections::VecDeque;

use futures_util::{Stream, StreamExt, stream};
use messaging_agent::{AgentError, Piece, ReplyStream};

use super::text;

/// An answer on its way, with a mark under each of its messages.
struct Signed<'a, E> {
    pieces: ReplyStream<'a>,
    heard: Vec<(usize, u64)>,
    /// How many messages have ended.
    replies: usize,
    /// Whether a text is being written that is not blank.
    writing: bool,
    ready: VecDeque<Result<Piece, AgentError>>,
    /// Told how many messages there were; none once the answer is over.
    end: Option<E>,
}

/// Puts a mark under every message of an answer, so that people's screens tell what it answers. At its end `end` is told
/// how many messages there were, and may turn it into a failure.
pub(super) fn signed<'a, E>(
    pieces: ReplyStream<'a>,
    heard: Vec<(usize, u64)>,
    end: E,
) -> impl Stream<Item = Result<Piece, AgentError>> + Send + 'a
where
    E: FnOnce(usize) -> Option<AgentError> + Send + 'a,
{
    let answer = Signed { pieces, heard, replies: 0, writing: false, ready: VecDeque::new(), end: Some(end) };
    stream::unfold(answer, async |mut answer| {
        loop {
            if let Some(piece) = answer.ready.pop_front() {
                return Some((piece, answer));
            }
            answer.end.as_ref()?;
            let piece = answer.pieces.next().await;
            answer.take(piece);
        }
    })
}

impl<E: FnOnce(usize) -> Option<AgentError>> Signed<'_, E> {
    fn take(&mut self, piece: Option<Result<Piece, AgentError>>) {
        match piece {
            Some(Ok(Piece::Delta(text))) => {
                self.writing |= !text.trim().is_empty();
                self.ready.push_back(Ok(Piece::Delta(text)));
            }
            Some(Ok(Piece::Message(mut content))) => {
                self.end_text();
                if !content.is_empty() {
                    content.text = format!("{}\n{}", content.text, self.sign());
                }
                self.ready.push_back(Ok(Piece::Message(content)));
            }
            Some(Ok(piece)) => self.ready.push_back(Ok(piece)),
            Some(Err(error)) => {
                self.end = None;
                self.ready.push_back(Err(error));
            }
            None => {
                self.end_text();
                let error = self.end.take().and_then(|end| end(self.replies));
                self.ready.extend(error.map(Err));
            }
        }
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.writing) {
            let sign = self.sign();
            self.ready.push_back(Ok(Piece::Delta(format!("\n{sign}"))));
        }
    }

    fn sign(&mut self) -> String {
        self.replies += 1;
        text::sign(self.replies - 1, &self.heard)
    }
}
