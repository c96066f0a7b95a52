use std::{borrow::Cow, time::Duration};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{SpanId, TraceContext};
use crate::UnixMillis;

/// Which step of a message's way a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SpanStage {
    /// A delivery was taken in, until it was answered.
    Webhook,
    /// A message was stored, in one commit.
    Inbox,
    /// A turn, from its claim to its commit.
    Turn,
    /// The agent was asked, until its answer was complete.
    Agent,
    /// An answer was shown while it was being written.
    Stream,
    /// A reply, from the commit that decided on it to its end.
    Outbox,
    /// One attempt to send a reply.
    Send,
    /// One look into the platform's records about a doubtful send.
    Look,
    /// The platform told how far a reply got.
    Receipt,
}

impl SpanStage {
    /// Returns its name, as it is stored and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Webhook => "webhook",
            Self::Inbox => "inbox",
            Self::Turn => "turn",
            Self::Agent => "agent",
            Self::Stream => "stream",
            Self::Outbox => "outbox",
            Self::Send => "send",
            Self::Look => "look",
            Self::Receipt => "receipt",
        }
    }
}

/// A step of a message's way that is over, as the store keeps it: words of ours only, and nothing that people wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TimelineSpan {
    /// Which step.
    pub stage: SpanStage,
    /// Which span of its trace.
    pub id: SpanId,
    /// On whose behalf; none at the root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<SpanId>,
    /// When it began.
    pub start: UnixMillis,
    /// How long it took; kept in microseconds.
    #[serde(rename = "us", serialize_with = "to_micros", deserialize_with = "from_micros")]
    pub took: Duration,
    /// How it ended, in a word.
    pub outcome: Cow<'static, str>,
    /// What kind of failure it was, if it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Cow<'static, str>>,
    /// What happened meanwhile, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<SpanEvent>,
    /// The span in another trace that did the work, where one turn answered several messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<TraceContext>,
}

impl TimelineSpan {
    /// A step that began at `start` and is over after `took`, with this outcome.
    #[must_use]
    pub fn new(
        stage: SpanStage,
        id: SpanId,
        start: UnixMillis,
        took: Duration,
        outcome: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (parent, error, events, link) = (None, None, Vec::new(), None);
        Self { stage, id, parent, start, took, outcome: outcome.into(), error, events, link }
    }

    /// Says on whose behalf it was done.
    #[must_use]
    pub fn below(mut self, parent: SpanId) -> Self {
        self.parent = Some(parent);
        self
    }

    /// Says what kind of failure it was, if it was one.
    #[must_use]
    pub fn failing(mut self, error: Option<impl Into<Cow<'static, str>>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// Says what happened meanwhile.
    #[must_use]
    pub fn during(mut self, events: Vec<SpanEvent>) -> Self {
        self.events = events;
        self
    }

    /// Says where the work was done.
    #[must_use]
    pub fn linked(mut self, link: TraceContext) -> Self {
        self.link = Some(link);
        self
    }

    /// When it was over.
    #[must_use]
    pub fn end(&self) -> UnixMillis {
        self.start.plus(self.took)
    }
}

/// Something that happened within a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SpanEvent {
    /// What, in a word: `retry`, `dead_lettered`.
    pub name: Cow<'static, str>,
    /// When.
    pub at: UnixMillis,
    /// After what kind of failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Cow<'static, str>>,
}

impl SpanEvent {
    /// Something that happened at a moment.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, at: UnixMillis) -> Self {
        Self { name: name.into(), at, error: None }
    }

    /// Says after what kind of failure.
    #[must_use]
    pub fn after(mut self, error: impl Into<Cow<'static, str>>) -> Self {
        self.error = Some(error.into());
        self
    }
}

fn to_micros<S: Serializer>(took: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(u64::try_from(took.as_micros()).unwrap_or(u64::MAX))
}

fn from_micros<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    u64::deserialize(deserializer).map(Duration::from_micros)
}
