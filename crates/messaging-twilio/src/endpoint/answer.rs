use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use messaging_core::Secret;
use serde_json::{Value, json};

/// `{"token":"…"}`.
pub(super) fn token(token: &Secret) -> Response<Bytes> {
    written(StatusCode::OK, &json!({ "token": token.expose() }))
}

/// `{"message":"…"}`.
pub(super) fn refused(status: StatusCode, why: &str) -> Response<Bytes> {
    written(status, &json!({ "message": why }))
}

pub(super) fn unauthorized() -> Response<Bytes> {
    let why = "who are you? send `Authorization: Bearer …` with the shared secret, or with a token of the issuer";
    with(refused(StatusCode::UNAUTHORIZED, why), header::WWW_AUTHENTICATE, "Bearer")
}

pub(super) fn wrong_method() -> Response<Bytes> {
    with(refused(StatusCode::METHOD_NOT_ALLOWED, "POST asks for a token"), header::ALLOW, "POST")
}

pub(super) fn later(why: &str) -> Response<Bytes> {
    with(refused(StatusCode::SERVICE_UNAVAILABLE, why), header::RETRY_AFTER, "5")
}

fn with(mut response: Response<Bytes>, name: HeaderName, value: &'static str) -> Response<Bytes> {
    response.headers_mut().insert(name, HeaderValue::from_static(value));
    response
}

fn written(status: StatusCode, body: &Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    with(response, header::CACHE_CONTROL, "no-store")
}
