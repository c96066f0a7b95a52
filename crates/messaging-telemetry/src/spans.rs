use std::{fmt, sync::Arc};

use messaging_core::TraceContext;

use crate::{Sampler, Span};

/// Whoever wants to hear of spans.
pub trait Recorder: Send + Sync {
    /// Takes a span; never waits, and gives up what it has no room for.
    fn record(&self, span: Span);
}

/// Where spans go; nowhere by default. Cheap to clone.
#[derive(Clone, Default)]
pub struct Spans {
    to: Option<Arc<dyn Recorder>>,
    sampler: Sampler,
}

impl Spans {
    /// Sends every span to `recorder`.
    pub fn to(recorder: Arc<dyn Recorder>) -> Self {
        Self { to: Some(recorder), sampler: Sampler::default() }
    }

    /// Keeps those traces alone that `sampler` keeps; all of them unless told otherwise.
    #[must_use]
    pub fn sampled_by(mut self, sampler: Sampler) -> Self {
        self.sampler = sampler;
        self
    }

    /// Whether anybody wants to hear of spans.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.to.is_some()
    }

    /// Begins a trace with `random` bits, at least half of which nobody else may ever get; it is kept if somebody wants to
    /// hear of it.
    #[must_use]
    pub fn begin(&self, random: u128) -> TraceContext {
        TraceContext::begin(random, self.is_on() && self.sampler.keeps(random))
    }

    /// Records what `span` makes, if anybody wants to hear of it and the trace is kept.
    pub fn record(&self, span: impl FnOnce() -> Span) {
        let Some(recorder) = &self.to else { return };
        let span = span();
        if span.context.is_sampled() {
            recorder.record(span);
        }
    }
}

impl fmt::Debug for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Spans").field(&self.is_on()).finish()
    }
}
