use std::{fmt, time::Duration};

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::{
    StreamExt,
    stream::{self, BoxStream},
};
use http::{Request, StatusCode, Uri, header};
use messaging_core::{Clock, Secret, message::Content};
use messaging_http::{BodyStream, StreamTransport, Transport, in_one_piece, retry_after};
use tokio::time::timeout;
use tower::ServiceExt;

use crate::{
    Agent, AgentError, Piece, ReplyStream, Turn,
    post::post,
    told::{LARGEST, told},
    usage, wire,
};

/// What an agent may answer in.
const ACCEPT: &str = "application/json, text/event-stream";

/// Most of an agent's refusal that is kept with a dead letter, in bytes.
const MOST_KEPT: usize = 2_000;

/// An agent that is an HTTP service, in any language.
///
/// Sends `POST {url}` with `Idempotency-Key: {run}`, a `traceparent` (<https://www.w3.org/TR/trace-context/>) and the turn
/// as JSON. The service answers
/// - 200 `{"messages":[{"text":"…"}]}`, or 204 for silence; `usage` beside `messages` says what it took;
/// - 200 `text/event-stream` while it writes: `delta {"text":"…"}`, `progress {"status":"…"}`, `message {"text":"…"}`, and
///   `done {}` at the end; a stream that ends without it is asked for again;
/// - 429 or 503, to be asked again after `Retry-After`; any other 5xx, a time-out or no connection: asked again too;
/// - any other status: never asked again; the messages are dead-lettered with the body.
pub struct HttpAgent {
    url: Uri,
    bearer: Option<Secret>,
    transport: StreamTransport,
    clock: Clock,
}

impl HttpAgent {
    /// Asks the service at `url` through `transport`, whose own time-outs must not be shorter than a turn.
    #[must_use]
    pub fn new(url: Uri, transport: Transport) -> Self {
        Self::streaming(url, in_one_piece(transport))
    }

    /// Asks the service at `url`, and hears its answer while it is being written.
    #[must_use]
    pub fn streaming(url: Uri, transport: StreamTransport) -> Self {
        Self { url, bearer: None, transport, clock: Clock::system() }
    }

    /// Sends `Authorization: Bearer …` along.
    #[must_use]
    pub fn with_bearer(mut self, bearer: Secret) -> Self {
        self.bearer = Some(bearer);
        self
    }

    fn request(&self, turn: &Turn) -> Result<Request<Bytes>, AgentError> {
        let body = wire::question(turn)
            .map_err(|cause| AgentError::refused(format!("the turn cannot be written: {cause}")))?;
        let request = post(&self.url, self.bearer.as_ref(), ACCEPT).header("idempotency-key", &turn.run);
        let request = match turn.trace {
            Some(trace) => request.header("traceparent", trace.to_string()),
            None => request,
        };
        request.body(body.into()).map_err(|cause| AgentError::refused(format!("the agent cannot be asked: {cause}")))
    }
}

#[async_trait]
impl Agent for HttpAgent {
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        let deadline = turn.deadline;
        match timeout(deadline, self.stream(turn).collect()).await {
            Ok(answer) => answer,
            Err(_) => Err(late(deadline)),
        }
    }

    fn stream(&self, turn: Turn) -> ReplyStream<'_> {
        let pieces = stream::once(self.ask(turn)).map(|answer| match answer {
            Ok(pieces) => pieces,
            Err(error) => stream::iter([Err(error)]).boxed(),
        });
        ReplyStream::new(pieces.flatten())
    }
}

/// The pieces of an answer.
type Pieces = BoxStream<'static, Result<Piece, AgentError>>;

impl HttpAgent {
    async fn ask(&self, turn: Turn) -> Result<Pieces, AgentError> {
        let request = self.request(&turn)?;
        let exchange = timeout(turn.deadline, self.transport.clone().oneshot(request));
        let response = match exchange.await {
            Ok(Ok(response)) => response,
            Ok(Err(cause)) => return Err(AgentError::retry(format!("the agent cannot be reached: {cause}"))),
            Err(_) => return Err(late(turn.deadline)),
        };
        let status = response.status();
        let again =
            |after: Option<Duration>| AgentError::Retry { reason: format!("the agent answered {status}"), after };
        match status {
            StatusCode::NO_CONTENT => Ok(stream::empty().boxed()),
            StatusCode::OK if is_stream(&response) => Ok(told(response.into_body(), turn.ledger().clone()).boxed()),
            StatusCode::OK => {
                let answer = read(&body(response).await?)?;
                usage::told(answer.usage, turn.ledger());
                let contents: Vec<_> = answer.messages.into_iter().filter(|content| !content.is_empty()).collect();
                Ok(stream::iter(contents).map(|content| Ok(Piece::Message(content))).boxed())
            }
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                Err(again(retry_after(response.headers(), self.clock.now())))
            }
            _ if status.is_server_error() => Err(again(None)),
            _ => {
                let body = body(response).await?;
                Err(AgentError::refused(format!("the agent answered {status}: {}", excerpt(&body))))
            }
        }
    }
}

fn late(deadline: Duration) -> AgentError {
    AgentError::retry(format!("the agent did not answer within {deadline:?}"))
}

fn is_stream(response: &http::Response<BodyStream>) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().starts_with("text/event-stream"))
}

async fn body(response: http::Response<BodyStream>) -> Result<Bytes, AgentError> {
    let broken = |cause| AgentError::retry(format!("the agent's answer broke off: {cause}"));
    response.into_body().collect(LARGEST).await.map_err(broken)
}

fn read(body: &[u8]) -> Result<wire::Answer, AgentError> {
    serde_json::from_slice(body).map_err(|cause| {
        let expected = r#"{"messages":[{"text":"…"}]}"#;
        AgentError::refused(format!("the agent's answer is not {expected}: {cause}: {}", excerpt(body)))
    })
}

fn excerpt(body: &[u8]) -> String {
    String::from_utf8_lossy(body.get(..MOST_KEPT).unwrap_or(body)).into_owned()
}

/// The rest of the URL stays out: user info and query may be secrets.
impl fmt::Debug for HttpAgent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpAgent").field("host", &self.url.host()).finish_non_exhaustive()
    }
}
