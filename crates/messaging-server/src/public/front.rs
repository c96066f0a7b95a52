use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    Router,
    body::Body,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{Method, Request};
use messaging_core::BoxError;
use messaging_gateway::Gateway;
use tower::{Service, ServiceExt};

use super::{path::is_plain, webhooks};
use crate::{answer, protect::protect};

/// What anybody may call, as a service over any body: [`public`](crate::public) makes it. Cheap to clone.
///
/// It turns away paths with a second reading, takes webhooks in by itself, because they are nearly all that comes, and
/// says on every answer what browsers and caches are told.
#[derive(Clone, Debug)]
pub struct Public {
    pub(super) gateway: Gateway,
    /// Everything, webhooks that are not posted included.
    pub(super) routes: Router,
}

impl Public {
    async fn answer<B>(self, request: Request<B>) -> Response
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let path = request.uri().path();
        if !is_plain(path) {
            return answer::not_found().await.into_response();
        }
        if path.len() > webhooks::BELOW.len() && path.starts_with(webhooks::BELOW) && request.method() == Method::POST {
            return webhooks::take(&self.gateway, request).await;
        }
        let Ok(response) = self.routes.oneshot(request.map(Body::new)).await;
        response
    }
}

impl<B> Service<Request<B>> for Public
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // `oneshot` asks the routes, for each request.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let public = self.clone();
        Box::pin(async move {
            let mut response = public.answer(request).await;
            protect(&mut response);
            Ok(response)
        })
    }
}
