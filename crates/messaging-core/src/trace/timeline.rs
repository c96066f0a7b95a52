use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{SpanStage, TimelineSpan, TraceContext};
use crate::{UnixMillis, id::IntentId};

/// Most spans that are kept of one message, besides those of its arrival: the first ones.
const KEPT: usize = 64;

/// The way of one message so far, as it is stored with it: whoever goes on with the message goes on with its trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Timeline {
    /// The span of the delivery that told the message first: the root of its trace.
    pub root: TraceContext,
    /// When that delivery began to be taken in.
    pub start: UnixMillis,
    /// What came after the message was stored, in the order in which it ended; at most 64.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<TimelineSpan>,
}

impl Timeline {
    /// The way of a message that was told by a delivery.
    #[must_use]
    pub fn new(root: TraceContext, start: UnixMillis) -> Self {
        Self { root, start, spans: Vec::new() }
    }

    /// The span under which the store took the message in as `event`: what turns about it are done on behalf of.
    #[must_use]
    pub fn inbox(&self, event: u64) -> TraceContext {
        self.root.child(&["inbox", &event.to_string()])
    }

    /// Adds what is over; whatever is too much is not kept.
    pub fn add(&mut self, span: TimelineSpan) {
        if self.spans.len() < KEPT {
            self.spans.push(span);
        }
    }

    /// Returns the whole way of `event`, which was stored at `arrived`, in the order in which it ended. That of the
    /// delivery ends with the commit here: nobody wrote down when it was answered.
    #[must_use]
    pub fn whole(&self, event: u64, arrived: UnixMillis) -> Vec<TimelineSpan> {
        let (root, took) = (self.root.span_id(), arrived.since(self.start));
        let inbox = TimelineSpan::new(SpanStage::Inbox, self.inbox(event).span_id(), arrived, Duration::ZERO, "new");
        let webhook = TimelineSpan::new(SpanStage::Webhook, root, self.start, took, "stored");
        [inbox.below(root), webhook].into_iter().chain(self.spans.iter().cloned()).collect()
    }
}

/// Some spans of one trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceFragment {
    /// Any span of the trace.
    pub trace: TraceContext,
    /// The spans.
    pub spans: Vec<TimelineSpan>,
}

/// The span of a reply, from the commit of `turn` that decided on it to its end.
#[must_use]
pub fn outbox_span(turn: &TraceContext, intent: &IntentId) -> TraceContext {
    turn.child(&["outbox", intent.as_str()])
}

/// The span of what the platform told of a reply, stored as `event`.
#[must_use]
pub fn receipt_span(outbox: &TraceContext, event: u64) -> TraceContext {
    outbox.child(&["receipt", &event.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline() -> Timeline {
        Timeline::new(TraceContext::begin(7, true), UnixMillis(100))
    }

    #[test]
    fn a_way_begins_with_its_arrival() {
        let timeline = timeline();
        let whole = timeline.whole(9, UnixMillis(130));
        let stages: Vec<_> = whole.iter().map(|span| (span.stage, span.parent)).collect();
        let root = timeline.root.span_id();
        assert_eq!(stages, [(SpanStage::Inbox, Some(root)), (SpanStage::Webhook, None)]);
        assert_eq!((whole[1].took, whole[0].id), (Duration::from_millis(30), timeline.inbox(9).span_id()));
        assert_ne!(timeline.inbox(9), timeline.inbox(10));
    }

    #[test]
    fn what_is_kept_is_bounded_and_read_again() {
        let mut timeline = timeline();
        for number in 0..100_u64 {
            let span = TimelineSpan::new(
                SpanStage::Send,
                timeline.root.child(&[&number.to_string()]).span_id(),
                UnixMillis(1),
                Duration::from_micros(1_500),
                "again",
            );
            timeline.add(span.failing(Some("rate_limited")).below(timeline.root.span_id()));
        }
        assert_eq!(timeline.spans.len(), KEPT);
        let text = serde_json::to_string(&timeline).unwrap();
        assert_eq!(serde_json::from_str::<Timeline>(&text).unwrap(), timeline);
        assert!(serde_json::from_str::<Timeline>(&text.replace(&timeline.spans[0].id.to_string(), "0")).is_err());
    }
}
