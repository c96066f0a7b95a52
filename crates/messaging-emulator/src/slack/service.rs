use std::{convert::Infallible, io, time::Duration};

use bytes::Bytes;
use futures_util::stream;
use http::{Method, Request, Response, StatusCode};
use http_body::Frame;
use http_body_util::{BodyExt, StreamBody};
use messaging_http::{Transport, TransportError};
use serde_json::json;
use tokio::time::sleep;
use tower::{service_fn, util::BoxCloneSyncService};

use super::{SlackEmulator, api::Reply};
use crate::{
    Body,
    side::{self, json_answer, whole},
};

/// A [`SlackEmulator`] to be put behind a socket: `/api/…` and, for people on this machine only, `/_emulator/…`.
pub type SlackService = BoxCloneSyncService<Request<Bytes>, Response<Body>, Infallible>;

/// How long a request that gets no answer is kept waiting before its connection is closed.
const HELD: Duration = Duration::from_secs(120);

impl SlackEmulator {
    /// The Web API as a function. A request that gets no answer fails after 120 s; callers have shorter deadlines.
    #[must_use]
    pub fn api(&self) -> Transport {
        let emulator = self.clone();
        Transport::new(service_fn(move |request: Request<Bytes>| {
            let emulator = emulator.clone();
            async move {
                match emulator.answer(request).await {
                    Reply::Answer(response) => Ok(response),
                    Reply::Refused => Err(TransportError::not_sent("connection refused")),
                    Reply::Silence => {
                        sleep(HELD).await;
                        Err(TransportError::maybe_sent("the connection was closed without an answer"))
                    }
                }
            }
        }))
    }

    /// Everything, to be put behind a socket.
    ///
    /// Besides the Web API and what every emulator has under `/_emulator/`: `POST people/messages` has a person write
    /// (`{"user"?, "channel"?, "text", "thread_ts"?}`; with `?wait=1` it waits for the app's answer), `GET app` gives the app's own
    /// credentials and a webhook URL. `GET places` lists
    /// channels and people. `POST people/clicks`, `people/suggestions`, `people/commands`, `people/shortcuts`,
    /// `people/submissions`, `people/closings`, `people/edits`, `people/deletions`, `people/reactions` and `people/stops` have a
    /// person act, and `people/views` says what they look at.
    #[must_use]
    pub fn service(&self) -> SlackService {
        let emulator = self.clone();
        SlackService::new(service_fn(move |request: Request<Bytes>| {
            let emulator = emulator.clone();
            async move { Ok::<_, Infallible>(emulator.serve(request).await) }
        }))
    }

    async fn serve(&self, request: Request<Bytes>) -> Response<Body> {
        if let Some(path) = request.uri().path().strip_prefix("/_emulator/") {
            let emulator = self.clone();
            if let Some(answer) = side::answer(self.desk(), path, &request, move |shown| emulator.dressed(shown)) {
                return answer;
            }
            if request.method() == Method::POST
                && let Some(answer) = self.person(path, &request).await
            {
                return whole(answer);
            }
            return whole(match (request.method(), path) {
                (&Method::POST, "people/messages") => self.hear(&request).await,
                (&Method::GET, "app") => json_answer(StatusCode::OK, &self.credentials()),
                (&Method::GET, "places") => json_answer(StatusCode::OK, &self.places()),
                _ => json_answer(StatusCode::NOT_FOUND, &json!({ "error": "no such page of the emulator" })),
            });
        }
        match self.answer(request).await {
            Reply::Answer(response) => whole(response),
            Reply::Refused => broken(),
            Reply::Silence => {
                sleep(HELD).await;
                broken()
            }
        }
    }
}

/// A response whose body fails at once: behind a socket, a connection that breaks.
fn broken() -> Response<Body> {
    let failure = || Err::<Frame<Bytes>, _>(io::Error::from(io::ErrorKind::ConnectionReset));
    let mut response = Response::new(BodyExt::boxed(StreamBody::new(stream::once(std::future::ready(failure())))));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
}
