use std::{fmt, sync::Arc};

use crate::Span;

/// Whoever wants to hear of spans.
pub trait Recorder: Send + Sync {
    /// Takes a span; never waits, and gives up what it has no room for.
    fn record(&self, span: Span);
}

/// Where spans go; nowhere by default. Cheap to clone.
#[derive(Clone, Default)]
pub struct Spans(Option<Arc<dyn Recorder>>);

impl Spans {
    /// Sends every span to `recorder`.
    pub fn to(recorder: Arc<dyn Recorder>) -> Self {
        Self(Some(recorder))
    }

    /// Whether anybody wants to hear of spans.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Records what `span` makes, if anybody wants to hear of it and the trace is kept.
    pub fn record(&self, span: impl FnOnce() -> Span) {
        let Some(recorder) = &self.0 else { return };
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
