use messaging_core::{
    TraceContext, UnixMillis,
    id::IntentId,
    trace::{SpanEvent, SpanStage, Timeline, TimelineSpan, TraceFragment, outbox_span},
};

use crate::{EventId, Lane, Settled};

/// The way of one message, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Traced {
    /// The store's name for the message.
    pub event: EventId,
    /// Whose lane it came into.
    pub lane: Lane,
    /// When it was stored.
    pub arrived: UnixMillis,
    /// Its way so far.
    pub timeline: Timeline,
}

impl Traced {
    /// When something of it was last written down.
    #[must_use]
    pub fn last(&self) -> UnixMillis {
        self.timeline.spans.iter().map(TimelineSpan::end).chain([self.arrived]).max().unwrap_or(self.arrived)
    }
}

/// The span of a reply that has ended now; none where nobody follows it, or it has not ended.
pub(crate) fn ended(
    turn: Option<TraceContext>,
    intent: &IntentId,
    drafted: UnixMillis,
    now: UnixMillis,
    settled: &Settled,
) -> Option<TraceFragment> {
    let (turn, end) = (turn?, settled.end()?);
    let id = outbox_span(&turn, intent).span_id();
    let span = TimelineSpan::new(SpanStage::Outbox, id, drafted, now.since(drafted), end).below(turn.span_id());
    let span = match settled {
        Settled::Dead { .. } => span.failing(Some("dead")).during(vec![SpanEvent::new("dead_lettered", now)]),
        Settled::Held { .. } => span.failing(Some("unknown")),
        Settled::Rejected { .. } => span.failing(Some("rejected")),
        _ => span,
    };
    Some(TraceFragment { trace: turn, spans: vec![span] })
}
