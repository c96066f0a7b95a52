use axum::{
    body::Body,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use messaging_gateway::Gateway;
use tower::ServiceExt;

use crate::{answer, buffered::whole};

/// `/webhooks/{account}` and everything below: the gateway reads the account from the raw path.
pub(super) async fn receive(State(gateway): State<Gateway>, request: Request) -> Response {
    let ingress = gateway.ingress();
    if let Some(no) = ingress.refusal(request.uri().path()) {
        return no.map(Body::from);
    }
    let request = match whole(request, gateway.settings().limits.body).await {
        Ok(request) => request,
        Err(error) => return answer::body_error(&error).into_response(),
    };
    let Ok(response) = ingress.oneshot(request).await;
    response.map(Body::from)
}
