use http::{Request, Uri, header, request::Builder};
use messaging_core::Secret;

/// Begins a request of ours to a service of the application, which may answer in `accept`.
pub(crate) fn post(url: &Uri, bearer: Option<&Secret>, accept: &'static str) -> Builder {
    let request =
        Request::post(url.clone()).header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT, accept);
    match bearer {
        Some(bearer) => request.header(header::AUTHORIZATION, format!("Bearer {}", bearer.expose())),
        None => request,
    }
}
