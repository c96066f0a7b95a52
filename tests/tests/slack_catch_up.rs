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
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::Request;
use messaging_agent::EchoPlus;
use messaging_core::{Clock, Messenger};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings};
use messaging_gateway::{Gateway, Running};
use messaging_http::{Transport, TransportError};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore};
use tokio::time::sleep;

const SEED: u64 = 20_261_129;

/// A Slack, a store that outlives gateways, and the line between them, which may be cut.
struct World {
    slack: SlackEmulator,
    store: Arc<MemoryStore>,
    clock: Clock,
    is_cut: Arc<AtomicBool>,
}

impl World {
    fn new(plan: FaultPlan) -> Self {
        let mut settings = SlackSettings::generated(SEED);
        settings.events_url = Some("http://gateway.test/webhooks/slack".into());
        let journal = Journal::new();
        let slack = SlackEmulator::new(settings, plan, SEED, journal.clone());
        let clock = Clock::new(move || journal.wall());
        let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
        Self { slack, store: Arc::new(store), clock, is_cut: Arc::default() }
    }

    /// Starts a gateway that Slack can reach.
    async fn start(&self) -> Running {
        let settings = self.slack.settings();
        let config = SlackConfig::new(settings.bot_token.clone(), &settings.signing_secret);
        let slack = Slack::new(config.with_base_url("http://slack.test"), self.slack.api()).unwrap();
        let gateway = Gateway::builder(Arc::clone(&self.store) as _, EchoPlus)
            .account("slack", Messenger::new(slack))
            .public_url("http://gateway.test")
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
