//! Some of what happens is followed.

use std::time::Duration;

use fastrand::Rng;
use messaging_core::{
    TraceContext,
    trace::{SpanStage, TimelineSpan},
};

use super::Pair;
use crate::{Arrival, EventId, TurnEnd};

impl Pair {
    /// Dice of its own for each step: what is followed changes nothing else.
    fn dice(&self) -> Rng {
        Rng::with_seed(self.seed << 32 | u64::from(self.step))
    }

    fn span(&self, stage: SpanStage) -> (TraceContext, TimelineSpan) {
        let context = TraceContext::begin(u128::from(self.step) + 1, true);
        (context, TimelineSpan::new(stage, context.span_id(), self.now, Duration::from_micros(1_500), "done"))
    }

    pub(super) fn followed(&self, arrival: Arrival) -> Arrival {
        let mut random = self.dice();
        if random.u32(0..4) == 0 {
            return arrival;
        }
        let root = TraceContext::begin(random.u128(..), random.bool());
        arrival.told_in(root, self.now.minus(Duration::from_millis(random.u64(0..50))))
    }

    pub(super) fn followed_turn(&self, turn: TurnEnd, events: &[EventId]) -> TurnEnd {
        if self.dice().u32(0..4) == 0 {
            return turn;
        }
        let (context, span) = self.span(SpanStage::Turn);
        turn.traced(context, events.iter().map(|event| (*event, span.clone())).collect())
    }

    pub(super) fn attempt(&self) -> Vec<(EventId, TimelineSpan)> {
        let mut random = self.dice();
        let span = self.span(SpanStage::Send).1.failing(Some("timeout"));
        if random.bool() { vec![(random.u64(0..60), span)] } else { Vec::new() }
    }

    /// Asks for ways, by lines of people, by replies and by what is neither.
    pub(super) fn look_back(&mut self) {
        let mut random = self.dice();
        for cursor in 0..random.u64(0..30) {
            let _ = self.both("timeline", |t, _| Ok(t.timeline(cursor)), |s| s.timeline(cursor));
        }
        let limit = random.usize(0..60);
        let ways = self.both("timelines", |t, _| Ok(t.timelines(limit)), |s| s.timelines(limit)).unwrap();
        self.ways += ways.iter().map(|way| way.timeline.spans.len()).sum::<usize>();
    }
}
