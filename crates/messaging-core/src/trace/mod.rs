//! One trace per message: its context, and what the store keeps of it.

mod context;
mod span;
mod timeline;

pub use context::{SpanId, TraceContext};
pub use span::{SpanEvent, SpanStage, TimelineSpan};
pub use timeline::{Timeline, TraceFragment, outbox_span, receipt_span};
