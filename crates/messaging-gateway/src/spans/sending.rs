use messaging_core::trace::{TimelineSpan, TraceFragment};
use messaging_store::{EventId, Intent, Lane, Lease};
use messaging_telemetry::Calls;
use tokio::time::Instant;

use crate::{Gateway, following::Sending};

impl Gateway {
    /// Begins to follow an attempt.
    pub(crate) fn sending(&self, lease: &Lease, intent: &Intent, started: Instant) -> Sending {
        let (begun, calls) = (self.begun(started), Calls::since(started));
        Sending {
            begun,
            fence: lease.fence,
            outbox: intent.span(),
            cause: intent.cause,
            before: intent.interrupted,
            calls,
        }
    }

    /// Tells whoever collects spans of an attempt that is over, and of what ended by it.
    pub(crate) fn tell_sent(
        &self,
        lane: &Lane,
        text: Option<&str>,
        sending: &Sending,
        over: &[(EventId, TimelineSpan)],
        ended: &[TraceFragment],
    ) {
        let (account, Some(outbox)) = (lane.conversation.account(), sending.outbox) else { return };
        let over = over.iter().map(|(_, span)| span);
        self.tell_spans_with(account, Some(lane), outbox, over, &self.about_text(lane, text));
        for TraceFragment { trace, spans } in ended {
            self.tell_spans(account, Some(lane), *trace, spans);
        }
    }
}
