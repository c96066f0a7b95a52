//! The ways of messages, kept with them.

use messaging_core::{
    TraceContext, UnixMillis,
    trace::{SpanStage, Timeline, TimelineSpan, TraceFragment, receipt_span},
};
use rusqlite::{Row, types::Type};

use super::{fault::Done, places::lane_of, verbs::Verbs};
use crate::{Arrival, EndedReply, EventId, Traced, proof::receipt};

/// Reads a span; none where nobody follows what it is of.
pub(super) fn context(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<TraceContext>> {
    let Some(text) = row.get_ref(column)?.as_str_or_null()? else { return Ok(None) };
    let unreadable = |error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error));
    text.parse().map(Some).map_err(unreadable)
}

/// Reads the way of a message. One that nobody can read must not hold the message up: it is none.
pub(super) fn timeline(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timeline>> {
    let Some(text) = row.get_ref(column)?.as_str_or_null()? else { return Ok(None) };
    Ok(serde_json::from_str(text).ok())
}

/// The first event that a reply answers.
pub(super) fn first_of(causes: &str) -> serde_json::Result<Option<EventId>> {
    Ok(serde_json::from_str::<Vec<EventId>>(causes)?.first().copied())
}

impl Verbs<'_> {
    /// Takes the replies that ended by the verb under way, for those who follow them.
    pub(super) fn take_ended(&self) -> Done<Vec<EndedReply>> {
        let ended = self.traced.take().into_iter();
        ended.map(|(conversation, way)| Ok(EndedReply::new(self.lane(conversation)?, way))).collect()
    }

    pub(super) fn take_ways(&self) -> Vec<TraceFragment> {
        self.traced.take().into_iter().map(|(_, way)| way).collect()
    }

    fn timeline_of(&self, event: EventId) -> Done<Option<Timeline>> {
        let sql = "SELECT timeline FROM event WHERE id = ?1";
        Ok(self.one(sql, [event], |row| timeline(row, 0))?.flatten())
    }

    /// The span under which an event was stored; none where nobody follows it.
    pub(super) fn inbox_span(&self, event: EventId) -> Done<Option<TraceContext>> {
        Ok(self.timeline_of(event)?.map(|timeline| timeline.inbox(event)))
    }

    /// Adds to the way of an event, if it is one of that conversation and somebody follows it.
    pub(super) fn trace(&self, conversation: i64, event: EventId, spans: &[TimelineSpan]) -> Done {
        if spans.is_empty() {
            return Ok(());
        }
        let Some(mut timeline) = self.timeline_of(event)? else { return Ok(()) };
        for span in spans {
            timeline.add(span.clone());
        }
        let sql = "UPDATE event SET timeline = ?3 WHERE id = ?1 AND conversation = ?2";
        self.run(sql, (event, conversation, serde_json::to_string(&timeline)?))?;
        Ok(())
    }

    /// Adds what a delivery tells to the way of the message that the reply answers; returns the span of the reply.
    pub(super) fn receipt(&self, owner: i64, arrival: &Arrival, id: EventId) -> Done<Option<TraceContext>> {
        let Some(((message, intent, word), (_, start))) = receipt(&arrival.event).zip(arrival.told) else {
            return Ok(None);
        };
        let Some(record) = self.record_of(owner, message, intent)? else { return Ok(None) };
        let sql = "SELECT conversation, trace, causes FROM record WHERE cursor = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, context(row, 1)?, row.get::<_, Option<String>>(2)?));
        let Some((conversation, Some(outbox), causes)) = self.one(sql, [record], read)? else { return Ok(None) };
        let (span, took) = (receipt_span(&outbox, id).span_id(), self.now.since(start));
        let span = TimelineSpan::new(SpanStage::Receipt, span, start, took, word).below(outbox.span_id());
        if let Some(cause) = causes.as_deref().map(first_of).transpose()?.flatten() {
            self.trace(conversation, cause, &[span])?;
        }
        Ok(Some(outbox))
    }

    /// Tells the way of a message.
    pub(super) fn timeline(&self, cursor: u64) -> Done<Option<Traced>> {
        let sql = "SELECT causes FROM record WHERE cursor = ?1";
        let causes = self.one(sql, [cursor], |row| row.get::<_, Option<String>>(0))?.flatten();
        let event = causes.as_deref().map(first_of).transpose()?.flatten().unwrap_or(cursor);
        let sql = "SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e \
                   JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = ?1";
        Ok(self.one(sql, [event], traced)?.flatten())
    }

    /// Tells the ways of the newest messages.
    pub(super) fn timelines(&self, limit: usize) -> Done<Vec<Traced>> {
        let sql = "SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e \
                   JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner \
                   WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT ?1) ORDER BY e.id DESC";
        Ok(self.all(sql, [limit], traced)?.into_iter().flatten().collect())
    }
}

/// Reads a way off `tenant, account, place, id, arrived_ms, timeline`.
fn traced(row: &Row<'_>) -> rusqlite::Result<Option<Traced>> {
    let Some(timeline) = timeline(row, 5)? else { return Ok(None) };
    let (event, arrived) = (row.get(3)?, UnixMillis(row.get(4)?));
    Ok(Some(Traced { event, lane: lane_of(row)?, arrived, timeline }))
}
