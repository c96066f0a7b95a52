//! The ways of messages, kept with them.

use messaging_core::{
    TraceContext, UnixMillis,
    trace::{SpanStage, TimelineSpan, TraceFragment, receipt_span},
};

use super::{Tables, tables::EventRow};
use crate::{Arrival, EndedReply, EventId, Lane, Traced, proof::receipt};

impl Tables {
    /// Takes the replies that ended by the last verb that was told, for those who follow them.
    #[must_use]
    pub fn take_ended(&mut self) -> Vec<EndedReply> {
        std::mem::take(&mut self.traced)
    }

    pub(super) fn take_ways(&mut self) -> Vec<TraceFragment> {
        self.take_ended().into_iter().map(|ended| ended.way).collect()
    }

    /// The span of the delivery that told an event; none where nobody follows it.
    pub(super) fn root_span(&self, event: EventId) -> Option<TraceContext> {
        Some(self.events.get(&event)?.timeline.as_ref()?.root)
    }

    /// The span under which an event was stored; none where nobody follows it.
    pub(super) fn inbox_span(&self, event: EventId) -> Option<TraceContext> {
        Some(self.events.get(&event)?.timeline.as_ref()?.inbox(event))
    }

    /// Adds to the way of an event, if it is one of that lane and somebody follows it.
    pub(super) fn trace(&mut self, lane: &Lane, event: EventId, spans: impl IntoIterator<Item = TimelineSpan>) {
        let row = self.events.get_mut(&event).filter(|row| row.lane == *lane);
        if let Some(timeline) = row.and_then(|row| row.timeline.as_mut()) {
            spans.into_iter().for_each(|span| timeline.add(span));
        }
    }

    /// Adds what a delivery tells to the way of the message that the reply answers; returns the span of the reply.
    pub(super) fn receipt(&mut self, now: UnixMillis, arrival: &Arrival, id: EventId) -> Option<TraceContext> {
        let ((message, intent, word), (_, start)) = (receipt(&arrival.event)?, arrival.told?);
        let (lane, record) = self.record_of(&arrival.lane, message, intent)?;
        let outbox = self.records.of(&lane).rev().find(|line| line.cursor == record)?.trace?;
        let cause = self.causes.get(&record).and_then(|causes| causes.first().copied());
        let span = receipt_span(&outbox, id).span_id();
        let span = TimelineSpan::new(SpanStage::Receipt, span, start, now.since(start), word).below(outbox.span_id());
        if let Some(cause) = cause {
            self.trace(&lane, cause, [span]);
        }
        Some(outbox)
    }

    /// Tells the way of a message, as [`Store::timeline`](crate::Store::timeline).
    #[must_use]
    pub fn timeline(&self, cursor: u64) -> Option<Traced> {
        let event = self.causes.get(&cursor).and_then(|causes| causes.first().copied()).unwrap_or(cursor);
        traced(event, self.events.get(&event)?)
    }

    /// Tells the ways of the newest messages, as [`Store::timelines`](crate::Store::timelines).
    #[must_use]
    pub fn timelines(&self, limit: usize) -> Vec<Traced> {
        self.events.iter().rev().take(limit).filter_map(|(event, row)| traced(*event, row)).collect()
    }
}

fn traced(event: EventId, row: &EventRow) -> Option<Traced> {
    let timeline = row.timeline.clone()?;
    Some(Traced { event, lane: row.lane.clone(), arrived: row.arrived, timeline })
}
