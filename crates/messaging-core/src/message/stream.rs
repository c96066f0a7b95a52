use super::{Content, Message, Progress};
use crate::{
    Place, UnixMillis,
    id::{IntentId, MessageId},
};

/// Begin a message that can be appended to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StartStream {
    /// Where.
    pub conversation: Place,
    /// What it shows at first, as Markdown.
    pub text: String,
    /// What the agent is doing.
    pub progress: Vec<Progress>,
    /// The message that is answered: some platforms ask for whom a stream is.
    pub answers: Option<Box<Message>>,
}

impl StartStream {
    /// Begins with `text`.
    pub fn new(conversation: Place, text: impl Into<String>) -> Self {
        Self { conversation, text: text.into(), progress: Vec::new(), answers: None }
    }

    /// Tells what the agent is doing.
    #[must_use]
    pub fn with_progress(mut self, progress: Vec<Progress>) -> Self {
        self.progress = progress;
        self
    }

    /// Says which message is answered.
    #[must_use]
    pub fn answering(mut self, message: Message) -> Self {
        self.answers = Some(Box::new(message));
        self
    }
}

/// Append to a message that was begun.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AppendStream {
    /// Where it was begun.
    pub conversation: Place,
    /// Which message.
    pub id: MessageId,
    /// What comes behind the text so far, as Markdown; may be empty where progress is told.
    pub text: String,
    /// What the agent is doing.
    pub progress: Vec<Progress>,
}

impl AppendStream {
    /// Appends `text`.
    pub fn new(conversation: Place, id: MessageId, text: impl Into<String>) -> Self {
        Self { conversation, id, text: text.into(), progress: Vec::new() }
    }

    /// Tells what the agent is doing.
    #[must_use]
    pub fn with_progress(mut self, progress: Vec<Progress>) -> Self {
        self.progress = progress;
        self
    }
}

/// Make a message of ours show exactly this content, and be no stream any more.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FinishStream {
    /// Where it was begun.
    pub conversation: Place,
    /// Which message.
    pub id: MessageId,
    /// What it shows in the end, and nothing else.
    pub content: Content,
    /// How many bytes of the text it certainly shows already, and nothing behind them. None if nobody knows.
    pub shown: Option<usize>,
}

impl FinishStream {
    /// Leaves `content` in the message `id`, whatever it shows now.
    pub fn new(conversation: Place, id: MessageId, content: impl Into<Content>) -> Self {
        Self { conversation, id, content: content.into(), shown: None }
    }

    /// Says that the first `bytes` bytes of the text are there, and nothing else.
    #[must_use]
    pub fn showing(mut self, bytes: Option<usize>) -> Self {
        self.shown = bytes;
        self
    }

    /// Splits the text into what the message certainly shows already and what is missing; none if nobody knows.
    #[must_use]
    pub fn missing(&self) -> Option<&str> {
        self.content.text.get(self.shown?..)
    }
}

/// Take a message of ours back, a stream or not.
#[derive(Clone, Debug)]
pub struct DiscardStream {
    /// Where it was begun.
    pub conversation: Place,
    /// Which message.
    pub id: MessageId,
}

/// Look for a message of ours whose beginning was never answered.
#[derive(Clone, Debug)]
pub struct FindStream {
    /// Where it was begun.
    pub conversation: Place,
    /// What it shows: its first text.
    pub text: String,
    /// What it carried as [`Context::intent`](crate::Context::intent), where the platform keeps that.
    pub intent: IntentId,
    /// No byte of it left before this moment.
    pub not_before: UnixMillis,
    /// Messages that are accounted for: they are never it.
    pub known: Vec<MessageId>,
}
