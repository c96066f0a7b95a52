use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::TokioIo;
use messaging_emulator::{Body, SlackEmulator, SlackService};
use messaging_http::duplex::{WebSocketSettings, answer, carry};
use tower::{ServiceExt, service_fn};

/// Where the URLs of `apps.connections.open` lead.
const PATH: &str = "/link/";

/// A Slack with Socket Mode: its connections are `WebSocket`s on the port of everything else.
pub(crate) fn linked(slack: &SlackEmulator) -> SlackService {
    let (slack, rest) = (slack.clone(), slack.service());
    SlackService::new(service_fn(move |request: Request<Bytes>| {
        let (slack, rest) = (slack.clone(), rest.clone());
        async move {
            if request.uri().path() == PATH { Ok(link(&slack, request).map(body)) } else { rest.oneshot(request).await }
        }
    }))
}

fn link(slack: &SlackEmulator, mut request: Request<Bytes>) -> Response<Bytes> {
    let response = match answer(&request) {
        Ok(response) => response,
        Err(refusal) => return *refusal,
    };
    let Some(link) = slack.link(request.uri()) else {
        let mut refusal =
            Response::new(Bytes::from_static(b"the ticket is used up or too old: open another connection"));
        *refusal.status_mut() = StatusCode::UNAUTHORIZED;
        return refusal;
    };
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        match upgrade.await {
            Ok(io) => link.serve(carry(TokioIo::new(io), WebSocketSettings::default()).await).await,
            Err(error) => tracing::debug!(%error, "a WebSocket ended before it began"),
        }
    });
    response
}

fn body(bytes: Bytes) -> Body {
    Full::new(bytes).map_err(|never| match never {}).boxed()
}
