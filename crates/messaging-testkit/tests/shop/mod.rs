//! A provider that knows who has opted out and what messages cost, and a gateway over it.

use std::{
    fmt,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use bytes::Bytes;
use http::Request;
use messaging_agent::{Turn, from_fn};
use messaging_core::{
    Clock, Context, Descriptor, Event, EventKind, Keyword, Messenger, Place, Provider, PublicUrl, Result, SendMessage,
    capability::{Billing, Compliance, Contact, Estimate, Received, Refusal, Reply, Webhooks},
    message::{Author, FetchPrice, Message, Price, Receipt},
};
use messaging_gateway::Gateway;
use messaging_store::{MemoryOptions, MemoryStore};
use tokio::time::{Instant, sleep};

/// How the shop and its customers behave.
#[derive(Clone, Copy)]
pub(crate) struct Open {
    /// What comes of a send, by how many there were before.
    pub(crate) send: fn(u32) -> Result<()>,
    /// What a message cost, by how often anybody asked before.
    pub(crate) price: fn(u32) -> Result<Option<Price>>,
    pub(crate) window: Option<Duration>,
    pub(crate) template: Option<&'static str>,
    /// How long the agent thinks.
    pub(crate) thinks: Duration,
}

/// Everything goes well.
pub(crate) fn serve() -> Open {
    Open { send: |_| Ok(()), price: |_| Ok(None), window: None, template: None, thinks: Duration::ZERO }
}

struct Counter {
    descriptor: Descriptor,
    open: Open,
    sent: Arc<Mutex<Vec<String>>>,
    tried: Arc<AtomicU32>,
    priced: Arc<AtomicU32>,
}

pub(crate) struct Shop {
    pub(crate) gateway: Gateway,
    sent: Arc<Mutex<Vec<String>>>,
    tried: Arc<AtomicU32>,
    priced: Arc<AtomicU32>,
}

impl Shop {
    /// Opens at the beginning of 1970.
    pub(crate) fn open(open: Open, settings: &str) -> Self {
        let started = Instant::now();
        let clock = Clock::new(move || SystemTime::UNIX_EPOCH + started.elapsed());
        let (sent, tried, priced): (Arc<Mutex<Vec<String>>>, Arc<AtomicU32>, Arc<AtomicU32>) = Default::default();
        let (descriptor, shared) =
            (Descriptor::new("shop"), (Arc::clone(&sent), Arc::clone(&tried), Arc::clone(&priced)));
        let counter = Counter { descriptor, open, sent: shared.0, tried: shared.1, priced: shared.2 };
        let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
        let agent = from_fn(move |turn: Turn| async move {
            // house: real time, because every test that opens a shop has stopped the clock.
            sleep(open.thinks).await;
            Ok(vec![format!("re: {}", turn.text()).into()])
        });
        let builder = Gateway::builder(Arc::new(store), agent).account("shop", Messenger::new(counter));
        let gateway = builder.settings(serde_json::from_str(settings).unwrap()).clock(clock).build().unwrap();
        Self { gateway, sent, tried, priced }
    }

    /// Somebody writes.
    pub(crate) async fn hears(&self, text: &str) {
        self.is_told(text, written(text), None).await;
    }

    pub(crate) async fn hears_keyword(&self, text: &str, keyword: Keyword) {
        self.is_told(text, written(text), Some(keyword)).await;
    }

    /// The platform tells the shop something.
    pub(crate) async fn is_told(&self, key: &str, kind: EventKind, keyword: Option<Keyword>) {
        let mut event = Event::new(key, Place::new("direct", ["+15550100001", "+15550100777"]), kind);
        event.keyword = keyword;
        let body = serde_json::to_vec(&event).unwrap();
        let answer = self.gateway.receive("shop", "", &Request::new(Bytes::from(body))).await;
        assert!(answer.status().is_success(), "{answer:?}");
    }

    /// What was carried.
    pub(crate) fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
    }

    /// How often anything was to be carried.
    pub(crate) fn tried(&self) -> u32 {
        self.tried.load(Ordering::Relaxed)
    }

    /// How often anybody asked for a price.
    pub(crate) fn priced(&self) -> u32 {
        self.priced.load(Ordering::Relaxed)
    }
}

fn written(text: &str) -> EventKind {
    EventKind::MessageAdded(Message::new(text, Author::new("+15550100777"), text))
}

#[async_trait]
impl Provider for Counter {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, _: &Context, request: SendMessage) -> Result<Receipt> {
        (self.open.send)(self.tried.fetch_add(1, Ordering::Relaxed))?;
        let mut sent = self.sent.lock().unwrap();
        sent.push(request.content.text);
        Ok(Receipt::of(format!("m{}", sent.len() - 1)))
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }

    fn compliance(&self) -> Option<&dyn Compliance> {
        Some(self)
    }

    fn billing(&self) -> Option<&dyn Billing> {
        Some(self)
    }
}

impl Webhooks for Counter {
    fn receive(&self, request: &Request<Bytes>, _: &PublicUrl, _: SystemTime) -> Result<Received> {
        let event: Event = serde_json::from_slice(request.body()).unwrap();
        Ok(Received::store(vec![event], Reply::empty()))
    }
}

impl Compliance for Counter {
    fn contact(&self, place: &Place) -> Option<Contact> {
        let mut contact = Contact::new(place.part(1)?, "sms").in_country("US");
        contact.window = self.open.window;
        Some(contact)
    }

    fn estimate(&self, message: &SendMessage) -> Estimate {
        let estimate = Estimate::units(1);
        if Some(message.content.text.as_str()) == self.open.template { estimate.template() } else { estimate }
    }

    fn outside_window(&self, message: &SendMessage) -> Option<SendMessage> {
        Some(SendMessage::new(message.to.clone(), self.open.template?))
    }

    fn code(&self, refusal: Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::OptedOut => Some("out"),
            Refusal::WindowClosed => Some("closed"),
            _ => None,
        }
    }
}

#[async_trait]
impl Billing for Counter {
    async fn price(&self, _: &Context, _: FetchPrice) -> Result<Option<Price>> {
        (self.open.price)(self.priced.fetch_add(1, Ordering::Relaxed))
    }
}

impl fmt::Debug for Counter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Counter").finish_non_exhaustive()
    }
}
