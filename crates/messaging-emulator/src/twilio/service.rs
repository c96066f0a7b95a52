use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http::{Request, Response};
use serde_json::json;
use tokio::time::sleep;
use tower::Service;

use crate::{
    Body, TwilioEmulator, side,
    twilio::{
        api::{Answer, SILENCE},
        broken::broken,
    },
};

/// Twilio's API and `/_emulator/` as a [`tower::Service`]. Where a fault breaks the connection, the body fails.
#[derive(Clone, Debug)]
pub struct TwilioService {
    emulator: TwilioEmulator,
}

impl TwilioService {
    pub(crate) fn new(emulator: TwilioEmulator) -> Self {
        Self { emulator }
    }
}

impl Service<Request<Bytes>> for TwilioService {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        let emulator = self.emulator.clone();
        Box::pin(async move { Ok(serve(&emulator, request).await) })
    }
}

async fn serve(emulator: &TwilioEmulator, request: Request<Bytes>) -> Response<Body> {
    if let Some(path) = request.uri().path().strip_prefix("/_emulator/") {
        return match side::answer(&emulator.desk, path, &request, |shown| json!(shown)) {
            Some(answer) => answer,
            None => side::whole(emulator.side(path, &request).await),
        };
    }
    match emulator.answer(request).await {
        Some(Answer::Told(response)) => side::whole(response),
        Some(Answer::Silent) => {
            sleep(SILENCE).await;
            broken()
        }
        Some(Answer::Refused) | None => broken(),
    }
}
