use axum::{
    body::Body,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use messaging_core::BoxError;
use messaging_gateway::Gateway;

use crate::{answer, buffered::whole};

/// Where webhooks are.
pub(super) const BELOW: &str = "/webhooks/";

/// `/webhooks/{account}` and everything below: the gateway reads the account from the raw path.
pub(super) async fn receive(State(gateway): State<Gateway>, request: Request) -> Response {
    take(&gateway, request).await
}

/// Takes one webhook in.
pub(super) async fn take<B>(gateway: &Gateway, request: http::Request<B>) -> Response
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    if let Some(no) = gateway.refusal(request.uri().path()) {
        return no.map(Body::from);
    }
    match whole(request, gateway.settings().limits.body).await {
        Ok(request) => gateway.answer_webhook(&request).await.map(Body::from),
        Err(error) => answer::body_error(&error).into_response(),
    }
}
