use std::time::Duration;

use bytes::Bytes;
use messaging_core::capability::{Reply, ReplyStatus};

use crate::{Admit, EventId};

/// The words of an answer to a webhook, stored before anybody hears them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which 2xx.
    pub status: ReplyStatus,
    /// MIME type; none for an empty answer.
    pub content_type: Option<String>,
    /// The words.
    pub body: Bytes,
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self { status: reply.status, content_type: reply.content_type.map(Into::into), body: reply.body }
    }
}

/// The replies of a turn, worded as the answer to the webhook that told its event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// Which event.
    pub event: EventId,
    /// The words.
    pub answer: Answer,
    /// How long the platform may still take the answer: nothing of it is shown later.
    pub taken_within: Duration,
    /// When to look for the first time, counted from then.
    pub look: Duration,
    /// What each reply must pass before it leaves, in their order; none must pass nothing.
    pub admits: Vec<Admit>,
}
