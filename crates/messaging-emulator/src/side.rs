//! `/_emulator/`: what a person did and saw. For the console, the command line and tests; never part of a vendor's API.

use std::{convert::Infallible, io};

use bytes::Bytes;
use futures_util::StreamExt;
use http::{HeaderValue, Method, Request, Response, StatusCode, header::CONTENT_TYPE};
use http_body::Frame;
use http_body_util::{BodyExt, Full, StreamBody, combinators::BoxBody};
use serde_json::{Value, json};

use crate::{FaultPlan, News, Shown, desk::Desk};

/// The body of an answer: whole, or a live stream.
pub type Body = BoxBody<Bytes, io::Error>;

/// Wraps a whole body.
pub(crate) fn whole(response: Response<Bytes>) -> Response<Body> {
    response.map(|bytes| Full::new(bytes).map_err(|never: Infallible| match never {}).boxed())
}

/// Answers what is the same for every emulator; none if the path is not one of these.
///
/// - `GET shown?after=SEQ`: everything people saw, as server-sent events, `id` = `seq`; `Last-Event-ID` resumes. `shown`
///   is a message, new or changed, as `dress` tells it; every other event is a [`Notice`](crate::Notice) by its name.
/// - `GET warnings`: what the real service would have ignored.
/// - `GET`, `PUT`, `DELETE faults`: the [`FaultPlan`] as JSON.
pub(crate) fn answer(
    desk: &Desk,
    path: &str,
    request: &Request<Bytes>,
    dress: impl Fn(&Shown) -> Value + Send + Sync + 'static,
) -> Option<Response<Body>> {
    match (request.method(), path) {
        (&Method::GET, "shown") => Some(shown(desk, request, dress)),
        (&Method::GET, "warnings") => Some(whole(json_answer(StatusCode::OK, &json!({ "warnings": desk.warnings() })))),
        (&Method::GET, "faults") => Some(whole(json_answer(StatusCode::OK, &json!(desk.plan())))),
        (&Method::PUT, "faults") => Some(whole(match serde_json::from_slice::<FaultPlan>(request.body()) {
            Ok(plan) if !plan.is_sound() => {
                let error = "a fault strikes in so many of a thousand cases: 1000 at most";
                json_answer(StatusCode::BAD_REQUEST, &json!({ "error": error }))
            }
            Ok(plan) => {
                desk.set_plan(plan);
                json_answer(StatusCode::OK, &json!(plan))
            }
            Err(cause) => json_answer(StatusCode::BAD_REQUEST, &json!({ "error": cause.to_string() })),
        })),
        (&Method::DELETE, "faults") => {
            desk.set_plan(FaultPlan::default());
            Some(whole(json_answer(StatusCode::OK, &json!(desk.plan()))))
        }
        _ => None,
    }
}

/// A JSON answer.
pub(crate) fn json_answer(status: StatusCode, value: &Value) -> Response<Bytes> {
    let mut response = Response::new(value.to_string().into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn shown(
    desk: &Desk,
    request: &Request<Bytes>,
    dress: impl Fn(&Shown) -> Value + Send + Sync + 'static,
) -> Response<Body> {
    let asked = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes())
        .find(|(key, _)| key == "after")
        .map(|(_, value)| value.into_owned());
    let last = request.headers().get("last-event-id").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let after = last.or(asked).and_then(|text| text.parse().ok()).unwrap_or_default();
    let events = desk.news_after(after).map(move |news| {
        let seq = news.seq();
        let (name, data) = match news {
            News::Shown(shown) => ("shown", dress(&shown)),
            News::Notice(notice) => {
                let mut data = notice.data;
                if let Some(fields) = data.as_object_mut() {
                    fields.insert("seq".to_owned(), json!(seq));
                }
                (notice.name, data)
            }
        };
        let event = format!("id: {seq}\nevent: {name}\ndata: {data}\n\n");
        Ok::<_, io::Error>(Frame::data(Bytes::from(event)))
    });
    let hello = futures_util::stream::once(async { Ok(Frame::data(Bytes::from_static(b": here\n\n"))) });
    let mut response = Response::new(BodyExt::boxed(StreamBody::new(hello.chain(events))));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response.headers_mut().insert("cache-control", HeaderValue::from_static("no-store"));
    response
}
