use messaging_core::{
    SpanId, TraceContext,
    trace::{SpanStage, TimelineSpan},
};
use messaging_store::{EventId, Interrupted};
use messaging_telemetry::Calls;

use super::{Begun, events, turning::interrupted};

tokio::task_local! {
    /// What happens during the calls of the attempt that is under way in this task.
    static CALLS: Calls;
}

/// An attempt at a reply that is being followed.
#[derive(Debug)]
pub(crate) struct Sending {
    pub(crate) begun: Begun,
    pub(crate) fence: u64,
    /// The span of the reply; none where nobody follows it.
    pub(crate) outbox: Option<TraceContext>,
    /// The message that the reply answers.
    pub(crate) cause: Option<EventId>,
    /// The attempt before this one, if it ended without a word, and what it was.
    pub(crate) before: Option<(SpanStage, Interrupted)>,
    pub(crate) calls: Calls,
}

/// The span of an attempt under a claim.
pub(super) fn attempt_span(outbox: &TraceContext, fence: u64) -> SpanId {
    outbox.child(&["attempt", &fence.to_string()]).span_id()
}

impl Sending {
    /// Does something as part of the attempt.
    pub(crate) async fn during<T>(&self, done: impl Future<Output = T>) -> T {
        CALLS.scope(self.calls.clone(), done).await
    }

    /// The spans of the attempt, now that it is over, to be stored with its outcome.
    pub(crate) fn over(&self, stage: SpanStage, outcome: &'static str) -> Vec<(EventId, TimelineSpan)> {
        let (Some(outbox), Some(cause)) = (self.outbox, self.cause) else { return Vec::new() };
        let parent = outbox.span_id();
        let before = self
            .before
            .map(|(stage, claim)| interrupted(stage, attempt_span(&outbox, claim.fence), parent, claim, self.begun.at));
        let mut events = events(&self.calls, &self.begun);
        // The last one says how the call ended; what comes before it was tried again.
        let error = events.pop_if(|event| event.name == FAILED).and_then(|event| event.error);
        let error = error.or_else(|| (outcome != "sent").then(|| outcome.into()));
        let id = attempt_span(&outbox, self.fence);
        let span = TimelineSpan::new(stage, id, self.begun.at, self.begun.took(), outcome).below(parent);
        before.into_iter().chain([span.failing(error).during(events)]).map(|span| (cause, span)).collect()
    }
}

/// What a call that failed is noted as.
pub(crate) const FAILED: &str = "failed";

/// What the attempt under way in this task notes, if there is one.
pub(crate) fn calls() -> Option<Calls> {
    CALLS.try_with(Clone::clone).ok()
}
