use std::{convert::Infallible, net::IpAddr};

use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header, uri::Authority};
use http_body_util::{BodyExt, Full};
use messaging_emulator::Body;
use messaging_server::Buffered;
use tower::{Service, ServiceExt, service_fn, util::BoxCloneSyncService};

/// Largest request an emulator reads, in bytes.
const MAX_BODY: usize = 1024 * 1024;

/// An emulator that keeps `/_emulator/` from pages in a browser.
///
/// A page of any site can send requests to this machine, or have its own name lead here; what people say and what goes
/// wrong is not for such pages to decide. The vendor's API asks for credentials anyway.
pub(crate) fn guarded<S>(emulator: S) -> Buffered<BoxCloneSyncService<Request<Bytes>, Response<Body>, Infallible>>
where
    S: Service<Request<Bytes>, Response = Response<Body>, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Future: Send,
{
    let guard = service_fn(move |request: Request<Bytes>| {
        let emulator = emulator.clone();
        async move {
            match refusal(&request) {
                Some(why) => Ok(told(why)),
                None => emulator.oneshot(request).await,
            }
        }
    });
    Buffered::new(BoxCloneSyncService::new(guard), MAX_BODY)
}

fn refusal<B>(request: &Request<B>) -> Option<&'static str> {
    if !request.uri().path().starts_with("/_emulator") {
        return None;
    }
    if request.headers().contains_key(header::ORIGIN) {
        return Some("pages in a browser reach the emulator through the console only");
    }
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.and_then(|host| host.parse::<Authority>().ok());
    let is_ours = host.is_some_and(|host| is_here(host.host()));
    (!is_ours).then_some("call the emulator `127.0.0.1` or `localhost`")
}

fn is_here(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn told(why: &'static str) -> Response<Body> {
    let body = Full::new(Bytes::from(why)).map_err(|never: Infallible| match never {}).boxed();
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::FORBIDDEN;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_let_in(path: &str, headers: &[(&str, &str)]) -> bool {
        let request = Request::post(path);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        refusal(&request.body(()).unwrap()).is_none()
    }

    #[test]
    fn a_page_elsewhere_cannot_speak_for_people() {
        let path = "/_emulator/people/messages";
        assert!(is_let_in(path, &[("host", "127.0.0.1:7402")]) && is_let_in(path, &[("host", "localhost:7402")]));
        assert!(is_let_in(path, &[("host", "[::1]:7402")]));
        for headers in [
            [("host", "127.0.0.1:7402"), ("origin", "https://evil.test")],
            [("host", "127.0.0.1:7402"), ("origin", "null")],
            [("host", "evil.test:7402"), ("accept", "*/*")],
            [("accept", "*/*"), ("accept", "*/*")],
        ] {
            assert!(!is_let_in(path, &headers), "{headers:?}");
        }
        assert!(is_let_in("/api/auth.test", &[("host", "slack.com"), ("origin", "https://evil.test")]));
    }
}
