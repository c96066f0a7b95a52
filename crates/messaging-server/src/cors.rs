use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, Method, StatusCode, header};

use crate::{
    answer,
    origin::{self, Origin},
};

/// Refuses pages of foreign origins, and lets those of allowed ones read the answer.
///
/// A client that is no browser sends no origin, and passes.
pub(crate) async fn check(State(allowed): State<Arc<[Origin]>>, request: Request, next: Next) -> Response {
    let named = match origin::single(request.headers(), &header::ORIGIN) {
        Ok(None) => return vary(next.run(request).await),
        Ok(Some(named)) => named,
        Err(()) => "",
    };
    let foreign = !origin::is_own(named, &request);
    if foreign && !allowed.iter().any(|origin| origin.as_str() == named) {
        let why = "pages of this origin may not call this; add it to `allowed_origins`";
        return vary(answer::text(StatusCode::FORBIDDEN, why).into_response());
    }
    let reader = HeaderValue::from_str(named).ok().filter(|_| foreign);
    let asks =
        request.method() == Method::OPTIONS && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = if asks { allow() } else { next.run(request).await };
    if let Some(reader) = reader {
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, reader);
    }
    vary(response)
}

/// The answer to a preflight.
fn allow() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers: [(HeaderName, &'static str); 3] = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type, last-event-id"),
        (header::ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    response.headers_mut().extend(headers.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

fn vary(mut response: Response) -> Response {
    response.headers_mut().append(header::VARY, HeaderValue::from_static("origin"));
    response
}
