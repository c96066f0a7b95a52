use std::borrow::Cow;

use messaging_core::{
    SpanId, TraceContext, UnixMillis,
    id::IntentId,
    trace::{SpanEvent, SpanStage, TimelineSpan},
};
use messaging_store::{EventId, Interrupted};

use super::Begun;

/// A turn that is being followed: its span is in the trace of its first message, and the traces of the others link to it.
#[derive(Debug)]
pub(crate) struct Turning {
    pub(crate) begun: Begun,
    pub(crate) fence: u64,
    /// The messages that somebody follows, and the spans under which they were stored.
    pub(crate) messages: Vec<(EventId, TraceContext)>,
    /// What is over, of the first message.
    pub(crate) over: Vec<TimelineSpan>,
}

/// A message that showed an answer while it was being written.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) id: IntentId,
    pub(crate) since: UnixMillis,
    /// Whether it is known what it shows.
    pub(crate) certain: bool,
}

/// The span of a turn about a message, under a claim.
pub(crate) fn turn_span(inbox: &TraceContext, fence: u64) -> TraceContext {
    inbox.child(&["turn", &fence.to_string()])
}

impl Turning {
    /// The span of the turn.
    pub(crate) fn span(&self) -> Option<TraceContext> {
        self.messages.first().map(|(_, inbox)| turn_span(inbox, self.fence))
    }

    /// The span under which the agent is asked.
    pub(crate) fn agent(&self) -> Option<TraceContext> {
        self.span().map(|turn| turn.child(&["agent"]))
    }

    /// The agent's answer is complete, or will never be.
    pub(crate) fn answered(&mut self, begun: Begun, outcome: &'static str, error: Option<&'static str>) {
        let (Some(turn), Some(agent)) = (self.span(), self.agent()) else { return };
        let span = TimelineSpan::new(SpanStage::Agent, agent.span_id(), begun.at, begun.took(), outcome);
        self.over.push(span.below(turn.span_id()).failing(error));
    }

    /// Messages showed the answer while it was being written.
    pub(crate) fn shown(&mut self, shown: Vec<Shown>, now: UnixMillis) {
        let Some(turn) = self.span() else { return };
        for Shown { id, since, certain } in shown {
            let span = turn.child(&["stream", id.as_str()]).span_id();
            let outcome = if certain { "shown" } else { "uncertain" };
            let span = TimelineSpan::new(SpanStage::Stream, span, since, now.since(since), outcome);
            self.over.push(span.below(turn.span_id()));
        }
    }

    /// The spans of all its messages, now that it is over.
    pub(crate) fn over(
        &mut self,
        outcome: impl Into<Cow<'static, str>>,
        error: Option<&'static str>,
        events: &[SpanEvent],
    ) -> Vec<(EventId, TimelineSpan)> {
        let outcome = outcome.into();
        let (main, took) = (self.span(), self.begun.took());
        let first = self.messages.first().map(|(event, _)| *event);
        let mut over: Vec<_> = first
            .into_iter()
            .flat_map(|first| std::mem::take(&mut self.over).into_iter().map(move |span| (first, span)))
            .collect();
        for (event, inbox) in &self.messages {
            let id = turn_span(inbox, self.fence).span_id();
            let span = TimelineSpan::new(SpanStage::Turn, id, self.begun.at, took, outcome.clone());
            let span = span.below(inbox.span_id()).failing(error).during(events.to_vec());
            over.push((
                *event,
                match main.filter(|_| Some(*event) != first) {
                    Some(main) => span.linked(main),
                    None => span,
                },
            ));
        }
        over
    }

    /// The trace of one of its messages.
    pub(crate) fn trace_of(&self, event: EventId) -> Option<TraceContext> {
        self.messages.iter().find(|(of, _)| *of == event).map(|(_, inbox)| *inbox)
    }
}

/// The span of a claim that ended without a word.
pub(crate) fn interrupted(
    stage: SpanStage,
    id: SpanId,
    parent: SpanId,
    claim: Interrupted,
    now: UnixMillis,
) -> TimelineSpan {
    let span = TimelineSpan::new(stage, id, claim.since, now.since(claim.since), "interrupted");
    span.below(parent).failing(Some("interrupted"))
}
