use std::fmt;

use async_trait::async_trait;
use bytes::Bytes;
use http::{StatusCode, Uri};
use messaging_core::{
    Secret,
    capability::{Decision, Question},
};
use messaging_http::Transport;
use serde::Serialize;
use tower::ServiceExt;

use crate::{Hook, post::post};

/// Longest answer that is read, in bytes: a decision is small.
const MOST: usize = 64 * 1024;

/// A hook that is an HTTP service, in any language.
///
/// Sends `POST {url}` with `{"v":1,"kind":"onMessageAdd","conversation":"conv:CH…","fields":{"Body":"…"}}`. The service
/// answers 200 `{"decision":"pass"}`, `{"decision":"modify","changes":{"body":"…"}}`,
/// `{"decision":"answer","answer":{"options":[]}}` or `{"decision":"reject","reason":"…"}`; 204 lets it pass. So does every other answer, and none: that is logged.
pub struct HttpHook {
    url: Uri,
    bearer: Option<Secret>,
    transport: Transport,
}

#[derive(Serialize)]
struct Asked<'q> {
    v: u32,
    #[serde(flatten)]
    question: &'q Question,
}

impl HttpHook {
    /// Asks the service at `url` through `transport`.
    #[must_use]
    pub fn new(url: Uri, transport: Transport) -> Self {
        Self { url, bearer: None, transport }
    }

    /// Sends `Authorization: Bearer …` along.
    #[must_use]
    pub fn with_bearer(mut self, bearer: Secret) -> Self {
        self.bearer = Some(bearer);
        self
    }

    async fn ask(&self, question: &Question) -> Result<Decision, String> {
        let body = serde_json::to_vec(&Asked { v: 1, question }).map_err(|cause| cause.to_string())?;
        let request = post(&self.url, self.bearer.as_ref(), "application/json");
        let request = request.body(Bytes::from(body)).map_err(|cause| cause.to_string())?;
        let response = self.transport.clone().oneshot(request).await.map_err(|cause| cause.to_string())?;
        match response.status() {
            StatusCode::NO_CONTENT => Ok(Decision::Pass),
            StatusCode::OK if response.body().len() > MOST => Err(format!("it answered more than {MOST} bytes")),
            StatusCode::OK => serde_json::from_slice(response.body())
                .map_err(|cause| format!("it did not answer {{\"decision\":\"pass\"}} or the like: {cause}")),
            status => Err(format!("it answered {status}")),
        }
    }
}

#[async_trait]
impl Hook for HttpHook {
    async fn decide(&self, question: Question) -> Decision {
        self.ask(&question).await.unwrap_or_else(|reason| {
            tracing::warn!(kind = question.kind, reason, "the hook gave no decision; the platform's action passes");
            Decision::Pass
        })
    }
}

/// The rest of the URL stays out: user info and query may be secrets.
impl fmt::Debug for HttpHook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpHook").field("host", &self.url.host()).finish_non_exhaustive()
    }
}
