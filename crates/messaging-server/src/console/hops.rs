use std::{convert::Infallible, time::Duration};

use axum::{
    extract::State,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{StreamExt, stream};
use messaging_gateway::Hop;
use serde_json::json;
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::Shared;

/// How often a silent stream shows that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// `GET /api/hops`: every hop from now on, as events `hop`; `lagged` says how many a slow reader has missed.
pub(super) async fn stream(State(console): State<Shared>) -> Response {
    let hops = stream::unfold(console.gateway.hops(), |mut hops| async move { Some((next(&mut hops).await?, hops)) });
    Sse::new(hops.map(Ok::<_, Infallible>)).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response()
}

/// The next event; none once the gateway is gone.
async fn next(hops: &mut Receiver<Hop>) -> Option<Event> {
    let event = match hops.recv().await {
        Ok(hop) => Event::default().event("hop").json_data(hop),
        Err(RecvError::Lagged(missed)) => Event::default().event("lagged").json_data(json!({ "missed": missed })),
        Err(RecvError::Closed) => return None,
    };
    event.inspect_err(|error| tracing::error!(%error, "a hop cannot be written as JSON")).ok()
}
