use std::borrow::Cow;

use http::StatusCode;
use messaging_core::{
    TraceContext,
    trace::{SpanStage, TimelineSpan, receipt_span},
};

use crate::{Gateway, following::Delivered, receive::Told};

/// The way of one event: where it is new, the commit that stored it, otherwise what it told of an earlier message. None if
/// it begins no trace and is part of none.
fn way_of(delivered: &Delivered, root: TraceContext, told: &Told) -> Option<(TraceContext, TimelineSpan)> {
    let (event, start, took) = (told.verdict.as_ref()?.cursor, delivered.begun.at, delivered.begun.took());
    Some(match told.verdict.as_ref()?.about {
        Some(about) if told.duplicate => {
            let id = about.child(&["webhook", &root.trace_hex()]).span_id();
            let span = TimelineSpan::new(SpanStage::Webhook, id, start, took, "duplicate");
            (about, span.below(about.span_id()))
        }
        Some(about) => {
            let id = receipt_span(&about, event).span_id();
            (about, TimelineSpan::new(SpanStage::Receipt, id, start, took, told.receipt).below(about.span_id()))
        }
        None if told.wants_turn && !told.duplicate => {
            let id = root.child(&["inbox", &event.to_string()]).span_id();
            let stored = start.plus(told.storing.start.saturating_duration_since(delivered.begun.started));
            let span = TimelineSpan::new(SpanStage::Inbox, id, stored, told.storing.took, "new");
            (root, span.below(root.span_id()))
        }
        None => return None,
    })
}

impl Gateway {
    /// Begins to follow a delivery.
    pub(crate) fn delivered(&self, started: tokio::time::Instant) -> Delivered {
        Delivered { begun: self.begun(started), root: self.begin_trace() }
    }

    /// Tells whoever collects spans of a delivery that was answered.
    pub(crate) fn trace_delivery(&self, account: &str, delivered: &Delivered, status: StatusCode, told: &[Told]) {
        let Some(root) = delivered.root.filter(|_| self.parts.tracing.spans.is_on()) else { return };
        // What belongs to earlier messages is told in their traces, and nothing is left to tell in one of its own.
        let mut own = told.is_empty();
        for told in told {
            for fragment in told.verdict.iter().flat_map(|verdict| &verdict.ended) {
                self.tell_spans(account, Some(&told.lane), fragment.trace, &fragment.spans);
            }
            match way_of(delivered, root, told) {
                Some((trace, span)) => {
                    own |= span.stage == SpanStage::Inbox;
                    self.tell_spans_with(account, Some(&told.lane), trace, [&span], &told.known);
                }
                None => own = true,
            }
        }
        if own {
            let (start, took) = (delivered.begun.at, delivered.begun.took());
            // Nearly every delivery ends so.
            let outcome = if status == StatusCode::OK { "200".into() } else { Cow::from(status.as_str().to_owned()) };
            let span = TimelineSpan::new(SpanStage::Webhook, root.span_id(), start, took, outcome);
            let failed = status.is_client_error() || status.is_server_error();
            let span = span.failing(failed.then(|| status.as_u16().to_string()));
            self.tell_spans(account, None, root, [&span]);
        }
    }
}
