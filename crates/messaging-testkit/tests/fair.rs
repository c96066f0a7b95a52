//! One tenant that writes fifty times as much, with a slow agent, beside ninety-nine quiet ones.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use fastrand::Rng;
use messaging_agent::{Turn, from_fn};
use messaging_core::{
    Clock, Context, ConversationRef, Descriptor, Event, EventKind, Messenger, Place, Provider, Result, SendMessage,
    message::{Author, Message, Receipt},
};
use messaging_gateway::{Gateway, Settings};
use messaging_store::{Arrival, Lane, MemoryOptions, MemoryStore, Store};
use tokio::time::{Instant, sleep, sleep_until};

/// For how long people write.
const SCENE: Duration = Duration::from_secs(300);

/// How often a quiet tenant writes, in milliseconds; the noisy one writes fifty times as often.
const EVERY: u64 = 10_000;

/// When each reply was sent, by its words.
#[derive(Debug)]
struct Desk {
    descriptor: Descriptor,
    sent: Arc<Mutex<BTreeMap<String, Vec<Instant>>>>,
}

#[async_trait]
impl Provider for Desk {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, _: &Context, request: SendMessage) -> Result<Receipt> {
        let mut sent = self.sent.lock().unwrap();
        sent.entry(request.content.text.clone()).or_default().push(Instant::now());
        Ok(Receipt::of(request.content.text))
    }
}

/// How long each message waited for its answer, by tenant.
async fn dwells(seed: u64, noisy: bool) -> BTreeMap<String, Vec<Duration>> {
    let mut rng = Rng::with_seed(seed);
    let mut plan = Vec::new();
    for tenant in 0..=99_u64 {
        let mut own = rng.fork();
        let every = if tenant == 0 { EVERY / 50 } else { EVERY };
        let (mut at, mut number) = (own.u64(..EVERY), 0);
        while at < u64::try_from(SCENE.as_millis()).unwrap() && (noisy || tenant > 0) {
            plan.push((at, tenant, number));
            at += own.u64(1..every * 2);
            number += 1;
        }
    }
    plan.sort_unstable();
    let agent = from_fn(|turn: Turn| async move {
        let words = turn.text();
        sleep(Duration::from_millis(if words.starts_with("0/") { 30_000 } else { 1_000 })).await;
        Ok(vec![words.into()])
    });
    let started = Instant::now();
    let clock = Clock::new(move || SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000) + started.elapsed());
    let store = Arc::new(MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() }));
    let sent = Arc::<Mutex<BTreeMap<_, Vec<_>>>>::default();
    let desk = Desk { descriptor: Descriptor::new("desk"), sent: Arc::clone(&sent) };
    let mut settings = Settings::default();
    settings.limits.poll = Duration::from_millis(20);
    let shared: Arc<dyn Store> = Arc::clone(&store) as _;
    let gateway = Gateway::builder(shared, agent).account("desk", Messenger::new(desk));
    let gateway = gateway.settings(settings).clock(clock).build().unwrap();
    let mut written = BTreeMap::new();
    let scene = async {
        for (at, tenant, number) in plan {
            sleep_until(started + Duration::from_millis(at)).await;
            let text = format!("{tenant}/{number}");
            let place = Place::new("room", [text.as_str()]);
            let message = Message::new(text.as_str(), Author::new("ada"), text.as_str());
            let event = Event::new(text.as_str(), place.clone(), EventKind::MessageAdded(message));
            let mut lane = Lane::new(ConversationRef::new("desk", place));
            lane.tenant = format!("tenant{tenant}").into();
            store.accept(vec![Arrival::new(lane, event)]).await.unwrap();
            written.insert(text, Instant::now());
        }
        while store.counts().await.unwrap().in_flight > 0 {
            sleep(Duration::from_secs(1)).await;
        }
    };
    tokio::select! {
        () = scene => {}
        () = gateway.run(std::future::pending()) => unreachable!("nobody stops it"),
    }
    let sent = sent.lock().unwrap();
    let mut dwells: BTreeMap<String, Vec<Duration>> = BTreeMap::new();
    for (text, at) in written {
        let answers = sent.get(&text).map(Vec::as_slice).unwrap_or_default();
        assert_eq!(answers.len(), 1, "seed {seed}: {text} was answered {} times", answers.len());
        let of = if text.starts_with("0/") { "noisy" } else { "quiet" };
        dwells.entry(of.into()).or_default().push(answers[0] - at);
    }
    for of in dwells.values_mut() {
        of.sort_unstable();
    }
    dwells
}

fn percentile(dwells: &[Duration], of: usize) -> Duration {
    dwells[(dwells.len() * of / 100).min(dwells.len() - 1)]
}

#[tokio::test(start_paused = true)]
async fn a_noisy_tenant_does_not_starve_the_quiet_ones() {
    for seed in 0..3 {
        let alone = dwells(seed, false).await;
        let beside = dwells(seed, true).await;
        let (before, after) = (percentile(&alone["quiet"], 99), percentile(&beside["quiet"], 99));
        println!(
            "seed {seed}: {} quiet messages, p50 {:?}, p99 {after:?}, alone {before:?}; {} noisy ones, p50 {:?}, none lost",
            beside["quiet"].len(),
            percentile(&beside["quiet"], 50),
            beside["noisy"].len(),
            percentile(&beside["noisy"], 50),
        );
        assert!(after <= before * 3 / 2, "seed {seed}: {after:?} beside a noisy tenant, {before:?} without one");
        assert!(beside["noisy"].len() > 1_000, "{}", beside["noisy"].len());
    }
}
