//! Lines of the log say which span they belong to, whatever level is logged.

use messaging_core::TraceContext;
use messaging_store::{Intent, Lease, Queued};
use tracing::{Level, Span, field::Empty};

use super::{sending::attempt_span, turning::turn_span};

/// Within what a turn is logged.
pub(crate) fn turn_log(lease: &Lease, queued: &[Queued]) -> Span {
    if !tracing::enabled!(Level::ERROR) {
        return Span::none();
    }
    let span = tracing::error_span!("turn", trace_id = Empty, span_id = Empty);
    let followed = queued.iter().find_map(|queued| Some(queued.timeline.as_ref()?.inbox(queued.id)));
    named(span, followed.map(|inbox| turn_span(&inbox, lease.fence)))
}

/// Within what an attempt at a reply is logged.
pub(crate) fn send_log(lease: &Lease, intent: &Intent) -> Span {
    if !tracing::enabled!(Level::ERROR) {
        return Span::none();
    }
    let span = tracing::error_span!("send", trace_id = Empty, span_id = Empty);
    named(span, intent.span().map(|outbox| outbox.at(attempt_span(&outbox, lease.fence))))
}

fn named(span: Span, context: Option<TraceContext>) -> Span {
    if let Some(context) = context {
        span.record("trace_id", context.trace_hex());
        span.record("span_id", tracing::field::display(context.span_id()));
    }
    span
}
