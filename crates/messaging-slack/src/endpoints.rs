use std::time::SystemTime;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use messaging_core::capability::Endpoints;

use crate::Slack;

#[async_trait]
impl Endpoints for Slack {
    fn names(&self) -> &'static [&'static str] {
        &["install", "oauth"]
    }

    /// Sends people to Slack's page at `install`, and takes them back at `oauth`, both with GET.
    async fn answer(&self, name: &str, request: Request<Bytes>, now: SystemTime) -> Response<Bytes> {
        if let Some(workspaces) = &self.workspaces {
            return workspaces.answer(name, &request, now).await;
        }
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
    }
}
