use std::time::Duration;

use serde_json::{Value, json};

use super::chunk::Chunk;
use crate::slack::{
    directory::Directory,
    message::Draft,
    screen::{kept, of_blocks},
};

/// Most characters of text and tasks that a streamed answer may come to.
pub(super) const MOST_TEXT: usize = 12_000;

/// How a message grows.
#[derive(Clone, Debug)]
pub(crate) struct Stream {
    pub(crate) state: StreamState,
    /// How the answer is handed in; nothing was, if there is none yet.
    pub(super) mode: Option<Mode>,
    /// `timeline`, `plan` or `dense`.
    pub(super) display: String,
    /// What came so far, in the order in which people see it.
    pub(super) chunks: Vec<Chunk>,
    /// The blocks that the end brought.
    pub(super) tail: Vec<Value>,
    /// When it is closed, in time since the emulator's start.
    pub(super) ends: Duration,
}

/// Whether a stream still grows, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StreamState {
    InProgress,
    Completed,
    /// A person pressed the button.
    Stopped,
    Errored,
}

impl StreamState {
    /// As `streaming_state` calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::InProgress => "in_progress",
            Self::Completed | Self::Stopped => "completed",
            Self::Errored => "errored",
        }
    }
}

/// How pieces of an answer are handed in; the first one decides for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Text,
    Chunks,
}

impl Stream {
    /// Whether it still grows: `chat.update` is refused with `streaming_state_conflict` while it does.
    pub(crate) fn is_live(&self) -> bool {
        self.state == StreamState::InProgress
    }

    /// Takes in what came: text is appended, a task or a plan that is known is changed in its place.
    pub(super) fn grow(&mut self, news: Vec<Chunk>) {
        for chunk in news {
            let known = self.chunks.iter_mut().find(|known| known.is_same_card(&chunk));
            match (known, chunk) {
                (Some(known), chunk) => known.change(chunk),
                (None, Chunk::Markdown(text)) => match self.chunks.last_mut() {
                    Some(Chunk::Markdown(before)) => before.push_str(&text),
                    _ => self.chunks.push(Chunk::Markdown(text)),
                },
                (None, chunk) => self.chunks.push(chunk),
            }
        }
    }

    /// What counts against [`MOST_TEXT`].
    pub(super) fn weight(&self) -> usize {
        self.chunks.iter().map(Chunk::weight).sum()
    }

    /// How many blocks were handed in as chunks.
    pub(super) fn blocks(&self) -> usize {
        self.chunks.iter().map(|chunk| if let Chunk::Blocks(blocks) = chunk { blocks.len() } else { 0 }).sum()
    }

    /// Puts what came so far into the message.
    pub(super) fn fill(&self, draft: &mut Draft, directory: &Directory) {
        let text: String = self.chunks.iter().filter_map(Chunk::text).collect();
        draft.text = kept(&text);
        let mut read: Vec<_> = self.chunks.iter().map(|chunk| chunk.read(directory)).collect();
        read.push(of_blocks(&Value::Array(self.tail.clone()), directory));
        read.retain(|part| !part.is_empty());
        draft.read = read.join("\n");
        let mut blocks: Vec<_> = self.chunks.iter().flat_map(|chunk| chunk.blocks(&self.display)).collect();
        blocks.extend(self.tail.iter().cloned());
        draft.blocks = (!blocks.is_empty()).then(|| json!(blocks));
    }
}
