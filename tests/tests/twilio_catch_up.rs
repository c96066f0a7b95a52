//! People go on writing to Twilio while the gateway is down, and Twilio never tells it. Once it is back, everything is
//! answered, once and in order, also what Twilio tells in the meantime.
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
use http::{Method, Request, Response};
use messaging_agent::EchoPlus;
use messaging_core::{
    Clock, Messenger,
    message::{AddParticipant, CreateConversation},
};
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_gateway::{Gateway, Running, Settings};
use messaging_http::{Transport, TransportError};
use messaging_resilience::Policy;
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_twilio::{Twilio, TwilioConfig};
use serde_json::json;
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

const SEED: u64 = 20_261_130;
const WEBHOOK: &str = "http://gateway.test/webhooks/twilio";
const ADA: &str = "+15550100777";
const BOB: &str = "+15550100778";
const EVE: &str = "+15550100779";

/// A Twilio, a store that outlives gateways, and the line between them, which may be cut.
struct World {
    emulator: TwilioEmulator,
    twilio: Messenger,
    store: Arc<MemoryStore>,
    clock: Clock,
    settings: &'static str,
    is_cut: Arc<AtomicBool>,
    /// When what was asked of Twilio, in which words.
    calls: Arc<Mutex<Vec<(Instant, String)>>>,
    /// How many more readings of the texts are refused as too many.
    refused: Arc<AtomicUsize>,
}

impl World {
    fn new(settings: &'static str) -> Self {
        println!("seed {SEED}");
        let at_twilio = TwilioSettings::generated(SEED, "http://twilio.test").with_webhook_url(WEBHOOK);
        let mut config = TwilioConfig::new(at_twilio.account_sid.clone(), at_twilio.auth_token.as_str());
        config.base_url = Some(at_twilio.base_url.clone());
        config.conversations_service_sid = Some(at_twilio.conversations_service_sid.clone());
        config.webhook_url = Some(WEBHOOK.to_owned());
        config.phone_number = at_twilio.phone_numbers.first().cloned();
        let journal = Journal::new();
        let emulator = TwilioEmulator::new(at_twilio, FaultPlan::default(), SEED, journal.clone());
        let (calls, refused): (Arc<Mutex<Vec<_>>>, Arc<AtomicUsize>) = Default::default();
        let line = line(&emulator, &calls, &refused);
        let clock = Clock::new(move || journal.wall());
        let store = Arc::new(MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() }));
        let twilio = Messenger::new(Twilio::new(config, line).unwrap());
        Self { emulator, twilio, store, clock, settings, is_cut: Arc::default(), calls, refused }
    }

    /// Starts a gateway that Twilio can reach.
    async fn start(&self) -> Running {
        let settings: Settings = serde_json::from_str(self.settings).unwrap();
        let gateway = Gateway::builder(Arc::clone(&self.store) as _, EchoPlus)
            .account("twilio", self.twilio.clone())
            .public_url("http://gateway.test")
            .policy(Policy::gateway().with_seed(SEED))
            .settings(settings)
            .clock(self.clock.clone())
            .build()
            .unwrap();
        let (ingress, is_cut) = (gateway.clone(), Arc::clone(&self.is_cut));
        self.emulator.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let (ingress, is_cut) = (ingress.clone(), Arc::clone(&is_cut));
            async move {
                if is_cut.load(Ordering::Relaxed) {
                    return Err(TransportError::not_sent("nobody listens"));
                }
                Ok(ingress.receive("twilio", "", &request).await)
            }
        })));
        gateway.start().await.unwrap()
    }

    /// Nobody listens for so long; what Twilio tells in vain it does not tell again.
    async fn outage(&self, running: Running, written: impl AsyncFnOnce(&Self)) -> Running {
        self.is_cut.store(true, Ordering::Relaxed);
        running.drain().await;
        sleep(Duration::from_secs(15 * 60)).await;
        written(self).await;
        sleep(Duration::from_secs(15 * 60)).await;
        self.is_cut.store(false, Ordering::Relaxed);
        self.start().await
    }

    fn text(&self, from: &str, text: &str) {
        self.emulator.write_sms(from, &self.emulator.settings().phone_numbers[0], text);
    }

    /// Opens a conversation with one chat user in it.
    async fn room(&self, name: &str) -> String {
        let room = self.twilio.call(CreateConversation::named(name)).await.unwrap();
        self.twilio.call(AddParticipant::identity(room.id.clone(), "ann")).await.unwrap();
        room.id.to_string()
    }

    fn say(&self, room: &str, text: &str) {
        self.emulator.write_in_conversation(room, "ann", text).unwrap();
    }

    /// What was answered, screen by screen, in the order in which people saw it.
    fn answers(&self) -> BTreeMap<String, Vec<String>> {
        let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for shown in self.emulator.truth().shown.iter().filter(|shown| shown.from_app) {
            if let Some((text, _)) = shown.text.strip_prefix("You said: ").and_then(|text| text.rsplit_once(" (")) {
                let whose = shown.place.split(',').next().unwrap().to_owned();
                said.entry(whose).or_default().push(text.to_owned());
            }
        }
        said
    }

    fn called(&self, what: &str) -> Vec<Instant> {
        self.calls.lock().unwrap().iter().filter(|(_, called)| called.contains(what)).map(|(at, _)| *at).collect()
    }
}

/// The way to Twilio.
fn line(
    emulator: &TwilioEmulator,
    calls: &Arc<Mutex<Vec<(Instant, String)>>>,
    refused: &Arc<AtomicUsize>,
) -> Transport {
    let (api, calls, refused) = (emulator.api(), Arc::clone(calls), Arc::clone(refused));
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let said = format!("{} {} {}", request.method(), request.uri(), String::from_utf8_lossy(request.body()));
        let is_list = request.method() == Method::GET && request.uri().path().ends_with("/Messages.json");
        let is_refused =
            is_list && refused.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok();
        calls.lock().unwrap().push((Instant::now(), said));
        let api = api.clone();
        async move {
            if is_refused {
                let body = json!({ "code": 20_429, "message": "Too Many Requests", "status": 429 }).to_string();
                return Ok(Response::builder().status(429).body(Bytes::from(body)).unwrap());
            }
            api.oneshot(request).await
        }
    }))
}

fn lines(of: &[&str]) -> Vec<String> {
    of.iter().map(|line| (*line).to_owned()).collect()
}

#[tokio::test(start_paused = true)]
async fn what_was_written_while_nobody_listened_is_answered_once_and_in_order() {
    let world = World::new("{}");
    let first = world.start().await;
    let room = world.room("Support").await;
    world.text(ADA, "before");
    world.say(&room, "before");
    sleep(Duration::from_secs(30)).await;
    let new = Mutex::new(String::new());
    let second = world
        .outage(first, async |world: &World| {
            for number in 1..=3 {
                world.text(ADA, &format!("missed {number}"));
                world.say(&room, &format!("missed {number}"));
                sleep(Duration::from_secs(5)).await;
            }
            // Of these nobody has ever been told.
            world.text(BOB, "is anybody there?");
            let opened = world.room("Sales").await;
            world.say(&opened, "hello?");
            sleep(Duration::from_secs(2)).await;
            world.say(&opened, "and hello again");
            *new.lock().unwrap() = opened;
        })
        .await;
    let new = new.into_inner().unwrap();
    // Told by webhook before the past is known.
    world.text(EVE, "live");
    sleep(Duration::from_secs(60)).await;
    let expected = BTreeMap::from([
        (ADA.to_owned(), lines(&["before", "missed 1", "missed 2", "missed 3"])),
        (BOB.to_owned(), lines(&["is anybody there?"])),
        (EVE.to_owned(), lines(&["live"])),
        (room, lines(&["before", "missed 1", "missed 2", "missed 3"])),
        (new, lines(&["hello?", "and hello again"])),
    ]);
    assert_eq!(world.answers(), expected);
    // The next rounds read what webhooks told.
    for text in ["later", "still later"] {
        world.text(ADA, text);
        sleep(Duration::from_secs(15 * 60)).await;
    }
    let mut expected = expected;
    expected.get_mut(ADA).unwrap().extend(lines(&["later", "still later"]));
    assert_eq!(world.answers(), expected, "nothing is answered twice");
    let counts = second.gateway().counts().await.unwrap();
    assert!(counts.balance() && counts.duplicates > 0 && counts.in_flight == 0, "{counts:?}");
    let reads = world.called("To=%2B15550100001&PageSize=1000").len();
    assert!(reads > 0 && reads <= 8, "one number is one list, whoever wrote to it: {reads} readings");
    assert_eq!(world.emulator.warnings(), Vec::<String>::new());
    second.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_stop_that_was_missed_is_heeded() {
    let world = World::new("{}");
    let first = world.start().await;
    world.text(ADA, "before");
    world.text(BOB, "before");
    sleep(Duration::from_secs(30)).await;
    let second = world
        .outage(first, async |world: &World| {
            world.text(ADA, "one more");
            world.text(ADA, "STOP");
            world.text(BOB, "one more");
        })
        .await;
    sleep(Duration::from_secs(5 * 60)).await;
    let answers = world.answers();
    assert_eq!((&answers[ADA], &answers[BOB]), (&lines(&["before"]), &lines(&["before", "one more"])));
    let tried = world
        .calls
        .lock()
        .unwrap()
        .iter()
        .filter(|(_, said)| said.contains("To=%2B15550100777") && said.starts_with("POST"))
        .count();
    assert_eq!(tried, 1, "nothing is even tried after the stop");
    second.drain().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_older_than_the_window_stays_unanswered() {
    let world = World::new(r#"{"catch_up":{"window":"20m"}}"#);
    let first = world.start().await;
    let room = world.room("Support").await;
    world.text(ADA, "before");
    world.say(&room, "before");
    sleep(Duration::from_secs(5)).await;
    world.is_cut.store(true, Ordering::Relaxed);
    first.drain().await;
    world.text(ADA, "too old");
    world.say(&room, "too old");
    sleep(Duration::from_secs(19 * 60)).await;
    world.text(ADA, "young");
    world.say(&room, "young");
    sleep(Duration::from_secs(50)).await;
    world.is_cut.store(false, Ordering::Relaxed);
    let second = world.start().await;
    sleep(Duration::from_secs(60)).await;
    let found = world.answers();
    assert!(found.values().all(|texts| texts.contains(&"young".to_owned())), "{found:?}");
    second.drain().await;

    // A day later, those from before are not answered any more.
    world.is_cut.store(true, Ordering::Relaxed);
    world.text(ADA, "lost");
    sleep(Duration::from_secs(30 * 60)).await;
    world.is_cut.store(false, Ordering::Relaxed);
    let third = world.start().await;
    sleep(Duration::from_secs(60)).await;
    assert_eq!(world.answers(), found);
    third.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_store_that_knows_nobody_answers_nothing_that_was_said_before_it() {
    let world = World::new("{}");
    world.is_cut.store(true, Ordering::Relaxed);
    world.text(ADA, "from another life");
    sleep(Duration::from_secs(60 * 60)).await;
    world.is_cut.store(false, Ordering::Relaxed);
    let running = world.start().await;
    sleep(Duration::from_secs(60 * 60)).await;
    assert_eq!(world.answers(), BTreeMap::new());
    running.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_reading_that_is_refused_is_waited_out() {
    let world = World::new("{}");
    let first = world.start().await;
    world.text(ADA, "before");
    sleep(Duration::from_secs(30)).await;
    let second = world
        .outage(first, async |world: &World| {
            world.refused.store(3, Ordering::Relaxed);
            world.text(ADA, "missed");
        })
        .await;
    sleep(Duration::from_secs(5 * 60)).await;
    assert_eq!(world.answers()[ADA], lines(&["before", "missed"]));
    assert_eq!(world.refused.load(Ordering::Relaxed), 0);
    let reads = world.called("PageSize=1000");
    println!("read {:?} after the first", reads.iter().map(|at| *at - reads[0]).collect::<Vec<_>>());
    assert!(reads[reads.len() - 4..].windows(2).all(|two| two[1] > two[0]), "it waits: {reads:?}");
    second.drain().await;
}

/// More than one page of Twilio's and more than one of ours, with files.
#[tokio::test(start_paused = true)]
async fn what_does_not_fit_on_one_page_comes_in_order() {
    let world = World::new("{}");
    let first = world.start().await;
    let room = world.room("Support").await;
    world.text(ADA, "before");
    world.say(&room, "before");
    sleep(Duration::from_secs(30)).await;
    let texts: Vec<_> = (0..1_200).map(|number| format!("missed {number:04}")).collect();
    let second = world
        .outage(first, async |world: &World| {
            for text in &texts {
                world.emulator.write_sms(BOB, &world.emulator.settings().phone_numbers[0], text);
                if text.ends_with(['0', '5']) {
                    world.say(&room, text);
                }
            }
        })
        .await;
    let accepted = || async { second.gateway().counts().await.unwrap().accepted };
    let started = Instant::now();
    while accepted().await < 2 + 1_200 + 240 {
        assert!(started.elapsed() < Duration::from_secs(60), "{}", accepted().await);
        sleep(Duration::from_secs(1)).await;
    }
    println!("1,440 messages are there after {:?}", started.elapsed());
    sleep(Duration::from_secs(60 * 60)).await;
    let answers = world.answers();
    assert_eq!(answers[BOB], texts);
    let said: Vec<_> = texts.iter().filter(|text| text.ends_with(['0', '5'])).cloned().collect();
    assert_eq!(answers[&room][1..], said);
    second.drain().await;
}
