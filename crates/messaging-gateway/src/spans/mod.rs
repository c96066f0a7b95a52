//! One trace per message, from the webhook that told it to what was told of the reply. What a step was is written down
//! with the message, in the commit that ends the step; whoever collects spans is told of it then, and told again after a
//! restart, under the same ids.

mod again;
mod delivery;
mod export;
mod sending;
mod turning;

use messaging_core::TraceContext;
use tokio::time::Instant;

use crate::{Gateway, following::Begun};

impl Gateway {
    /// Begins a trace; none where nobody is to follow messages.
    pub(crate) fn begin_trace(&self) -> Option<TraceContext> {
        let tracing = &self.parts.tracing;
        self.parts.settings.traces.enabled.then(|| tracing.spans.begin((self.parts.ids)()))
    }

    /// Whether anybody collects spans.
    pub(crate) fn is_traced(&self) -> bool {
        self.parts.tracing.spans.is_on()
    }

    /// A step that began when `started` says.
    pub(crate) fn begun(&self, started: Instant) -> Begun {
        Begun { at: self.parts.clock.millis().minus(started.elapsed()), started }
    }
}
