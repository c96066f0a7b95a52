//! A provider whose callbacks are events as JSON, and the gateway over it.

use std::{
    fmt,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use messaging_agent::{Agent, AgentError, Turn, from_fn};
use messaging_core::{
    Clock, Context, ConversationRef, Descriptor, Error, ErrorKind, Event, EventKind, ListMissed, Messenger, Missed,
    Place, Provider, PublicUrl, Result, SendMessage,
    capability::{Asked, CatchUp, Inline, Question, Received, Reconcile, Reply, Webhooks},
    message::{Author, Content, FindSend, Found, Message, Receipt},
};
use messaging_gateway::{Gateway, GatewayBuilder};
use messaging_store::{MemoryOptions, MemoryStore};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

type Sent = Arc<Mutex<Vec<SendMessage>>>;

/// Tells events as JSON, asks questions, and waits for answers, as its callbacks say.
struct Plain {
    descriptor: Descriptor,
    sent: Sent,
    missed: Arc<Mutex<Vec<Event>>>,
    asked: Arc<Mutex<Vec<ListMissed>>>,
    is_torn: Arc<AtomicBool>,
    limited: Arc<Mutex<Option<(Place, Instant)>>>,
    refused: Arc<Mutex<u32>>,
}

#[async_trait]
impl CatchUp for Plain {
    async fn missed(&self, _: &Context, request: ListMissed) -> Result<Missed> {
        let is_torn = self.is_torn.load(Ordering::Relaxed);
        let is_first = request.cursor.is_none();
        self.asked.lock().unwrap().push(request);
        if is_torn && !is_first {
            return Err(Error::new(ErrorKind::Invalid, "the second page cannot be read"));
        }
        Ok(Missed::new(self.missed.lock().unwrap().split_off(0), Vec::new(), is_torn.then(|| "2".to_owned())))
    }
}

#[async_trait]
impl Provider for Plain {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, _: &Context, request: SendMessage) -> Result<Receipt> {
        if let Some((place, until)) = &*self.limited.lock().unwrap()
            && *place == request.to
            && Instant::now() < *until
        {
            *self.refused.lock().unwrap() += 1;
            let wait = until.duration_since(Instant::now());
            return Err(Error::new(ErrorKind::RateLimited, "slow down").with_retry_after(wait));
        }
        let mut sent = self.sent.lock().unwrap();
        sent.push(request);
        Ok(Receipt::of(format!("sent{}", sent.len())))
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        Some(self)
    }

    fn catch_up(&self) -> Option<&dyn CatchUp> {
        Some(self)
    }
}

#[async_trait]
impl Reconcile for Plain {
    async fn find(&self, _: &Context, _: FindSend) -> Result<Found> {
        Ok(Found::DidNot)
    }
}

impl Webhooks for Plain {
    fn receive(&self, request: &Request<Bytes>, _: &PublicUrl, _: SystemTime) -> Result<Received> {
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        if let Some(question) = body.get("ask") {
            let question: Question = serde_json::from_value(question.clone()).unwrap();
            let ruling = Box::new(|decision| Response::new(serde_json::to_vec(&decision).unwrap().into()));
            return Ok(Received::Ask(Asked { question, deadline: Duration::from_secs(2), ruling }));
        }
        let events: Vec<Event> = serde_json::from_value(body["events"].clone()).unwrap();
        if let Some(question) = body.get("decide") {
            let question: Question = serde_json::from_value(question.clone()).unwrap();
            let reply = Box::new(|decision| Reply::body("application/json", serde_json::to_vec(&decision).unwrap()));
            return Ok(Received::Decide { events, question, deadline: Duration::from_secs(2), reply });
        }
        if body["waits"] != json!(true) {
            return Ok(Received::store(events, Reply::empty()));
        }
        let word = |replies: &[SendMessage]| {
            let texts: Vec<_> = replies.iter().map(|reply| reply.content.text.clone()).collect();
            // What does not fit into an answer.
            (!texts.concat().contains("too much")).then(|| Reply::body("text/plain", texts.join("|")))
        };
        let inline = Inline { deadline: Duration::from_secs(3), word: Box::new(word) };
        let reply = Box::new(|_: &[messaging_core::capability::Verdict]| Reply::body("text/plain", "later"));
        Ok(Received::Inline { events, reply, inline })
    }
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plain").finish_non_exhaustive()
    }
}

/// A gateway, what it sent, and the turns its agent was asked.
pub(crate) struct House {
    pub(crate) gateway: Gateway,
    pub(crate) sent: Sent,
    pub(crate) turns: Arc<Mutex<Vec<Turn>>>,
    /// What the provider's records tell next, of whatever conversation.
    pub(crate) missed: Arc<Mutex<Vec<Event>>>,
    /// What was asked of them.
    pub(crate) asked: Arc<Mutex<Vec<ListMissed>>>,
    /// Whether they have a second page that cannot be read.
    pub(crate) is_torn: Arc<AtomicBool>,
    /// Where, and until when, the provider takes nothing.
    pub(crate) limited: Arc<Mutex<Option<(Place, Instant)>>>,
    /// How often it said so.
    pub(crate) refused: Arc<Mutex<u32>>,
}

/// The wall clock of a paused test.
fn clock() -> Clock {
    let started = Instant::now();
    Clock::new(move || SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000) + started.elapsed())
}

pub(crate) fn house<F, R>(reply: F) -> House
where
    F: Fn(Turn) -> R + Send + Sync + 'static,
    R: Future<Output = Vec<Content>> + Send + 'static,
{
    house_with(Descriptor::new("plain"), reply, |builder| builder)
}

pub(crate) fn house_with<F, R>(
    descriptor: Descriptor,
    reply: F,
    change: impl FnOnce(GatewayBuilder) -> GatewayBuilder,
) -> House
where
    F: Fn(Turn) -> R + Send + Sync + 'static,
    R: Future<Output = Vec<Content>> + Send + 'static,
{
    let (sent, turns): (Sent, Arc<Mutex<Vec<Turn>>>) = Default::default();
    let (kept, reply) = (Arc::clone(&turns), Arc::new(reply));
    let agent = from_fn(move |turn: Turn| {
        kept.lock().unwrap().push(turn.clone());
        let reply = Arc::clone(&reply);
        async move { Ok::<_, AgentError>(reply(turn).await) }
    });
    let clock = clock();
    let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
    let plain = Plain {
        descriptor,
        sent: Arc::clone(&sent),
        missed: Arc::default(),
        asked: Arc::default(),
        is_torn: Arc::default(),
        limited: Arc::default(),
        refused: Arc::default(),
    };
    let (missed, asked, is_torn) = (Arc::clone(&plain.missed), Arc::clone(&plain.asked), Arc::clone(&plain.is_torn));
    let (limited, refused) = (Arc::clone(&plain.limited), Arc::clone(&plain.refused));
    let gateway = Gateway::builder(Arc::new(store), Boxed(Box::new(agent))).account("plain", Messenger::new(plain));
    let gateway = change(gateway.clock(clock)).build().unwrap();
    House { gateway, sent, turns, missed, asked, is_torn, limited, refused }
}

struct Boxed(Box<dyn Agent>);

#[async_trait]
impl Agent for Boxed {
    async fn reply(&self, turn: Turn) -> std::result::Result<Vec<Content>, AgentError> {
        self.0.reply(turn).await
    }
}

impl House {
    /// Calls the webhook back with `body`; the status and the words of the answer.
    pub(crate) async fn call(&self, body: Value) -> (u16, String) {
        let request = Request::post("http://gateway.test/webhooks/plain").body(body.to_string().into()).unwrap();
        let response = self.gateway.receive("plain", "", &request).await;
        (response.status().as_u16(), String::from_utf8(response.body().to_vec()).unwrap())
    }

    pub(crate) async fn tell(&self, events: impl IntoIterator<Item = Event>) -> (u16, String) {
        self.call(json!({ "events": events.into_iter().collect::<Vec<_>>() })).await
    }

    pub(crate) async fn tell_and_wait(&self, event: Event) -> (u16, String) {
        self.call(json!({ "events": [event], "waits": true })).await
    }

    /// Lets the gateway work for so long.
    pub(crate) async fn run(&self, seconds: u64) {
        self.gateway.run(sleep(Duration::from_secs(seconds))).await;
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        self.sent.lock().unwrap().iter().map(|message| message.content.text.clone()).collect()
    }

    pub(crate) fn last_turn(&self) -> Turn {
        self.turns.lock().unwrap().last().cloned().expect("a turn")
    }
}

pub(crate) fn place() -> Place {
    Place::new("room", ["c0"])
}

pub(crate) fn reference() -> ConversationRef {
    ConversationRef::new("plain", place())
}

/// `text`, written by ada, under its own words as a name.
pub(crate) fn said(text: &str) -> Event {
    let message = Message::new(text, Author::new("ada"), text);
    Event::new(text, place(), EventKind::MessageAdded(message))
}

pub(crate) fn happened(key: &str, kind: EventKind) -> Event {
    Event::new(key, place(), kind)
}

pub(crate) async fn echo(turn: Turn) -> Vec<Content> {
    vec![format!("re: {}", turn.text()).into()]
}
