//! 5,000 messages in 500 conversations, half SMS and half Slack direct messages, every webhook told three times over 16
//! connections: 5,000 answers, none twice, order kept. `MESSAGING_PEOPLE` says how many conversations of either kind.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::BTreeMap,
    num::NonZeroU32,
    sync::Arc,
    time::{Duration, Instant},
};

use bytes::Bytes;
use http::Request;
use messaging_agent::EchoPlus;
use messaging_core::Messenger;
use messaging_emulator::{
    FaultPlan, Journal, SlackEmulator, SlackLimits, SlackSettings, Truth, TwilioEmulator, TwilioSettings,
};
use messaging_gateway::Gateway;
use messaging_http::Transport;
use messaging_resilience::{Policy, Quota};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{SqliteOptions, SqliteStore};
use messaging_tests::{
    served::{Served, eventually, socket},
    thrice::{Acknowledged, thrice},
};
use messaging_twilio::{Twilio, TwilioConfig};
use tokio::{
    sync::Semaphore,
    time::{sleep, timeout},
};
use tower::ServiceExt;

const SEED: u64 = 20_261_120;
const MESSAGES: usize = 10;

/// How many people write on either channel.
fn people() -> usize {
    let people = std::env::var("MESSAGING_PEOPLE").map_or(250, |told| told.parse().expect("a number"));
    assert!(people <= 5_000, "the markers have four digits");
    people
}

fn phone(person: usize) -> String {
    format!("+1555030{person:04}")
}

fn twilio(gateway: &str) -> TwilioEmulator {
    let settings = TwilioSettings::generated(SEED, "http://twilio.test");
    let settings = settings.with_webhook_url(format!("{gateway}/webhooks/twilio"));
    TwilioEmulator::new(settings, FaultPlan::default(), SEED, Journal::live(100))
}

fn slack(gateway: &str, people: usize) -> SlackEmulator {
    let mut settings = SlackSettings::generated(SEED);
    settings.users.extend((0..people).map(|person| (format!("U9{person:08}"), format!("person{person}"))));
    settings.events_url = Some(format!("{gateway}/webhooks/slack"));
    settings.limits = SlackLimits::none();
    // Three times fifty thousand within the hour are more than Slack tells a workspace.
    settings.app.events_per_hour = usize::MAX;
    SlackEmulator::new(settings, FaultPlan::default(), SEED, Journal::live(100))
}

/// Opens the direct messages between the app and a person, as `chat.postMessage` to a user does.
async fn direct(emulator: &SlackEmulator, person: usize) -> String {
    let body = serde_json::json!({ "channel": format!("U9{person:08}"), "text": "hello" }).to_string();
    let request = Request::post("http://slack.test/api/chat.postMessage")
        .header("authorization", format!("Bearer {}", emulator.settings().bot_token))
        .header("content-type", "application/json; charset=utf-8");
    let answer = emulator.api().oneshot(request.body(Bytes::from(body)).unwrap()).await.unwrap();
    let answer: serde_json::Value = serde_json::from_slice(answer.body()).unwrap();
    answer["channel"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

/// What a person writes; people on Slack have the numbers after those on the phone.
fn marker(person: usize, message: usize) -> String {
    format!("p{person:04}-m{message}")
}

/// Conversations at once. What waits in the line for longer than Slack does (3 s) has failed for Slack, which in the end
/// tells nothing more.
const AT_ONCE: usize = 40;

/// Longest wait for a 2xx.
const PATIENCE: Duration = Duration::from_secs(120);

/// A person writes, and writes the next message once the one before was acknowledged.
async fn converse(person: usize, write: impl Fn(&str), acknowledged: Acknowledged, seats: Arc<Semaphore>) {
    let _seat = seats.acquire().await.unwrap();
    for message in 0..MESSAGES {
        let text = marker(person, message);
        write(&text);
        let heard = timeout(PATIENCE, acknowledged.wait(&text)).await;
        assert!(heard.is_ok(), "{text} was never acknowledged");
    }
}

/// How often the screens are read while people write: emulators keep the newest ten thousand messages.
const LOOK: Duration = Duration::from_secs(2);

/// What the app said, place by place, in the order in which people saw it.
#[derive(Default)]
struct Said {
    places: BTreeMap<String, Vec<String>>,
    /// The last that was read.
    last: u64,
}

impl Said {
    fn read(&mut self, truth: &Truth) {
        let read = self.last;
        for shown in truth.shown.iter().filter(|shown| shown.seq > read) {
            self.last = shown.seq;
            if shown.from_app && shown.text.starts_with("You said: p") {
                self.places.entry(shown.place.clone()).or_default().push(shown.text.clone());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_told_three_times_get_one_answer_each_in_order() {
    println!("seed {SEED}");
    let each = people();
    let (listener, url) = socket().await.unwrap();
    let (twilio, slack) = (twilio(&url), slack(&url, each));
    let mut sms = TwilioConfig::new(twilio.settings().account_sid.clone(), twilio.settings().auth_token.as_str());
    sms.base_url = Some("http://twilio.test".into());
    sms.webhook_url = Some(format!("{url}/webhooks/twilio"));
    // A number starts one message a second, and this is not about waiting.
    sms.sender_rates.extend(twilio.settings().phone_numbers.iter().map(|number| (number.clone(), 1_000.0)));
    let mut dm = SlackConfig::new(slack.settings().bot_token.clone(), &slack.settings().signing_secret)
        .with_base_url("http://slack.test");
    // Slack's limits are tested elsewhere; here they would only take time.
    dm.rate_limits = ["channel", "posts"].map(|name| (name.to_owned(), 100_000.0)).into();
    let folder = std::env::temp_dir().join(format!("messaging-thrice-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let store = SqliteStore::open(folder.join("messaging.db"), SqliteOptions::default()).unwrap();
    let quota = Quota::per_second(NonZeroU32::new(100_000).unwrap());
    let gateway = Gateway::builder(Arc::new(store), EchoPlus)
        .account("twilio", Messenger::new(Twilio::new(sms, twilio.api()).unwrap()))
        .account("slack", Messenger::new(Slack::new(dm, slack.api()).unwrap()))
        .policy(Policy::gateway().with_quota(quota))
        .public_url(url)
        .build()
        .unwrap();
    let served = Served::start(listener, &gateway, false).await.unwrap();
    let heard = Acknowledged::default();
    let line: Transport = thrice(16, SEED, &heard).unwrap();
    twilio.connect(line.clone());
    slack.connect(line);

    let started = Instant::now();
    let (mut writing, at_once) = (Vec::new(), Arc::new(Semaphore::new(AT_ONCE)));
    for person in 0..each {
        let (emulator, acknowledged, seats) = (twilio.clone(), heard.clone(), Arc::clone(&at_once));
        writing.push(tokio::spawn(async move {
            let write = |text: &str| drop(emulator.write_sms(&phone(person), "+15550100001", text));
            converse(person, write, acknowledged, seats).await;
        }));
        let (emulator, acknowledged, seats) = (slack.clone(), heard.clone(), Arc::clone(&at_once));
        let channel = direct(&slack, person).await;
        writing.push(tokio::spawn(async move {
            let user = format!("U9{person:08}");
            let write = |text: &str| drop(emulator.write(&user, &channel, text, None).unwrap());
            converse(each + person, write, acknowledged, seats).await;
        }));
    }
    let (mut texts, mut posts) = (Said::default(), Said::default());
    let written = async {
        for person in writing {
            person.await.unwrap();
        }
    };
    tokio::pin!(written);
    // house: real time, because threads and sockets are at work.
    while tokio::select! { () = &mut written => false, () = sleep(LOOK) => true } {
        texts.read(&twilio.truth());
        posts.read(&slack.truth());
    }
    let all = u64::try_from(2 * each * MESSAGES).unwrap();
    let ended = async || gateway.counts().await.unwrap();
    let counts = eventually("every answer", ended, |counts| counts.in_flight == 0 && counts.answered >= all).await;
    println!("{all} messages answered in {:?}, {} duplicates told apart", started.elapsed(), counts.duplicates);
    served.stop().await;

    texts.read(&twilio.truth());
    posts.read(&slack.truth());
    for said in [texts, posts] {
        assert_eq!(said.places.len(), each);
        for (place, texts) in said.places {
            let person = texts[0].split(['p', '-']).nth(1).unwrap().to_owned();
            assert_eq!(texts.len(), MESSAGES, "{place}: {texts:?}");
            for (message, text) in texts.iter().enumerate() {
                assert!(text.starts_with(&format!("You said: p{person}-m{message} ")), "{place}: {texts:?}");
            }
        }
    }
    assert_eq!((counts.accepted, counts.answered), (all, all), "{counts:?}");
    assert_eq!((counts.held, counts.dead, counts.silent), (0, 0, 0), "{counts:?}");
    assert!(counts.duplicates >= 2 * all, "{counts:?}");
    assert_eq!((twilio.warnings(), slack.warnings()), (Vec::new(), Vec::new()));
    std::fs::remove_dir_all(folder).unwrap();
}
