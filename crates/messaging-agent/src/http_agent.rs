use std::{fmt, time::Duration};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, StatusCode, Uri, header};
use messaging_core::{Clock, Secret, message::Content};
use messaging_http::{Transport, retry_after};
use tokio::time::timeout;
use tower::ServiceExt;

use crate::{Agent, AgentError, Turn, post::post, wire};

/// Most of an agent's refusal that is kept with a dead letter, in bytes.
const MOST_KEPT: usize = 2_000;

/// An agent that is an HTTP service, in any language.
///
/// Sends `POST {url}` with `Idempotency-Key: {run}` and the turn as JSON. The service answers
/// - 200 `{"messages":[{"text":"…"}]}`, or 204 for silence;
/// - 429 or 503, to be asked again after `Retry-After`; any other 5xx, a time-out or no connection: asked again too;
/// - any other status: never asked again; the messages are dead-lettered with the body.
pub struct HttpAgent {
    url: Uri,
    bearer: Option<Secret>,
    transport: Transport,
    clock: Clock,
}

impl HttpAgent {
    /// Asks the service at `url` through `transport`, whose own time-outs must not be shorter than a turn.
    #[must_use]
    pub fn new(url: Uri, transport: Transport) -> Self {
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
        let request = post(&self.url, self.bearer.as_ref()).header("idempotency-key", &turn.run);
        request.body(body.into()).map_err(|cause| AgentError::refused(format!("the agent cannot be asked: {cause}")))
    }
}

#[async_trait]
impl Agent for HttpAgent {
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        let request = self.request(&turn)?;
        let exchange = timeout(turn.deadline, self.transport.clone().oneshot(request));
        let response = match exchange.await {
            Ok(Ok(response)) => response,
            Ok(Err(cause)) => return Err(AgentError::retry(format!("the agent cannot be reached: {cause}"))),
            Err(_) => return Err(AgentError::retry(format!("the agent did not answer within {:?}", turn.deadline))),
        };
        let status = response.status();
        let again =
            |after: Option<Duration>| AgentError::Retry { reason: format!("the agent answered {status}"), after };
        match status {
            StatusCode::NO_CONTENT => Ok(Vec::new()),
            StatusCode::OK => read(&response),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                Err(again(retry_after(response.headers(), self.clock.now())))
            }
            _ if status.is_server_error() => Err(again(None)),
            _ => Err(AgentError::refused(format!("the agent answered {status}: {}", excerpt(response.body())))),
        }
    }
}

fn read(response: &http::Response<Bytes>) -> Result<Vec<Content>, AgentError> {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/event-stream") {
        let reason = "the agent answered with a stream, which this version cannot read; answer with JSON";
        return Err(AgentError::refused(reason));
    }
    let answer: wire::Answer = serde_json::from_slice(response.body()).map_err(|cause| {
        let expected = r#"{"messages":[{"text":"…"}]}"#;
        AgentError::refused(format!("the agent's answer is not {expected}: {cause}: {}", excerpt(response.body())))
    })?;
    Ok(answer.messages.into_iter().filter(|content| !content.is_empty()).collect())
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
