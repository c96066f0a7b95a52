//! The web chat for the simulated world: the shipped provider and server, and people's browsers.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use futures_util::StreamExt;
use http::{Request, StatusCode};
use http_body_util::Full;
use messaging_core::{Clock, Messenger};
use messaging_emulator::{Desk, FaultPlan, Journal, Shown, Truth};
use messaging_gateway::Gateway;
use messaging_http::{BodyStream, StreamTransport, Transport, TransportError};
use messaging_server::{PublicSettings, Readiness, public};
use messaging_testkit::Pair;
use messaging_web::{Visitor, Web, WebConfig};
use serde_json::{Value, json};
use tokio::{
    sync::mpsc,
    time::{sleep, timeout},
};
use tower::ServiceExt;

/// What is broken on purpose in the browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plant {
    /// Nothing.
    Nothing,
    /// A page that reconnects does not say where it got to.
    NoCursor,
    /// A page that is not sure that it was heard says it under another name.
    FreshIds,
}

/// Visitors with a page each: it posts what they write, one after the other and again until it is told yes, and shows what
/// the stream tells.
#[derive(Debug)]
pub struct WebPair {
    desk: Desk,
    plant: Plant,
    front: Mutex<Option<StreamTransport>>,
    pages: Mutex<BTreeMap<usize, mpsc::UnboundedSender<String>>>,
}

/// Makes the pair of one world; visitors come from the seed.
pub fn web(plant: Plant) -> impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static {
    move |plan, seed, journal| {
        let desk = Desk::new(journal, plan, seed);
        Arc::new(WebPair { desk, plant, front: Mutex::default(), pages: Mutex::default() })
    }
}

/// One page in one browser.
#[derive(Clone)]
struct Page {
    desk: Desk,
    plant: Plant,
    front: StreamTransport,
    visitor: String,
}

impl Pair for WebPair {
    fn account(&self) -> &'static str {
        "web"
    }

    fn provider(&self, _: Clock) -> Messenger {
        Messenger::new(Web::new(WebConfig::default()))
    }

    /// Nothing: pages write and read over the front.
    fn connect(&self, _: Transport) {}

    fn front(&self, gateway: &Gateway) -> Option<StreamTransport> {
        let mut settings = PublicSettings::default();
        settings.chat_account = Some("web".into());
        let readiness = Readiness::starting();
        readiness.ready();
        let router = public(gateway.clone(), &settings, &readiness).expect("sound settings");
        Some(StreamTransport::new(tower::service_fn(move |request: Request<Bytes>| {
            // Kept for as long as the router is.
            let (router, _readiness) = (router.clone(), readiness.clone());
            async move {
                let response = router.oneshot(request.map(Full::new)).await.unwrap_or_else(|never| match never {});
                let broken = |_| TransportError::maybe_sent("the body broke off");
                Ok(response
                    .map(|body| BodyStream::new(body.into_data_stream().map(move |piece| piece.map_err(broken)))))
            }
        })))
    }

    fn connect_front(&self, front: StreamTransport) {
        *lock(&self.front) = Some(front);
    }

    fn write(&self, conversation: usize, index: u64, text: &str) {
        let visitor = Self::visitor(conversation);
        self.desk.truth().written.entry(text.to_owned()).or_default();
        self.desk.truth().open += 1;
        show(&self.desk, &visitor, &format!("p{conversation}-{index}"), text, false);
        let mut pages = lock(&self.pages);
        let page = pages.entry(conversation).or_insert_with(|| self.open(visitor));
        // The page lives as long as the world.
        let _ = page.send(text.to_owned());
    }

    fn truth(&self) -> Truth {
        self.desk.truth().clone()
    }

    /// The page waits for its answer before it posts the next.
    fn hold_back(&self) -> Duration {
        Duration::ZERO
    }
}

impl WebPair {
    fn visitor(conversation: usize) -> String {
        Visitor::new(0x5eed_0000 + u128::try_from(conversation).unwrap_or_default()).as_str().to_owned()
    }

    fn open(&self, visitor: String) -> mpsc::UnboundedSender<String> {
        let front = lock(&self.front).clone().expect("a front");
        let page = Page { desk: self.desk.clone(), plant: self.plant, front, visitor };
        let (write, written) = mpsc::unbounded_channel();
        tokio::spawn(page.clone().post_all(written));
        tokio::spawn(page.read_on());
        write
    }
}

impl Page {
    async fn post_all(self, mut written: mpsc::UnboundedReceiver<String>) {
        while let Some(text) = written.recv().await {
            let (desk, id) = (&self.desk, text.replace('#', "-"));
            let mut tries = 0;
            while !self.post(&text, &id, tries).await {
                tries += 1;
                // house: real time, because it is none: the clock of a world is paused
                sleep(desk.between(200, 3_000)).await;
            }
            if desk.strikes(desk.plan().duplicate) {
                self.post(&text, &id, tries + 1).await;
            }
            desk.truth().open -= 1;
        }
    }

    /// Posts once; whether the page was told yes.
    async fn post(&self, text: &str, id: &str, tries: u32) -> bool {
        let desk = &self.desk;
        // house: real time, because it is none: the clock of a world is paused
        sleep(desk.between(5, if desk.strikes(desk.plan().reorder) { 1_500 } else { 50 })).await;
        let id = if self.plant == Plant::FreshIds { format!("{id}-{tries}") } else { id.to_owned() };
        let now = desk.now();
        desk.truth().written.entry(text.to_owned()).or_default().told.get_or_insert(now);
        let said = json!({ "visitor": self.visitor, "client_id": id, "text": text });
        let request = Request::post("http://gateway.test/chat/messages").header("content-type", "application/json");
        let request = request.body(Bytes::from(said.to_string())).expect("a request");
        let answer = timeout(Duration::from_secs(10), self.front.clone().oneshot(request)).await;
        let yes = matches!(&answer, Ok(Ok(response)) if response.status().is_success());
        let heard = yes && !desk.strikes(desk.plan().deaf);
        desk.note(format_args!("post {text} {tries} yes={yes} heard={heard}"));
        if heard {
            let now = desk.now();
            desk.truth().written.entry(text.to_owned()).or_default().acknowledged.get_or_insert(now);
        }
        heard
    }

    /// Reads the stream for ever, from where it got to whenever it ends.
    async fn read_on(self) {
        let mut last = None;
        loop {
            self.read(&mut last).await;
            if self.plant == Plant::NoCursor {
                last = None;
            }
            // house: real time, because it is none: the clock of a world is paused
            sleep(Duration::from_secs(1)).await;
        }
    }

    async fn read(&self, last: &mut Option<String>) {
        let mut request = Request::get(format!("http://gateway.test/chat/events?visitor={}", self.visitor));
        if let Some(last) = last {
            request = request.header("last-event-id", last.as_str());
        }
        let request = request.body(Bytes::new()).expect("a request");
        let answer = timeout(Duration::from_secs(10), self.front.clone().oneshot(request)).await;
        let Ok(Ok(response)) = answer else { return };
        if response.status() != StatusCode::OK {
            return;
        }
        let (mut body, mut text) = (response.into_body(), String::new());
        // A page that hears nothing for a while takes the line for cut: heartbeats come every 15 s.
        while let Ok(Some(Ok(piece))) = timeout(Duration::from_secs(45), body.next()).await {
            text.push_str(std::str::from_utf8(&piece).expect("a stream of text"));
            while let Some((event, rest)) = text.split_once("\n\n") {
                self.hear(event, last);
                text = rest.to_owned();
            }
            if self.desk.strikes(self.desk.plan().cut) {
                self.desk.note(format_args!("cut {}", self.visitor));
                return;
            }
        }
    }

    /// Takes one event in.
    fn hear(&self, event: &str, last: &mut Option<String>) {
        let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if let (Some("message"), Some(data)) = (field("event:"), field("data:")) {
            let line: Value = serde_json::from_str(data).expect("a line of JSON");
            if line["role"] == "assistant" {
                let id = format!("l{}", line["cursor"]);
                show(&self.desk, &self.visitor, &id, line["text"].as_str().unwrap_or_default(), true);
            }
        }
        if let Some(id) = field("id:") {
            *last = Some(id.to_owned());
        }
    }
}

fn show(desk: &Desk, place: &str, id: &str, text: &str, from_app: bool) {
    let author = if from_app { "assistant" } else { "visitor" }.to_owned();
    let (place, id, text) = (place.to_owned(), id.to_owned(), text.to_owned());
    desk.show(Shown { seq: 0, place, thread: None, id, author, from_app, text, at: 0 });
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
