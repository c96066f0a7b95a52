use std::{convert::Infallible, io};

use bytes::Bytes;
use http::{Request, Response};
use messaging::BoxError;
use messaging_server::{ListenerSettings, RequestBody, serve};
use tokio::{
    sync::watch,
    task::{JoinError, JoinSet},
};
use tower::Service;

use crate::{
    exit::{Exit, Failure, config},
    ports::Bound,
};

/// Everything that listens, and the wish that it stops.
#[derive(Debug)]
pub(crate) struct Listeners {
    stop: watch::Sender<bool>,
    tasks: JoinSet<io::Result<()>>,
}

impl Listeners {
    pub(crate) fn new() -> Self {
        Self { stop: watch::Sender::new(false), tasks: JoinSet::new() }
    }

    /// Serves `service` on `bound` from now on.
    pub(crate) fn open<S, B>(&mut self, bound: Bound, service: S, settings: ListenerSettings)
    where
        S: Service<Request<RequestBody>, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let mut stop = self.stop.subscribe();
        self.tasks.spawn(serve(bound.listener, service, settings, async move {
            // Whoever could say so is gone: that is a stop, too.
            let _ = stop.wait_for(|stop| *stop).await;
        }));
    }

    /// Ends when a listener does, which none should.
    pub(crate) async fn failed(&mut self) -> Failure {
        match self.tasks.join_next().await {
            Some(ended) => failure(ended),
            None => std::future::pending().await,
        }
    }

    /// Accepts nothing more, lets what is under way end, and returns.
    pub(crate) async fn close(mut self) {
        self.stop.send_replace(true);
        while let Some(ended) = self.tasks.join_next().await {
            if !matches!(ended, Ok(Ok(()))) {
                tracing::error!("{}", failure(ended));
            }
        }
    }
}

fn failure(ended: Result<io::Result<()>, JoinError>) -> Failure {
    match ended {
        Ok(Ok(())) => Failure::new(Exit::Failed, "a listener ended by itself"),
        Ok(Err(cause)) if cause.kind() == io::ErrorKind::InvalidInput => {
            config("the settings of the listener cannot work")
                .because(cause)
                .next("change [listener] in messaging.toml")
        }
        Ok(Err(cause)) => Failure::new(Exit::Failed, "a listener failed").because(cause),
        Err(cause) => Failure::new(Exit::Failed, "a listener ended badly").because(cause),
    }
}
