//! Endpoints of the accounts' providers, such as `/twilio/token`.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    middleware,
    response::{IntoResponse, Response},
    routing::any,
};
use messaging_core::{Error, ErrorKind, Result};
use messaging_gateway::Gateway;

use crate::{answer, buffered::whole, cors, origin::Origin};

/// Largest body, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// First segments that are taken.
const TAKEN: [&str; 6] = ["webhooks", "media", "chat", "livez", "readyz", "v1"];

/// Builds a route for every endpoint of every account.
///
/// # Errors
/// [`ErrorKind::Config`]: an account with endpoints has a name that leads elsewhere, or an allowed origin is none.
pub(super) fn routes(gateway: &Gateway) -> Result<Router> {
    let mut router = Router::new();
    for offered in gateway.endpoints() {
        let account = offered.account;
        if TAKEN.contains(&account) {
            let message = format!("`/{account}/…` is taken: an account with endpoints cannot be named `{account}`");
            return Err(Error::new(ErrorKind::Config, message));
        }
        let origins =
            offered.allowed_origins.iter().map(|text| Origin::configured(text)).collect::<Result<Vec<_>>>()?;
        let check = middleware::from_fn_with_state(Arc::from(origins), cors::check);
        for name in offered.names {
            router = router.route(&format!("/{account}/{name}"), any(serve).layer(check.clone()));
        }
    }
    Ok(router.with_state(gateway.clone()))
}

async fn serve(State(gateway): State<Gateway>, request: Request) -> Response {
    let request = match whole(request, MAX_BODY).await {
        Ok(request) => request,
        Err(error) => return answer::body_error(&error).into_response(),
    };
    let path = request.uri().path().to_owned();
    let Some((account, name)) = path.strip_prefix('/').and_then(|path| path.split_once('/')) else {
        return answer::not_found().await;
    };
    match gateway.endpoint(account, name, request).await {
        Some(response) => response.map(Body::from),
        None => answer::not_found().await,
    }
}
