//! A platform without any kindness, an agent, and gateways that share a store.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, StatusCode};
use messaging_agent::{AgentError, Turn, from_fn};
use messaging_core::{
    Clock, Context, Descriptor, Event, EventKind, Messenger, Place, Provider, PublicUrl, Result, SendMessage,
    capability::{Received, Reply, Webhooks},
    message::{Author, Message, Receipt},
};
use messaging_gateway::Gateway;
use messaging_store::{MemoryOptions, MemoryStore};
use tokio::time::{Instant, sleep};

/// What the platform says to a send, by how many there were before in that conversation.
pub(crate) type Answers = fn(conversation: &str, earlier: usize) -> Result<()>;

/// What became of everything.
#[derive(Clone, Default)]
pub(crate) struct Seen {
    /// What people saw, as `conversation: text`.
    shown: Arc<Mutex<Vec<String>>>,
    /// What the platform was asked to carry, in the same words.
    asked: Arc<Mutex<Vec<String>>>,
    /// How often the agent was asked.
    turns: Arc<AtomicUsize>,
}

impl Seen {
    pub(crate) fn shown(&self) -> Vec<String> {
        self.shown.lock().unwrap().clone()
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    pub(crate) fn turns(&self) -> usize {
        self.turns.load(Ordering::SeqCst)
    }
}

/// Everything that outlives a gateway.
pub(crate) struct House {
    pub(crate) seen: Seen,
    store: Arc<MemoryStore>,
    clock: Clock,
    answers: Answers,
    thinks: Duration,
}

impl House {
    /// An agent that thinks for so long, over a store with room for so many events, and a platform that carries all.
    pub(crate) fn new(thinks: Duration, room: usize) -> Self {
        let started = Instant::now();
        let clock = Clock::new(move || SystemTime::UNIX_EPOCH + started.elapsed());
        let options = MemoryOptions { clock: clock.clone(), max_in_flight: room, ..MemoryOptions::default() };
        let (seen, store) = (Seen::default(), Arc::new(MemoryStore::new(options)));
        Self { seen, store, clock, answers: |_, _| Ok(()), thinks }
    }

    pub(crate) fn answering(mut self, answers: Answers) -> Self {
        self.answers = answers;
        self
    }

    /// A gateway of that name, over the house's store.
    pub(crate) fn gateway(&self, node: &str) -> Gateway {
        let (turns, thinks) = (Arc::clone(&self.seen.turns), self.thinks);
        let agent = from_fn(move |turn: Turn| {
            turns.fetch_add(1, Ordering::SeqCst);
            async move {
                // house: real time, because every test of this house has stopped the clock.
                sleep(thinks).await;
                let text = turn.text();
                if text.starts_with("fail") {
                    Err(AgentError::retry("no idea"))
                } else {
                    Ok(vec![format!("re: {text}").into()])
                }
            }
        });
        let platform = Platform { descriptor: Descriptor::new("chat"), answers: self.answers, seen: self.seen.clone() };
        Gateway::builder(self.store.clone(), agent)
            .account("chat", Messenger::new(platform))
            .node(node)
            .clock(self.clock.clone())
            .build()
            .unwrap()
    }
}

/// The platform tells a gateway that somebody wrote.
pub(crate) async fn tell(gateway: &Gateway, conversation: &str, text: &str) -> StatusCode {
    let message = Message::new(text, Author::new("ada"), text);
    let event = Event::new(text, Place::new("room", [conversation]), EventKind::MessageAdded(message));
    let body = Bytes::from(serde_json::to_vec(&event).unwrap());
    gateway.receive("chat", "", &Request::new(body)).await.status()
}

/// Lets gateways work while `people` do something.
pub(crate) async fn at_work(gateways: &[&Gateway], people: impl Future<Output = ()>) {
    let all = futures_util::future::join_all(gateways.iter().map(|gateway| gateway.run(std::future::pending())));
    tokio::select! {
        _ = all => panic!("a gateway ended"),
        () = people => {}
    }
}

#[derive(Debug)]
struct Platform {
    descriptor: Descriptor,
    answers: Answers,
    seen: Seen,
}

impl std::fmt::Debug for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seen").finish_non_exhaustive()
    }
}

#[async_trait]
impl Provider for Platform {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, _: &Context, request: SendMessage) -> Result<Receipt> {
        let conversation = request.to.part(0).unwrap_or_default().to_owned();
        let line = format!("{conversation}: {}", request.content.text);
        let earlier = {
            let mut asked = self.seen.asked.lock().unwrap();
            asked.push(line.clone());
            asked.iter().filter(|one| one.starts_with(&format!("{conversation}: "))).count() - 1
        };
        (self.answers)(&conversation, earlier)?;
        let mut shown = self.seen.shown.lock().unwrap();
        shown.push(line);
        Ok(Receipt::of(format!("m{}", shown.len())))
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }
}

impl Webhooks for Platform {
    fn receive(&self, request: &Request<Bytes>, _: &PublicUrl, _: SystemTime) -> Result<Received> {
        Ok(Received::store(vec![serde_json::from_slice(request.body()).unwrap()], Reply::empty()))
    }
}
