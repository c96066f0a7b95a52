//! Some messages end the process, some are never answered, some always fail: the others do not notice, and each of them
//! waits for a person, who has it tried again once the agent is mended.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use messaging_agent::{AgentError, Turn, from_fn};
use messaging_core::{Clock, Messenger, message::Content};
use messaging_emulator::{FaultPlan, Journal};
use messaging_gateway::{Gateway, Settings};
use messaging_http::{Transport, TransportError};
use messaging_store::{Counts, Decided, Decision, MemoryOptions, MemoryStore, Shelf, Shelved, Store};
use messaging_testkit::toy::{Toy, ToyEmulator};
use tokio::{
    sync::Notify,
    time::{Instant, sleep},
};
use tower::ServiceExt;

/// A node that is started again a second after it ended, an agent, and what people saw.
struct Town {
    emulator: ToyEmulator,
    store: MemoryStore,
    clock: Clock,
    settings: Settings,
    mended: Arc<AtomicBool>,
    crash: Arc<Notify>,
    crashes: Arc<AtomicUsize>,
    door: Arc<std::sync::Mutex<Option<messaging_gateway::Ingress>>>,
    journal: Journal,
    /// When it began, in milliseconds since 1970.
    born: u64,
}

impl Town {
    fn new(settings: &str, seed: u64) -> Self {
        println!("seed {seed}");
        let journal = Journal::new();
        let wall = journal.clone();
        let clock = Clock::new(move || wall.wall());
        let emulator = ToyEmulator::new("secret", FaultPlan::default(), seed, journal.clone());
        let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
        let door: Arc<std::sync::Mutex<Option<messaging_gateway::Ingress>>> = Arc::default();
        let opened = Arc::clone(&door);
        emulator.connect(Transport::new(tower::service_fn(move |request| {
            let ingress = opened.lock().unwrap().clone();
            async move {
                let ingress = ingress.ok_or_else(|| TransportError::not_sent("nobody is up"))?;
                ingress.oneshot(request).await.map_err(|_| TransportError::not_sent("never"))
            }
        })));
        let settings = serde_json::from_str(settings).unwrap();
        let (mended, crash, crashes) = Default::default();
        let born = clock.millis().0.unsigned_abs();
        Self { emulator, store, clock, settings, mended, crash, crashes, door, journal, born }
    }

    fn gateway(&self) -> Gateway {
        let (mended, crash) = (Arc::clone(&self.mended), Arc::clone(&self.crash));
        let agent = from_fn(move |turn: Turn| {
            let (mended, crash) = (Arc::clone(&mended), Arc::clone(&crash));
            async move {
                sleep(Duration::from_millis(200)).await;
                let text = turn.text();
                if !mended.load(Ordering::Relaxed) {
                    match text.split(' ').next() {
                        Some("crash") => {
                            crash.notify_one();
                            pending::<()>().await;
                        }
                        Some("hang") => pending::<()>().await,
                        Some("fail") => return Err(AgentError::retry("no idea")),
                        Some("panic") => {
                            panic!("what is there");
                        }
                        _ => {}
                    }
                }
                Ok(vec![Content::text(format!("re: {text}"))])
            }
        });
        let toy = Messenger::new(Toy::new("secret", self.emulator.api(), self.clock.clone()));
        let builder = Gateway::builder(Arc::new(self.store.clone()), agent).account("toy", toy);
        builder.settings(self.settings.clone()).clock(self.clock.clone()).build().unwrap()
    }

    /// Lives, and dies whenever a message says so, until everything has come to rest.
    async fn live(&self, writing: impl Future<Output = ()>) {
        let lives = async {
            loop {
                let gateway = self.gateway();
                *self.door.lock().unwrap() = Some(gateway.ingress());
                tokio::select! {
                    () = gateway.run(pending()) => {}
                    () = self.crash.notified() => {
                        self.crashes.fetch_add(1, Ordering::Relaxed);
                        sleep(Duration::from_secs(1)).await;
                    }
                }
            }
        };
        let rests = async {
            writing.await;
            let mut still = 0;
            while still < 60 {
                sleep(Duration::from_secs(1)).await;
                let quiet = self.emulator.truth().open == 0 && self.counts().await.in_flight == 0;
                still = if quiet { still + 1 } else { 0 };
                assert!(self.journal.now() < Duration::from_secs(24 * 3_600), "it never comes to rest");
            }
        };
        tokio::select! {
            () = lives => {}
            () = rests => {}
        }
    }

    async fn counts(&self) -> Counts {
        let counts = self.store.counts().await.unwrap();
        assert!(counts.balance(), "{counts:?}");
        counts
    }

    async fn dead(&self) -> Vec<Shelved> {
        self.store.shelved(Shelf::Dead, 1_000).await.unwrap()
    }

    /// The longest time from a message to its answer, of those that are meant.
    fn slowest(&self, written: &BTreeMap<String, Duration>, meant: impl Fn(&str) -> bool) -> Duration {
        let shown = self.emulator.truth().shown.into_iter().filter(|shown| shown.from_app);
        let mut slowest = Duration::ZERO;
        for shown in shown {
            let text = shown.text.trim_start_matches("re: ");
            if meant(text) {
                slowest = slowest.max(Duration::from_millis(shown.at - self.born).saturating_sub(written[text]));
            }
        }
        slowest
    }

    /// How often each answer was shown.
    fn answers(&self) -> BTreeMap<String, usize> {
        let mut answers = BTreeMap::new();
        for shown in self.emulator.truth().shown.iter().filter(|shown| shown.from_app) {
            *answers.entry(shown.text.trim_start_matches("re: ").to_owned()).or_default() += 1;
        }
        answers
    }
}

/// What is wrong with a message, for so many of a thousand.
fn word(dice: &mut fastrand::Rng) -> &'static str {
    match dice.u32(..1_000) {
        0..10 => "crash",
        10..20 => "hang",
        20..30 => "fail",
        _ => "hello",
    }
}

#[tokio::test(start_paused = true)]
async fn poison_waits_for_a_person_and_nobody_else_notices() {
    for seed in 0..4 {
        let town = Town::new(r#"{"turns":{"max_turn":"20s","lane_block":"60s"}}"#, seed);
        let mut dice = fastrand::Rng::with_seed(seed);
        let mut written = Vec::new();
        let (mut indices, mut poisoned) = ([0_u64; 100], [false; 100]);
        for number in 0..1_000 {
            let (word, conversation) = (word(&mut dice), dice.usize(..100));
            written.push((format!("{word} {number}"), conversation, indices[conversation], dice.u64(0..2_000)));
            indices[conversation] += 1;
            poisoned[conversation] |= word != "hello";
        }
        let times = std::sync::Mutex::new(BTreeMap::new());
        town.live(async {
            for (text, conversation, index, pause) in &written {
                sleep(Duration::from_millis(*pause)).await;
                times.lock().unwrap().insert(text.clone(), town.journal.now());
                town.emulator.write(&format!("c{conversation}"), *index, text);
            }
        })
        .await;
        let poison: Vec<_> = written.iter().filter(|(text, ..)| !text.starts_with("hello")).collect();
        let dead = town.dead().await;
        let (counts, crashes) = (town.counts().await, town.crashes.load(Ordering::Relaxed));
        println!("{counts:?}, {crashes} crashes, {} poison", poison.len());
        assert!(poison.len() > 15 && crashes >= 15, "seed {seed}: too little happened");
        assert_eq!(dead.len(), poison.len(), "seed {seed}: {dead:?}");
        for thing in &dead {
            let letter = town.store.letter(&thing.id).await.unwrap().unwrap();
            let text = letter.event.and_then(|event| event.keys.first().map(ToString::to_string)).unwrap();
            let (crashed, hung) =
                ("crashed the process 3 times", "5 turns failed: the agent did not answer within 20s");
            let reasons = match text.split(' ').next() {
                Some("crash") => vec![crashed],
                // It is under way so long that others end the process three times meanwhile.
                Some("hang") => vec![hung, crashed],
                Some("fail") => vec!["5 turns failed: no idea"],
                _ => unreachable!("seed {seed}: `{text}` is no poison: {}", thing.reason),
            };
            let fits = reasons.iter().any(|reason| thing.reason.starts_with(reason));
            assert!(fits && letter.attempts.len() >= 4, "seed {seed}: {text}: {:?}", letter.attempts);
        }
        let answers = town.answers();
        for (text, conversation, ..) in written.iter().filter(|(text, ..)| text.starts_with("hello")) {
            assert_eq!(answers.get(text), Some(&1), "seed {seed}: {text} in c{conversation}");
        }

        let slowest = town.slowest(&times.lock().unwrap(), |text| {
            let at = written.iter().find(|(written, ..)| written == text).map(|(_, conversation, ..)| *conversation);
            at.is_some_and(|conversation| !poisoned[conversation])
        });
        println!("slowest answer without poison in its conversation: {slowest:?}");
        assert!(slowest < Duration::from_secs(10), "seed {seed}: {slowest:?}");

        town.mended.store(true, Ordering::Relaxed);
        let gateway = town.gateway();
        for thing in &dead {
            assert_eq!(gateway.decide_on(&thing.id, Decision::Redrive).await, Ok(Decided::Done));
            town.counts().await;
            let again = gateway.decide_on(&thing.id, Decision::Redrive).await;
            assert!(matches!(again, Ok(Decided::Already { decision: Decision::Redrive, .. })), "{again:?}");
        }
        town.live(async {}).await;
        let answers = town.answers();
        for (text, ..) in &written {
            assert_eq!(answers.get(text), Some(&1), "seed {seed}: {text}");
        }
        let counts = town.counts().await;
        assert_eq!((counts.answered, counts.dead, counts.in_flight), (1_000, 0, 0), "seed {seed}");
    }
}

/// Says one thing after another in one conversation, and returns what was answered, in order.
async fn one_conversation(settings: &str, texts: &[&str]) -> (Town, Vec<(String, Duration)>) {
    let town = Town::new(settings, 7);
    let started = Instant::now();
    let times = std::sync::Mutex::new(Vec::new());
    town.live(async {
        for (index, text) in (0..).zip(texts) {
            town.emulator.write("c", index, text);
            sleep(Duration::from_millis(10)).await;
        }
        // Watched every second, so that it is known when each answer came.
        for _ in 0..1_500 {
            sleep(Duration::from_secs(1)).await;
            let mut times = times.lock().unwrap();
            let shown: Vec<_> = town.emulator.truth().shown.into_iter().filter(|shown| shown.from_app).collect();
            for shown in shown.iter().skip(times.len()) {
                times.push((shown.text.clone(), started.elapsed()));
            }
        }
    })
    .await;
    let times = times.lock().unwrap().clone();
    (town, times)
}

#[tokio::test(start_paused = true)]
async fn later_messages_go_ahead_of_what_fails_once_it_has_blocked_the_lane_long_enough() {
    let (town, answers) = one_conversation(r#"{"turns":{"lane_block":"30s"}}"#, &["fail 1", "hello 2"]).await;
    let (text, after) = &answers[0];
    assert_eq!((text.as_str(), answers.len()), ("re: hello 2", 1));
    assert!((30..35).contains(&after.as_secs()), "{after:?}");
    let dead = town.dead().await;
    assert!(dead.len() == 1 && dead[0].reason == "5 turns failed: no idea", "{dead:?}");
}

#[tokio::test(start_paused = true)]
async fn a_strict_conversation_answers_nothing_before_what_was_said_first() {
    let strict = r#"{"turns":{"lane_block":"1s","strict":true}}"#;
    let (town, answers) = one_conversation(strict, &["fail 1", "hello 2"]).await;
    let (_, after) = &answers[0];
    // 1 + 4 + 16 + 60 s between five tries, and only then the next.
    assert!((81..85).contains(&after.as_secs()), "{after:?}");
    assert_eq!(town.dead().await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_panics_fails_the_turn_and_not_the_process() {
    let (town, answers) = one_conversation("{}", &["panic 1", "hello 2"]).await;
    assert_eq!(answers.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["re: hello 2"]);
    assert_eq!(town.crashes.load(Ordering::Relaxed), 0);
    let dead = town.dead().await;
    assert!(dead.len() == 1 && dead[0].reason == "5 turns failed: the agent panicked", "{dead:?}");
}

#[tokio::test(start_paused = true)]
async fn a_drain_counts_as_no_crash() {
    let town = Town::new(r#"{"limits":{"drain":"1s"}}"#, 7);
    let gateway = town.gateway();
    *town.door.lock().unwrap() = Some(gateway.ingress());
    town.emulator.write("c", 0, "hang 1");
    for _ in 0..5 {
        town.gateway().run(sleep(Duration::from_secs(2))).await;
    }
    town.mended.store(true, Ordering::Relaxed);
    town.live(async {}).await;
    assert_eq!(town.answers(), BTreeMap::from([("hang 1".to_owned(), 1)]));
}
