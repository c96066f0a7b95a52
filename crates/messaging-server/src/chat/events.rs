use std::{convert::Infallible, future::ready, sync::Arc, time::Duration};

use axum::{
    extract::{Query, State},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{StreamExt, stream};
use http::{HeaderMap, StatusCode};
use messaging_core::{
    ConversationRef, DeliveryStatus,
    error::VendorError,
    message::{Action, Media},
};
use messaging_gateway::Delta;
use messaging_store::{News, Record, Speaker, StoreError};
use messaging_web::Visitor;
use serde::{Deserialize, Serialize};

use super::Chat;
use crate::{Ready, answer, moment::iso};

/// How soon a browser comes back to a stream that was cut.
const RETRY: Duration = Duration::from_secs(1);

#[derive(Deserialize)]
pub(super) struct Asked {
    visitor: String,
    #[serde(default)]
    after: u64,
}

/// One line of the conversation, as the page reads it.
#[derive(Serialize)]
struct Line<'r> {
    cursor: u64,
    role: &'static str,
    /// What people call whoever wrote it, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'r str>,
    text: &'r str,
    media: &'r [Media],
    actions: &'r [Action],
    /// The visitor's own name for their message.
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<&'r str>,
    at: Option<String>,
    /// How far a line of ours got, if anybody has told.
    #[serde(skip_serializing_if = "Option::is_none")]
    delivery: Option<&'r DeliveryStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<&'r VendorError>,
}

/// How far a line of ours got, as the page reads it.
#[derive(Serialize)]
struct Delivery<'r> {
    /// The place of this step in the stream.
    cursor: u64,
    /// The line it is about, by its own cursor.
    of: u64,
    status: Option<&'r DeliveryStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<&'r VendorError>,
}

/// `GET /chat/events?visitor=…`: every settled line and what became of it after `Last-Event-ID`, else after `?after=`, else from the start.
pub(super) async fn stream(State(chat): State<Arc<Chat>>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let visitor: Visitor = match asked.visitor.parse() {
        Ok(visitor) => visitor,
        Err(error) => return answer::text(StatusCode::BAD_REQUEST, error.to_string()),
    };
    // A browser that reconnects repeats the old URL, and adds where it got to.
    let after = match headers.get("last-event-id").map(|id| id.to_str().map(str::parse)) {
        None => asked.after,
        Some(Ok(Ok(after))) => after,
        Some(_) => return answer::text(StatusCode::BAD_REQUEST, "`Last-Event-ID` is not a cursor of this stream"),
    };
    if chat.readiness.state() == Ready::Draining {
        return answer::unavailable("this node is on its way out; come back");
    }
    let Some(seat) = chat.seats.take(&visitor) else {
        return answer::unavailable("too many event streams are open; close one, or come back");
    };
    let reference = ConversationRef::new(Arc::clone(&chat.account), visitor.place());
    // The seat is the scan's state: it is free when the stream is dropped.
    let lines = chat.gateway.news(&reference, after).map(event).chain(stream::once(ready(None)));
    let deltas = chat.gateway.deltas_of(&reference).map(|delta| delta_event(&delta)).filter_map(ready).map(Some);
    // The end of the lines is the end: the page comes back and goes on from its last cursor.
    let lines = stream::select(lines, deltas).scan(seat, |_, event| ready(event));
    let events = stream::once(ready(Event::default().retry(RETRY)))
        .chain(lines)
        .take_until(chat.readiness.draining())
        .map(Ok::<_, Infallible>);
    Sse::new(events).keep_alive(KeepAlive::new().interval(chat.heartbeat)).into_response()
}

/// The event of a piece of an answer that is being written. It has no cursor: nobody goes on from it.
fn delta_event(delta: &Delta) -> Option<Event> {
    let event = Event::default().event("delta").json_data(delta);
    event.inspect_err(|error| tracing::error!(%error, "a piece cannot be written as JSON")).ok()
}

/// The event of a step. None ends the stream: the page comes back and goes on from its last cursor.
fn event(news: Result<News, StoreError>) -> Option<Event> {
    let news = news.inspect_err(|error| tracing::warn!(%error, "an event stream of the web chat ends")).ok()?;
    let event = Event::default().id(news.cursor().to_string());
    let event = match &news {
        News::Said(record) => event.event("message").json_data(line(record)),
        other => {
            let record = other.record();
            event.event("delivery").json_data(Delivery {
                cursor: other.cursor(),
                of: record.cursor,
                status: record.delivery.as_ref(),
                problem: record.problem.as_ref(),
            })
        }
    };
    event.inspect_err(|error| tracing::error!(%error, "a line cannot be written as JSON")).ok()
}

fn line(record: &Record) -> Line<'_> {
    let own = record.speaker == Speaker::Person;
    Line {
        cursor: record.cursor,
        role: if own { "user" } else { "assistant" },
        name: record.author.as_ref().and_then(|author| author.name.as_deref()),
        text: &record.content.text,
        media: &record.content.media,
        actions: &record.content.actions,
        client_id: record.message.as_ref().filter(|_| own).map(messaging_core::id::MessageId::as_str),
        at: iso(record.at),
        delivery: record.delivery.as_ref(),
        problem: record.problem.as_ref(),
    }
}
