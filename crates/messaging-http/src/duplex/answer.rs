use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue, Request, Response, StatusCode,
    header::{CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE},
};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

/// Answers the request that opens a WebSocket: 101, after which [`carry`](crate::duplex::carry) takes the connection over.
///
/// # Errors
/// The 400 or 426 to answer instead, for a request that opens none (RFC 6455 §4.2).
pub fn answer<B>(request: &Request<B>) -> Result<Response<Bytes>, Box<Response<Bytes>>> {
    let headers = request.headers();
    if request.method() != http::Method::GET
        || !has(headers, CONNECTION, "upgrade")
        || !has(headers, UPGRADE, "websocket")
    {
        return Err(refuse(StatusCode::UPGRADE_REQUIRED, "this address is a WebSocket's: connect to it as one"));
    }
    if headers.get(SEC_WEBSOCKET_VERSION).is_none_or(|version| version != "13") {
        return Err(refuse(StatusCode::UPGRADE_REQUIRED, "only version 13 of WebSocket is spoken here"));
    }
    let accept = headers.get(SEC_WEBSOCKET_KEY).map(|key| derive_accept_key(key.as_bytes()));
    let Some(Ok(accept)) = accept.map(HeaderValue::try_from) else {
        return Err(refuse(StatusCode::BAD_REQUEST, "there is no Sec-WebSocket-Key"));
    };
    let mut response = switching();
    response.headers_mut().insert(SEC_WEBSOCKET_ACCEPT, accept);
    Ok(response)
}

fn switching() -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("Upgrade"));
    response.headers_mut().insert(UPGRADE, HeaderValue::from_static("websocket"));
    response
}

fn refuse(status: StatusCode, why: &'static str) -> Box<Response<Bytes>> {
    let mut response = Response::new(Bytes::from_static(why.as_bytes()));
    *response.status_mut() = status;
    if status == StatusCode::UPGRADE_REQUIRED {
        response.headers_mut().insert(UPGRADE, HeaderValue::from_static("websocket"));
        response.headers_mut().insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
    }
    Box::new(response)
}

/// Whether a header lists `word`, in any case.
pub(super) fn has(headers: &HeaderMap, name: http::HeaderName, word: &str) -> bool {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|listed| listed.trim().eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(headers: &[(&str, &str)]) -> Request<()> {
        headers.iter().fold(Request::get("/"), |request, (name, value)| request.header(*name, *value)).body(()).unwrap()
    }

    #[test]
    fn the_example_of_the_rfc_is_answered() {
        // RFC 6455 §1.3.
        let response = answer(&request(&[
            ("connection", "keep-alive, Upgrade"),
            ("upgrade", "websocket"),
            ("sec-websocket-version", "13"),
            ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ]));
        assert_eq!(response.unwrap().headers()[SEC_WEBSOCKET_ACCEPT], "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    #[test]
    fn whatever_else_is_refused() {
        let upgrade = [("connection", "upgrade"), ("upgrade", "websocket")];
        for (headers, status) in [
            (vec![], 426),
            (upgrade.to_vec(), 426),
            ([&upgrade[..], &[("sec-websocket-version", "8")]].concat(), 426),
            ([&upgrade[..], &[("sec-websocket-version", "13")]].concat(), 400),
        ] {
            assert_eq!(answer(&request(&headers)).unwrap_err().status(), status, "{headers:?}");
        }
    }
}
