use messaging_core::trace::{SpanEvent, SpanStage, TimelineSpan};
use messaging_store::{Ending, EventId, Lane, Lease, Queued};
use tokio::time::Instant;

use crate::{
    Gateway,
    following::{Turning, interrupted, turn_span},
    measure::of_turn,
};

impl Gateway {
    /// Begins to follow a turn, and tells of what an earlier process may not have told.
    pub(crate) fn turning(&self, lease: &Lease, queued: &[Queued], started: Instant) -> Turning {
        let begun = self.begun(started);
        let (mut messages, mut over) = (Vec::new(), Vec::new());
        for queued in queued {
            let Some(timeline) = &queued.timeline else { continue };
            let inbox = timeline.inbox(queued.id);
            self.tell_earlier(&lease.lane, queued.arrived, || timeline.whole(queued.id, queued.arrived), inbox);
            if let Some(claim) = queued.interrupted {
                let id = turn_span(&inbox, claim.fence).span_id();
                let span = interrupted(SpanStage::Turn, id, inbox.span_id(), claim, begun.at);
                if messages.is_empty() {
                    over.push(span);
                } else {
                    self.tell_spans(lease.lane.conversation.account(), Some(&lease.lane), inbox, [&span]);
                }
            }
            messages.push((queued.id, inbox));
        }
        Turning { begun, fence: lease.fence, messages, over }
    }

    /// Tells whoever collects spans what is over.
    pub(crate) fn tell_turn(&self, lane: &Lane, turning: &Turning, over: &[(EventId, TimelineSpan)]) {
        for (event, span) in over {
            if let Some(trace) = turning.trace_of(*event) {
                self.tell_spans(lane.conversation.account(), Some(lane), trace, [span]);
            }
        }
    }

    /// Tells of a turn that is over without a commit.
    pub(crate) fn tell_broken(&self, lane: &Lane, turning: &mut Turning, outcome: &'static str) {
        // Giving way to a newer message, or to another process, is no failure.
        let over = turning.over(outcome, (outcome == "lost").then_some(outcome), &[]);
        self.tell_turn(lane, turning, &over);
    }

    /// The spans of a turn that ends so, to be stored with its end.
    pub(crate) fn turn_over(&self, turning: &mut Turning, ending: &Ending) -> Vec<(EventId, TimelineSpan)> {
        let (error, events) = match ending {
            Ending::Replied(_) => (None, Vec::new()),
            Ending::Again { .. } => (Some("again"), Vec::new()),
            Ending::Dead { .. } => (Some("dead"), vec![SpanEvent::new("dead_lettered", self.parts.clock.millis())]),
        };
        turning.over(of_turn(ending), error, &events)
    }
}
