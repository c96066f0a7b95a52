//! What a provider, a store or an agent that will not do costs: never an endless loop, never the gateway.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod unreadable;

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use messaging_agent::{AgentError, EchoPlus, Turn, from_fn};
use messaging_core::{
    Clock, Context, ConversationRef, Descriptor, Error, ErrorKind, Event, EventKind, Messenger, Place, Provider,
    Result, SendMessage,
    capability::Reconcile,
    message::{Author, FindSend, Found, Message, Receipt},
};
use messaging_gateway::{Gateway, Settings};
use messaging_store::{Arrival, Lane, MemoryOptions, MemoryStore, Shelf, Store};
use tokio::time::{Instant, sleep};
use unreadable::Unreadable;

/// Answers as it is told to, and counts how often it was asked.
struct Moody {
    descriptor: Descriptor,
    sends: Arc<AtomicU32>,
    finds: Arc<AtomicU32>,
    send: fn(u32) -> Result<Receipt>,
    find: Box<dyn Fn(u32) -> Result<Found> + Send + Sync>,
}

impl Moody {
    fn new(send: fn(u32) -> Result<Receipt>, find: impl Fn(u32) -> Result<Found> + Send + Sync + 'static) -> Self {
        let (sends, finds) = (Arc::default(), Arc::default());
        Self { descriptor: Descriptor::new("moody"), sends, finds, send, find: Box::new(find) }
    }
}

#[async_trait]
impl Provider for Moody {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, _: &Context, _: SendMessage) -> Result<Receipt> {
        (self.send)(self.sends.fetch_add(1, Ordering::Relaxed))
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        Some(self)
    }
}

#[async_trait]
impl Reconcile for Moody {
    async fn find(&self, _: &Context, _: FindSend) -> Result<Found> {
        (self.find)(self.finds.fetch_add(1, Ordering::Relaxed))
    }
}

impl fmt::Debug for Moody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Moody").finish_non_exhaustive()
    }
}

/// The wall clock of a paused test.
fn clock() -> Clock {
    let started = Instant::now();
    Clock::new(move || std::time::SystemTime::UNIX_EPOCH + started.elapsed())
}

fn hi() -> Arrival {
    let place = Place::new("room", ["c0"]);
    let event = Event::new("m1", place.clone(), EventKind::MessageAdded(Message::new("m1", Author::new("ann"), "hi")));
    Arrival::new(Lane::new(ConversationRef::new("moody", place)), event)
}

fn memory(clock: Clock) -> MemoryStore {
    MemoryStore::new(MemoryOptions { clock, ..MemoryOptions::default() })
}

fn settings(json: &str) -> Settings {
    serde_json::from_str(json).unwrap()
}

/// Lets a gateway answer one message through `moody`, for so long.
async fn run(moody: Moody, settings: Settings, time: Duration) -> Gateway {
    let clock = clock();
    let store = memory(clock.clone());
    store.accept(vec![hi()]).await.unwrap();
    let builder = Gateway::builder(Arc::new(store), EchoPlus).account("moody", Messenger::new(moody));
    let gateway = builder.settings(settings).clock(clock).build().unwrap();
    gateway.run(sleep(time)).await;
    gateway
}

fn unknown<T>() -> Result<T> {
    Err(Error::new(ErrorKind::Unexpected, "an answer that nobody can read"))
}

#[tokio::test(start_paused = true)]
async fn sending_again_without_looking_ends() {
    let moody = Moody::new(|_| unknown(), |_| Ok(Found::DidNot));
    let sends = Arc::clone(&moody.sends);
    let settings = settings(r#"{"sends":{"on_unknown":"resend","tries":5}}"#);
    let gateway = run(moody, settings, Duration::from_secs(60)).await;
    assert_eq!(sends.load(Ordering::Relaxed), 5);
    assert_eq!(gateway.counts().await.unwrap().held, 1);
}

#[tokio::test(start_paused = true)]
async fn a_send_that_never_happens_is_not_tried_for_ever() {
    let moody = Moody::new(|_| unknown(), |_| Ok(Found::DidNot));
    let sends = Arc::clone(&moody.sends);
    let gateway = run(moody, settings(r#"{"sends":{"tries":3}}"#), Duration::from_secs(600)).await;
    assert_eq!(sends.load(Ordering::Relaxed), 3);
    let dead = gateway.shelved(Shelf::Dead, 10).await.unwrap();
    assert!(dead[0].reason.contains("3 tries"), "{dead:?}");
}

#[tokio::test(start_paused = true)]
async fn too_many_requests_without_a_wait_do_not_use_up_every_try() {
    let limited = |_| Err(Error::new(ErrorKind::RateLimited, "slow down").with_retry_after(Duration::ZERO));
    let gateway = run(Moody::new(limited, |_| Ok(Found::DidNot)), Settings::default(), Duration::from_secs(600)).await;
    let counts = gateway.counts().await.unwrap();
    assert_eq!((counts.in_flight, counts.dead), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn what_is_only_too_fast_waits_for_its_turn_for_a_day() {
    let waiting = async |hours: u64| {
        let limited = |_| Err(Error::new(ErrorKind::RateLimited, "slow down").with_retry_after(Duration::from_secs(1)));
        let moody = Moody::new(limited, |_| Ok(Found::DidNot));
        let time = Duration::from_secs(hours * 60 * 60);
        let gateway = run(moody, settings(r#"{"sends":{"tries":3}}"#), time).await;
        let counts = gateway.counts().await.unwrap();
        (counts.in_flight, counts.dead)
    };
    assert_eq!(waiting(20).await, (1, 0));
    assert_eq!(waiting(30).await, (0, 1));
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_a_provider_is_an_answer_that_nobody_got() {
    let moody = Moody::new(
        |_| panic!("in a provider, on purpose"),
        |find| if find == 0 { panic!("in a lookup, on purpose") } else { Ok(Found::Happened(Receipt::of("m"))) },
    );
    let gateway = run(moody, Settings::default(), Duration::from_secs(60)).await;
    assert_eq!(gateway.counts().await.unwrap().answered, 1);
}

#[tokio::test(start_paused = true)]
async fn a_lookup_that_was_told_to_wait_gives_up_nothing() {
    let limited = |find| match find {
        0 => Err(Error::new(ErrorKind::RateLimited, "slow down").with_retry_after(Duration::from_secs(300))),
        _ => Ok(Found::Happened(Receipt::of("m"))),
    };
    let moody = Moody::new(|_| unknown(), limited);
    let finds = Arc::clone(&moody.finds);
    let gateway = run(moody, Settings::default(), Duration::from_secs(400)).await;
    let counts = gateway.counts().await.unwrap();
    assert_eq!((counts.answered, counts.held, finds.load(Ordering::Relaxed)), (1, 0, 2));
}

#[tokio::test(start_paused = true)]
async fn an_outage_of_three_minutes_holds_nothing() {
    let back = Instant::now() + Duration::from_secs(180);
    let down = move |_| {
        if Instant::now() < back {
            return Err(Error::new(ErrorKind::Unavailable, "down").not_sent());
        }
        Ok(Found::Happened(Receipt::of("m")))
    };
    let gateway = run(Moody::new(|_| unknown(), down), Settings::default(), Duration::from_secs(900)).await;
    let counts = gateway.counts().await.unwrap();
    assert_eq!((counts.answered, counts.held), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_is_away_for_a_minute_kills_no_message() {
    let back = Instant::now() + Duration::from_secs(60);
    let agent = from_fn(move |turn: Turn| async move {
        if Instant::now() < back { Err(AgentError::retry("away")) } else { Ok(vec![turn.text().into()]) }
    });
    let clock = clock();
    let store = memory(clock.clone());
    store.accept(vec![hi()]).await.unwrap();
    let moody = Messenger::new(Moody::new(|_| Ok(Receipt::of("m")), |_| Ok(Found::DidNot)));
    let builder = Gateway::builder(Arc::new(store), agent).account("moody", moody);
    let gateway = builder.clock(clock).build().unwrap();
    gateway.run(sleep(Duration::from_secs(120))).await;
    let counts = gateway.counts().await.unwrap();
    assert_eq!((counts.answered, counts.dead), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn a_message_that_came_later_does_not_die_with_the_one_before_it() {
    let back = Instant::now() + Duration::from_millis(81_500);
    let agent = from_fn(move |turn: Turn| async move {
        if Instant::now() < back { Err(AgentError::retry("away")) } else { Ok(vec![turn.text().into()]) }
    });
    let clock = clock();
    let store = Arc::new(memory(clock.clone()));
    store.accept(vec![hi()]).await.unwrap();
    let moody = Messenger::new(Moody::new(|_| Ok(Receipt::of("m")), |_| Ok(Found::DidNot)));
    let builder = Gateway::builder(Arc::clone(&store) as Arc<dyn Store>, agent).account("moody", moody);
    let gateway = builder.settings(settings(r#"{"turns":{"policy":"supersede"}}"#)).clock(clock).build().unwrap();
    let later = async {
        sleep(Duration::from_secs(80)).await;
        let Arrival { lane, mut event, .. } = hi();
        event.keys = vec!["m2".into()];
        store.accept(vec![Arrival::new(lane, event)]).await.unwrap();
    };
    tokio::join!(gateway.run(sleep(Duration::from_secs(120))), later);
    let counts = gateway.counts().await.unwrap();
    assert_eq!((counts.answered, counts.dead), (1, 1), "{counts:?}");
}

#[tokio::test(start_paused = true)]
async fn a_history_that_cannot_be_read_is_not_asked_for_without_a_pause() {
    let clock = clock();
    let (inner, reads) = (memory(clock.clone()), Arc::new(AtomicU32::new(0)));
    let store = Unreadable { inner, reads: Arc::clone(&reads), silent_from: None };
    store.accept(vec![hi()]).await.unwrap();
    let gateway = Gateway::builder(Arc::new(store), EchoPlus).clock(clock).build().unwrap();
    gateway.run(sleep(Duration::from_secs(10))).await;
    let reads = reads.load(Ordering::Relaxed);
    assert!((2..=21).contains(&reads), "{reads} reads in 10 s");
    assert_eq!(gateway.counts().await.unwrap().in_flight, 1);
}

#[tokio::test(start_paused = true)]
async fn a_store_that_falls_silent_does_not_keep_a_drain_from_ending() {
    let (clock, silent_from) = (clock(), Some(Instant::now() + Duration::from_secs(3)));
    let store = Unreadable { inner: memory(clock.clone()), reads: Arc::default(), silent_from };
    let gateway = Gateway::builder(Arc::new(store), EchoPlus).clock(clock).build().unwrap();
    let started = Instant::now();
    gateway.run(sleep(Duration::from_secs(10))).await;
    assert_eq!(started.elapsed(), Duration::from_secs(10) + gateway.settings().limits.drain);
}
