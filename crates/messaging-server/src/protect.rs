use axum::response::Response;
use http::{HeaderName, HeaderValue, header};

/// For answers that are no page: nothing in them may run, load or be framed.
const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'";

/// An answer that says what [`protect`] makes every answer say.
pub(crate) async fn protected(mut response: Response) -> Response {
    protect(&mut response);
    response
}

/// What every answer says to browsers and caches. A page brings a policy of its own.
pub(crate) fn protect(response: &mut Response) {
    let headers = response.headers_mut();
    // With room for what the HTTP implementation adds: growing would hash everything once more.
    headers.reserve(8);
    let always: [(HeaderName, &'static str); 3] = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(NO_PAGE));
}
