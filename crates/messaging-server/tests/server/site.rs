use std::{convert::Infallible, io, net::SocketAddr, sync::Arc};

use axum::body::Body;
use http::{Request, Response};
use messaging_agent::EchoPlus;
use messaging_core::{Messenger, Secret};
use messaging_gateway::{Gateway, Running};
use messaging_server::{
    ConsoleBuilder, ConsoleSettings, ListenerSettings, PublicSettings, Readiness, RequestBody, console, serve,
};
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_web::{Web, WebConfig};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use tower::Service;

/// A listener at work.
pub(crate) struct Site {
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    pub(crate) task: JoinHandle<io::Result<()>>,
}

impl Site {
    pub(crate) async fn serve<S>(service: S, settings: ListenerSettings) -> Self
    where
        S: Service<Request<RequestBody>, Response = Response<Body>, Error = Infallible>,
        S: Clone + Send + 'static,
        S::Future: Send,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let stopped = async move {
            // A test that ends without a word stops it, too.
            let _ = stopped.await;
        };
        let task = tokio::spawn(serve(listener, service, settings, stopped));
        Self { address, stop, task }
    }

    /// Stops it, and hands over what is left to wait for.
    pub(crate) fn stop(self) -> JoinHandle<io::Result<()>> {
        self.stop.send(()).unwrap();
        self.task
    }
}

/// A gateway at work, with two accounts of the web chat.
pub(crate) struct Works {
    pub(crate) running: Running,
    pub(crate) readiness: Readiness,
    pub(crate) store: MemoryStore,
}

pub(crate) const TOKEN: &str = "0123456789abcdef";

impl Works {
    pub(crate) async fn start() -> Self {
        let web = || Messenger::new(Web::new(WebConfig::default()));
        let store = MemoryStore::new(MemoryOptions::default());
        let gateway = Gateway::builder(Arc::new(store.clone()), EchoPlus).account("web", web()).account("other", web());
        let running = gateway.build().unwrap().start().await.unwrap();
        let readiness = Readiness::starting();
        readiness.ready();
        Self { running, readiness, store }
    }

    pub(crate) fn gateway(&self) -> Gateway {
        self.running.gateway().clone()
    }

    pub(crate) async fn public(&self, settings: PublicSettings) -> Site {
        let mut settings = settings;
        settings.chat_account = Some("web".into());
        let router = messaging_server::public(self.gateway(), &settings, &self.readiness).unwrap();
        Site::serve(router, ListenerSettings::default()).await
    }

    pub(crate) fn console(&self) -> ConsoleBuilder {
        let mut settings = ConsoleSettings::new(Secret::new(TOKEN));
        settings.connect_origins = vec!["http://localhost:7400".into()];
        settings.info = serde_json::json!({ "emulators": ["twilio"] });
        console(self.gateway(), settings, self.readiness.clone())
    }

    pub(crate) async fn private(&self) -> Site {
        Site::serve(self.console().build().unwrap(), ListenerSettings::default()).await
    }
}
