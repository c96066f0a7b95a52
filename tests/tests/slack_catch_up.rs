//! People go on writing while the gateway is down. Once it is back, everything is answered, once and in order, also when
//! Slack tells again what it could not tell.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_agent::EchoPlus;
use messaging_core::{Clock, Messenger};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings};
use messaging_gateway::{Gateway, Running};
use messaging_http::{Transport, TransportError};
use messaging_resilience::Policy;
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore};
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

const SEED: u64 = 20_261_129;

/// A Slack, a store that outlives gateways, and the line between them, which may be cut.
struct World {
    slack: SlackEmulator,
    store: Arc<MemoryStore>,
    clock: Clock,
    is_cut: Arc<AtomicBool>,
    /// When which method was called.
    calls: Arc<Mutex<Vec<(Instant, String)>>>,
    /// How many more readings of a history are refused as too many.
    refused: Arc<AtomicUsize>,
}

/// How long a refused reading is to wait.
const WAIT: Duration = Duration::from_secs(30);

impl World {
    fn new(plan: FaultPlan) -> Self {
        Self::with(plan, |_| {})
    }

    fn with(plan: FaultPlan, change: impl FnOnce(&mut SlackSettings)) -> Self {
        let mut settings = SlackSettings::generated(SEED);
        settings.events_url = Some("http://gateway.test/webhooks/slack".into());
        change(&mut settings);
        let journal = Journal::new();
        let slack = SlackEmulator::new(settings, plan, SEED, journal.clone());
        let clock = Clock::new(move || journal.wall());
        let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
        Self {
            slack,
            store: Arc::new(store),
            clock,
            is_cut: Arc::default(),
            calls: Arc::default(),
            refused: Arc::default(),
        }
    }

    /// The way to Slack.
    fn api(&self) -> Transport {
        let (api, calls, refused) = (self.slack.api(), Arc::clone(&self.calls), Arc::clone(&self.refused));
        Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let method = request.uri().path().trim_start_matches("/api/").to_owned();
            let is_refused = method == "conversations.history"
                && refused.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok();
            calls.lock().unwrap().push((Instant::now(), method));
            let api = api.clone();
            async move {
                if is_refused {
                    let answer = Response::builder().status(429).header("retry-after", WAIT.as_secs());
                    return Ok(answer.body(Bytes::from_static(br#"{"ok":false,"error":"ratelimited"}"#)).unwrap());
                }
                api.oneshot(request).await
            }
        }))
    }

    fn called(&self, method: &str) -> Vec<Instant> {
        self.calls.lock().unwrap().iter().filter(|(_, called)| called == method).map(|(at, _)| *at).collect()
    }

    /// Nobody listens for so long; what Slack tells in vain it gives up on.
    async fn outage(&self, running: Running, written: impl AsyncFnOnce(&Self)) -> Running {
        self.is_cut.store(true, Ordering::Relaxed);
        running.drain().await;
        sleep(Duration::from_secs(20 * 60)).await;
        written(self).await;
        sleep(Duration::from_secs(20 * 60)).await;
        self.is_cut.store(false, Ordering::Relaxed);
        self.start().await
    }

    /// Starts a gateway that Slack can reach.
    async fn start(&self) -> Running {
        let settings = self.slack.settings();
        let config = SlackConfig::new(settings.bot_token.clone(), &settings.signing_secret);
        let mut config = config.with_base_url("http://slack.test");
        config.restricted_history = settings.limits.history_restricted;
        let slack = Slack::new(config, self.api()).unwrap();
        let gateway = Gateway::builder(Arc::clone(&self.store) as _, EchoPlus)
            .account("slack", Messenger::new(slack))
            .public_url("http://gateway.test")
            .policy(Policy::gateway().with_seed(SEED))
            .clock(self.clock.clone())
            .build()
            .unwrap();
        let (ingress, is_cut) = (gateway.clone(), Arc::clone(&self.is_cut));
        self.slack.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let (ingress, is_cut) = (ingress.clone(), Arc::clone(&is_cut));
            async move {
                if is_cut.load(Ordering::Relaxed) {
                    return Err(TransportError::not_sent("nobody listens"));
                }
                Ok(ingress.receive("slack", "", &request).await)
            }
        })));
        gateway.start().await.unwrap()
    }

    fn write(&self, channel: &str, text: &str, thread: Option<&str>) -> String {
        let user = &self.slack.settings().users[0].0;
        self.slack.write(user, channel, text, thread).unwrap()
    }

    /// What the app answered, place by place, in the order in which people saw it.
    fn answers(&self) -> BTreeMap<String, Vec<String>> {
        let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for shown in self.slack.truth().shown.iter().filter(|shown| shown.from_app) {
            if let Some(text) = shown.text.strip_prefix("You said: ").and_then(|text| text.strip_suffix(" (slack)")) {
                said.entry(format!("{} {:?}", shown.place, shown.thread)).or_default().push(text.to_owned());
            }
        }
        said
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_said_while_nobody_listened_is_answered_once_and_in_order() {
    println!("seed {SEED}");
    let world = World::new(FaultPlan::default());
    let (channel, dm) = (world.slack.settings().channel.clone(), world.slack.settings().dm_channel.clone());
    let mention = |text: &str| format!("@bot {text}");
    let first = world.start().await;
    let thread = world.write(&channel, &mention("before"), None);
    world.write(&channel, "said among people", None);
    world.write(&dm, "dm before", None);
    sleep(Duration::from_secs(30)).await;

    world.is_cut.store(true, Ordering::Relaxed);
    first.drain().await;
    sleep(Duration::from_secs(20 * 60)).await;
    // Slack gives up on these.
    for text in ["dm 1", "dm 2"] {
        world.write(&dm, text, None);
        sleep(Duration::from_secs(5)).await;
    }
    for text in ["thread 1", "thread 2", "thread 3"] {
        world.write(&channel, text, Some(&thread));
        sleep(Duration::from_secs(5)).await;
    }
    sleep(Duration::from_secs(10 * 60)).await;
    // And tells these again while the gateway is back.
    let other = world.write(&channel, &mention("another thread"), None);
    sleep(Duration::from_secs(5)).await;
    world.write(&channel, "and more of it", Some(&other));
    world.write(&channel, "not for the app", None);
    world.write(&dm, "dm 3", None);
    sleep(Duration::from_secs(20)).await;

    world.is_cut.store(false, Ordering::Relaxed);
    let second = world.start().await;
    sleep(Duration::from_secs(30)).await;
    let answers = world.answers();
    let mut all: Vec<_> = answers.values().cloned().collect();
    all.sort();
    let expected = [
        vec!["another thread", "and more of it"],
        vec!["before", "thread 1", "thread 2", "thread 3"],
        vec!["dm before", "dm 1", "dm 2", "dm 3"],
    ];
    assert_eq!(all, expected, "{answers:#?}");
    // Slack's own retries, and the next rounds.
    sleep(Duration::from_secs(60 * 60)).await;
    assert_eq!(world.answers(), answers, "nothing is answered twice");
    let gateway = second.gateway().clone();
    let counts = gateway.counts().await.unwrap();
    assert!(counts.balance() && counts.duplicates > 0, "{counts:?}");
    assert_eq!(world.slack.warnings(), Vec::<String>::new());
    second.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_first_direct_message_during_an_outage_is_answered() {
    println!("seed {SEED}");
    let world = World::new(FaultPlan::default());
    let (channel, dm) = (world.slack.settings().channel.clone(), world.slack.settings().dm_channel.clone());
    let first = world.start().await;
    world.write(&channel, "@bot before", None);
    sleep(Duration::from_secs(30)).await;
    let said = async |world: &World| {
        for text in ["is anybody there?", "hello?"] {
            world.write(&dm, text, None);
            sleep(Duration::from_secs(5)).await;
        }
    };
    let second = world.outage(first, said).await;
    sleep(Duration::from_secs(60)).await;
    let answers: Vec<_> = world.answers().into_iter().filter(|(place, _)| place.contains(&dm)).collect();
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(answers[0].1, ["is anybody there?", "hello?"]);
    sleep(Duration::from_secs(60 * 60)).await;
    assert_eq!(world.answers().values().map(Vec::len).sum::<usize>(), 3, "nothing is answered twice");
    assert_eq!(world.slack.warnings(), Vec::<String>::new());
    second.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_store_that_knows_nobody_answers_nothing_that_was_said_before_it() {
    println!("seed {SEED}");
    let world = World::new(FaultPlan::default());
    world.is_cut.store(true, Ordering::Relaxed);
    world.write(&world.slack.settings().dm_channel, "from another life", None);
    sleep(Duration::from_secs(60 * 60)).await;
    world.is_cut.store(false, Ordering::Relaxed);
    let running = world.start().await;
    sleep(Duration::from_secs(60 * 60)).await;
    assert_eq!(world.answers(), BTreeMap::new());
    running.drain().await;
}

#[tokio::test(start_paused = true)]
async fn an_app_whose_reading_is_restricted_reads_fifteen_messages_a_minute() {
    println!("seed {SEED}");
    let world = World::with(FaultPlan::default(), |settings| settings.limits.history_restricted = true);
    let dm = world.slack.settings().dm_channel.clone();
    let first = world.start().await;
    world.write(&dm, "before", None);
    sleep(Duration::from_secs(30)).await;
    let texts: Vec<_> = (0..40).map(|number| format!("missed {number:02}")).collect();
    let written = async |world: &World| {
        for text in &texts {
            world.write(&dm, text, None);
            sleep(Duration::from_secs(2)).await;
        }
    };
    let second = world.outage(first, written).await;
    let started = Instant::now();
    let expected: Vec<_> = std::iter::once(&"before".to_owned()).chain(&texts).cloned().collect();
    while world.answers().values().next() != Some(&expected) {
        assert!(started.elapsed() < Duration::from_secs(14 * 60), "{:?}", world.answers());
        sleep(Duration::from_secs(1)).await;
    }
    // The message before the outage is read again: 41 of them, on three pages.
    let reads = world.called("conversations.history");
    println!("{} messages with {} readings in {:?}", texts.len(), reads.len(), started.elapsed());
    assert!(reads.len() >= 3 && started.elapsed() >= Duration::from_secs(120), "{reads:?}");
    assert!(reads.windows(2).all(|two| two[1] - two[0] >= Duration::from_secs(60)), "{reads:?}");
    assert_eq!(world.slack.throttled(), []);
    assert_eq!(world.slack.warnings(), Vec::<String>::new());
    second.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_reading_that_is_refused_waits_as_long_as_slack_says() {
    println!("seed {SEED}");
    let world = World::new(FaultPlan::default());
    let dm = world.slack.settings().dm_channel.clone();
    let first = world.start().await;
    world.write(&dm, "before", None);
    sleep(Duration::from_secs(30)).await;
    let second = world
        .outage(first, async |world: &World| {
            world.refused.store(3, Ordering::Relaxed);
            world.write(&dm, "missed", None);
        })
        .await;
    sleep(Duration::from_secs(4 * 60)).await;
    assert_eq!(world.answers().values().next().unwrap(), &["before", "missed"]);
    let reads = world.called("conversations.history");
    assert!(reads.len() >= 4, "{reads:?}");
    assert!(reads[..4].windows(2).all(|two| two[1] - two[0] >= WAIT), "it waits: {reads:?}");
    second.drain().await;
}
