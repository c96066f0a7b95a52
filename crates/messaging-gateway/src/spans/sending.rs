use messaging_core::trace::{SpanStage, TimelineSpan, TraceFragment};
use messaging_store::{EndedReply, EventId, Intent, Interrupted, Lane, Lease};
use messaging_telemetry::Calls;
use tokio::time::Instant;

use crate::{Gateway, following::Sending};

impl Gateway {
    /// Begins to follow an attempt.
    pub(crate) fn sending(&self, lease: &Lease, intent: &Intent, started: Instant) -> Sending {
        let (begun, calls) = (self.begun(started), Calls::since(started));
        // No byte of an attempt leaves after `since`: what was claimed from then on was a look.
        let is_look = |claim: &Interrupted| {
            intent.doubt.as_ref().is_some_and(|doubt| doubt.looks > 0 || claim.since >= doubt.since)
        };
        let before =
            intent.interrupted.map(|claim| (if is_look(&claim) { SpanStage::Look } else { SpanStage::Send }, claim));
        Sending { begun, fence: lease.fence, outbox: intent.span(), cause: intent.cause, before, calls }
    }

    /// Tells whoever collects spans of replies that ended without an attempt.
    pub(crate) fn tell_ended(&self, ended: &[EndedReply]) {
        for EndedReply { lane, way, .. } in ended {
            self.tell_spans(lane.conversation.account(), Some(lane), way.trace, &way.spans);
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
