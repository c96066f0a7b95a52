use std::{
    borrow::Cow,
    time::{Duration, SystemTime},
};

use messaging_core::TraceContext;
use opentelemetry::{
    KeyValue,
    trace::{SpanKind, Status},
};

/// Something that was done for a message, once it is over.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Span {
    /// What was done: `process support`.
    pub name: Cow<'static, str>,
    /// Towards whom.
    pub kind: SpanKind,
    /// Which span it is.
    pub context: TraceContext,
    /// On whose behalf it was done.
    pub parent: Option<TraceContext>,
    /// What else led to it, such as the other messages that a turn answers.
    pub links: Vec<TraceContext>,
    /// When it began.
    pub start: SystemTime,
    /// How long it took.
    pub took: Duration,
    /// What is known of it.
    pub attributes: Vec<KeyValue>,
    /// What happened meanwhile.
    pub events: Vec<Happening>,
    /// Whether it failed.
    pub status: Status,
}

/// Something that happened within a [`Span`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Happening {
    /// What happened, in a word.
    pub name: Cow<'static, str>,
    /// When.
    pub at: SystemTime,
    /// What is known of it.
    pub attributes: Vec<KeyValue>,
}

impl Happening {
    /// Something that happened at a moment.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, at: SystemTime) -> Self {
        Self { name: name.into(), at, attributes: Vec::new() }
    }
}

impl Span {
    /// Something that began at `start` and is over after `took`.
    #[must_use]
    pub fn new(
        name: impl Into<Cow<'static, str>>,
        kind: SpanKind,
        context: TraceContext,
        start: SystemTime,
        took: Duration,
    ) -> Self {
        Self {
            name: name.into(),
            kind,
            context,
            parent: None,
            links: Vec::new(),
            start,
            took,
            attributes: Vec::new(),
            events: Vec::new(),
            status: Status::Unset,
        }
    }

    /// Says on whose behalf it was done.
    #[must_use]
    pub fn below(mut self, parent: TraceContext) -> Self {
        self.parent = Some(parent);
        self
    }

    /// Adds what is known of it.
    #[must_use]
    pub fn with(mut self, attributes: impl IntoIterator<Item = KeyValue>) -> Self {
        self.attributes.extend(attributes);
        self
    }

    /// Says that it failed, in a word of ours.
    #[must_use]
    pub fn failed(mut self, why: impl Into<Cow<'static, str>>) -> Self {
        self.status = Status::error(why);
        self
    }
}
