use axum::{
    extract::{Path, State},
    response::Response,
};
use http::StatusCode;
use messaging_core::trace::TimelineSpan;
use serde_json::{Value, json};

use super::Shared;
use crate::answer;

/// `GET /api/traces/{cursor}`: the way of the message whose line, or a reply to which, has this cursor: every span of its
/// trace that is over, in the order in which it began.
pub(super) async fn read(State(console): State<Shared>, Path(cursor): Path<u64>) -> Response {
    let traced = match console.gateway.way(cursor).await {
        Ok(Some(traced)) => traced,
        Ok(None) => {
            let why = "nobody followed this message: `traces.enabled` is false, it came before this version, or it is not \
                       kept any more";
            return answer::text(StatusCode::NOT_FOUND, why);
        }
        Err(error) => return answer::unavailable(format!("the store does not answer: {error}")),
    };
    let trace = traced.timeline.root.trace_hex();
    let mut spans = traced.timeline.whole(traced.event, traced.arrived);
    spans.sort_by_key(|span| span.start);
    let spans: Vec<_> = spans.iter().map(told).collect();
    let conversation = traced.lane.conversation;
    answer::json(
        StatusCode::OK,
        &json!({ "v": 1, "trace": trace, "conversation": conversation, "event": traced.event, "spans": spans }),
    )
}

fn told(span: &TimelineSpan) -> Value {
    let events: Vec<_> = span.events.iter().map(|event| json!({ "name": event.name, "at": event.at })).collect();
    json!({
        "stage": span.stage,
        "id": span.id,
        "parent": span.parent,
        "start": span.start,
        "ms": (span.took.as_secs_f64() * 10_000.0).round() / 10.0,
        "outcome": span.outcome,
        "error": span.error,
        "events": events,
    })
}
