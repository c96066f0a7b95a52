use std::{
    collections::BTreeMap,
    net::SocketAddr,
    num::NonZeroU32,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_agent::{Turn, from_fn};
use messaging_core::{Clock, Messenger};
use messaging_gateway::{Gateway, Settings};
use messaging_http::{Transport, TransportError};
use messaging_resilience::{Policy, Quota};
use messaging_server::{ListenerSettings, PublicSettings, Readiness, RequestBody, public, serve};
use messaging_store::{Counts, Store};
use messaging_testkit::toy::Toy;
use messaging_web::{Web, WebConfig};
use serde_json::{Value, json};
use tokio::{net::TcpListener, runtime::Runtime};
use tower::ServiceExt;

/// Signs callbacks.
pub(crate) const SECRET: &str = "overload";

/// How long answers of each status took from the head of the request on, in the house alone.
pub(crate) type Took = BTreeMap<u16, Vec<Duration>>;

/// What people saw: how often each answer was shown.
type Shown = Arc<Mutex<BTreeMap<String, u32>>>;

/// The listener and the gateway as `serve` has them, with two platforms in the process that take everything at once: one
/// tells again what it was refused, the other does not.
pub(crate) struct House {
    pub(crate) address: SocketAddr,
    runtime: Runtime,
    gateway: Gateway,
    shown: Shown,
    took: Arc<Mutex<Took>>,
}

impl House {
    pub(crate) fn start(store: Arc<dyn Store>) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let shown = Shown::default();
        let toy = || Toy::new(SECRET, screen(&shown), Clock::system());
        let thinks = crate::load().thinks;
        let agent = from_fn(move |turn: Turn| async move {
            // house: real time, because an agent takes some, and that is what makes the queue.
            tokio::time::sleep(thinks).await;
            Ok(vec![turn.text().into()])
        });
        let mut settings = Settings::default();
        // Who is refused is looked at here, not how fast this machine is.
        settings.limits.accept = Duration::from_secs(30);
        let gateway = Gateway::builder(store, agent)
            .account("again", Messenger::new(toy()))
            .account("once", Messenger::new(toy().told_once()))
            .account("web", Messenger::new(Web::new(WebConfig::default())))
            .settings(settings)
            .policy(Policy::gateway().with_quota(Quota::per_second(NonZeroU32::new(1_000_000).unwrap())))
            .build()
            .unwrap();
        let readiness = Readiness::starting();
        readiness.ready();
        let mut settings = PublicSettings::default();
        settings.chat_account = Some("web".into());
        let service = public(gateway.clone(), &settings, &readiness).unwrap();
        let took = Arc::<Mutex<Took>>::default();
        let noted = Arc::clone(&took);
        let service = tower::service_fn(move |request: Request<RequestBody>| {
            let (service, noted, begun) = (service.clone(), Arc::clone(&noted), Instant::now());
            async move {
                let answer = service.oneshot(request).await;
                let status = answer.as_ref().map_or(0, |answer| answer.status().as_u16());
                noted.lock().unwrap().entry(status).or_default().push(begun.elapsed());
                answer
            }
        });
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let running = gateway.clone();
        runtime.spawn(async move {
            let _readiness = readiness;
            serve(listener, service, ListenerSettings::default(), std::future::pending()).await.unwrap();
        });
        runtime.spawn(async move { running.run(std::future::pending()).await });
        Self { address, runtime, gateway, shown, took }
    }

    /// How long answers took in the house since this was asked last.
    pub(crate) fn took(&self) -> Took {
        std::mem::take(&mut self.took.lock().unwrap())
    }

    pub(crate) fn counts(&self) -> Counts {
        self.runtime.block_on(self.gateway.counts()).unwrap()
    }

    /// Waits until everything has ended; returns how long that took.
    pub(crate) fn drained(&self) -> Duration {
        let begun = Instant::now();
        // Twice as long as the load itself, and what a machine may be busy with.
        let most = Duration::from_secs(60) + crate::load().time * 2;
        while self.counts().in_flight > 0 {
            assert!(begun.elapsed() < most, "it does not drain: {:?}", self.counts());
            // house: real time, because it is other threads that work.
            std::thread::sleep(Duration::from_millis(20));
        }
        begun.elapsed()
    }

    /// How many of these got no answer, and how many more than one.
    pub(crate) fn compare(&self, texts: &[String]) -> (usize, usize) {
        let shown = self.shown.lock().unwrap();
        let lost = texts.iter().filter(|text| !shown.contains_key(*text)).count();
        (lost, shown.values().filter(|times| **times > 1).count())
    }
}

/// Shows every message, and says so.
fn screen(shown: &Shown) -> Transport {
    let shown = Arc::clone(shown);
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let shown = Arc::clone(&shown);
        async move {
            let message: Value = serde_json::from_slice(request.body()).unwrap_or_default();
            let Some(text) = message["text"].as_str() else {
                // Nothing is in doubt here.
                return Err(TransportError::not_sent("there are no records"));
            };
            *shown.lock().unwrap().entry(text.to_owned()).or_default() += 1;
            Ok(Response::new(Bytes::from(json!({ "id": format!("m {text}") }).to_string())))
        }
    }))
}
