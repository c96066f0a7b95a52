use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
};
use http::Method;
use messaging_gateway::Gateway;
use tower::{Service, ServiceExt};

use super::{path::is_plain, webhooks};
use crate::{answer, protect::protect};

/// What stands before all routes: it turns away paths with a second reading, takes webhooks in by itself, because they
/// are nearly all that comes, and says on every answer what browsers and caches are told.
#[derive(Clone, Debug)]
pub(super) struct Front {
    pub(super) gateway: Gateway,
    /// Everything, webhooks that are not posted included.
    pub(super) routes: Router,
}

impl Front {
    async fn answer(self, request: Request) -> Response {
        let path = request.uri().path();
        if !is_plain(path) {
            return answer::not_found().await.into_response();
        }
        if path.len() > webhooks::BELOW.len() && path.starts_with(webhooks::BELOW) && request.method() == Method::POST {
            return webhooks::take(&self.gateway, request).await;
        }
        let Ok(response) = self.routes.oneshot(request).await;
        response
    }
}

impl Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // `oneshot` asks the routes, for each request.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let front = self.clone();
        Box::pin(async move {
            let mut response = front.answer(request).await;
            protect(&mut response);
            Ok(response)
        })
    }
}
