//! Sends of which nobody can say at once whether they happened: accepted and then a time-out, a reset or a 503, in three
//! of ten. In the end every reply is on people's screens once, and none is held where the vendor's records can be read;
//! where there are none, what `sends.on_unknown` says happens to each.
//!
//! `MESSAGING_FULL=1` sends 10,000 of each kind; 500 otherwise.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use fastrand::Rng;
use http::{Request, Response};
use messaging_agent::{AgentError, Turn, from_fn};
use messaging_core::{
    Clock, ConversationRef, Event, EventKind, Messenger, Place, Secret,
    event::ReplyAttributes,
    message::{Author, Content, Message},
};
use messaging_emulator::{FaultPlan, Journal};
use messaging_gateway::{Gateway, Settings, UnknownPolicy};
use messaging_http::{Transport, TransportError};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{Arrival, Inbox, Lane, MemoryOptions, MemoryStore, Shelf};
use messaging_testkit::{Faults, Pair, Report, World};
use messaging_tests::{
    conversations_pair::conversations,
    slack_pair::{self, Way, slack},
    twilio_pair::{Plant, twilio},
};
use messaging_twilio::{Twilio, TwilioConfig, direct};
use serde_json::json;
use tokio::time::sleep;

/// Replies in one world: as many as messages, on average.
const SENDS: u64 = 500;

fn seeds() -> u64 {
    if std::env::var("MESSAGING_FULL").is_ok_and(|full| full == "1") { 20 } else { 1 }
}

/// With the resets of the pair, three of ten are in doubt.
fn doubtful() -> Faults {
    let plan = FaultPlan {
        break_after: 80,
        vanish_after: 80,
        late: 70,
        until: Duration::from_secs(1_000_000),
        ..FaultPlan::default()
    };
    Faults { provider: plan, ..Faults::default() }
}

type Made = Arc<dyn Pair>;

fn world(seed: u64, pair: impl Fn(FaultPlan, u64, Journal) -> Made + Send + Sync + 'static) -> World {
    World::seed(seed).pair(pair).messages(SENDS).conversations(24).nodes(1).faults(doubtful())
}

/// How many sends were in doubt at some time.
fn doubts(report: &Report, sent: &str) -> (usize, usize) {
    let kept = report.journal.kept();
    let posts = kept.iter().filter(|line| line.contains(sent));
    let fates = ["BreakAfter", "VanishAfter", "Late"];
    let faults = posts.clone().filter(|line| fates.iter().any(|fate| line.ends_with(fate))).count();
    (posts.count(), faults + kept.iter().filter(|line| line.ends_with(" reset")).count())
}

fn assert_once<P>(kind: &str, sent: &str, pair: impl Fn() -> P)
where
    P: Fn(FaultPlan, u64, Journal) -> Made + Send + Sync + 'static,
{
    let (mut tried, mut doubted, mut shown, mut held) = (0, 0, 0, 0);
    for seed in 0..seeds() {
        let report = world(seed, pair()).run().assert_nothing_lost();
        let (posts, in_doubt) = doubts(&report, sent);
        tried += posts;
        doubted += in_doubt;
        held += report.shelved;
        shown += report.counts.answered;
    }
    let share = doubted * 1_000 / tried.max(1);
    println!(
        "{kind}: {tried} tries for {shown} answers, {doubted} in doubt ({share} of 1,000), {held} held in the end"
    );
    assert_eq!(held, 0, "{kind}: nothing is unknown where it can be looked up");
    assert!((230..370).contains(&share), "{kind}: {share} of 1,000 were in doubt");
}

#[test]
fn texts_in_doubt_are_there_once() {
    assert_once("Twilio Messages", " twilio POST Messages ", || twilio(Plant::Resets));
}

#[test]
fn conversation_messages_in_doubt_are_there_once() {
    assert_once("Conversations", " twilio POST ", || conversations(Plant::Resets));
}

#[test]
fn slack_posts_in_doubt_are_there_once() {
    assert_once("Slack", " chat.postMessage ", || slack(Way::Http, slack_pair::Plant::Resets));
}

/// In every third world of Slack at least: most posts are found by a look there, or proven by their echo.
fn assert_seen_twice<P>(kind: &str, pair: impl Fn() -> P)
where
    P: Fn(FaultPlan, u64, Journal) -> Made + Send + Sync + 'static,
{
    let mut duplicated = 0;
    for seed in 0..3 {
        let again = world(seed, pair()).messages(100);
        let report = again.settings(|settings| settings.sends.on_unknown = UnknownPolicy::Resend).run();
        assert!(report.found.lost.is_empty(), "{kind}: {report}");
        duplicated += report.found.duplicated.len();
    }
    assert!(duplicated > 0, "{kind}: nobody noticed");
}

#[test]
fn the_checker_sees_what_is_sent_again_without_a_look() {
    assert_seen_twice("Twilio Messages", || twilio(Plant::Resets));
    assert_seen_twice("Conversations", || conversations(Plant::Resets));
    assert_seen_twice("Slack", || slack(Way::Http, slack_pair::Plant::Resets));
}

/// A way of sending that keeps no record which we could read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A template of Twilio's, whose words we do not know, and whose callbacks do not come.
    Template,
    /// Slack's incoming webhook.
    IncomingWebhook,
    /// Slack's `response_url`.
    ResponseUrl,
}

impl Kind {
    fn account(self, line: Transport) -> Messenger {
        match self {
            Self::Template => {
                let mut config = TwilioConfig::new(format!("AC{}", "0".repeat(32)), "token");
                config.sender_rates = BTreeMap::from([(OURS.to_owned(), 100.0)]);
                Messenger::new(Twilio::new(config, line).unwrap())
            }
            Self::IncomingWebhook => {
                let mut config = SlackConfig::new("xoxb-1", "secret");
                config.webhook_url = Some(Secret::new("https://hooks.slack.com/services/T1/B1/x"));
                Messenger::new(Slack::new(config, line).unwrap())
            }
            Self::ResponseUrl => Messenger::new(Slack::new(SlackConfig::new("xoxb-1", "secret"), line).unwrap()),
        }
    }

    fn place(self, number: u64) -> Place {
        match self {
            Self::Template => direct(OURS, format!("+155502{number:05}")),
            Self::IncomingWebhook => Place::new("webhook", [format!("w{number}")]),
            Self::ResponseUrl => Place::new("dm", ["T1".to_owned(), format!("D{number}")]),
        }
    }

    fn says(self, text: &str) -> Content {
        let mut content = Content::text(if self == Self::Template { "" } else { text });
        if self == Self::Template {
            let sid = format!("HX{}", "0".repeat(32));
            content.native = Some(json!({ "ContentSid": sid, "ContentVariables": { "1": text } }));
        }
        content
    }
}

const OURS: &str = "+15550100001";

/// What the vendor knows: how often each answer was carried and tried, and of which an answer was lost.
#[derive(Debug, Default)]
struct Ledger {
    carried: BTreeMap<u64, u64>,
    tried: BTreeMap<u64, u64>,
    doubted: BTreeSet<u64>,
}

/// A vendor that loses three answers of ten, half of them together with the request.
fn vendor(seed: u64, ledger: &Arc<Mutex<Ledger>>) -> Transport {
    let (dice, ledger) = (Arc::new(Mutex::new(Rng::with_seed(seed))), Arc::clone(ledger));
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let body = String::from_utf8_lossy(request.body()).into_owned();
        let number = body.split("answer-").nth(1).and_then(|rest| rest.split('-').next()?.parse().ok());
        let fate = dice.lock().unwrap().u32(..100);
        let mut ledger = ledger.lock().unwrap();
        let number: u64 = number.unwrap_or_else(|| panic!("{} {body}", request.uri()));
        *ledger.tried.entry(number).or_default() += 1;
        if fate >= 15 {
            *ledger.carried.entry(number).or_default() += 1;
        }
        if fate < 30 {
            ledger.doubted.insert(number);
        }
        let is_twilio = request.uri().path().ends_with("/Messages.json");
        async move {
            if fate < 30 {
                return Err(TransportError::maybe_sent("connection reset"));
            }
            let created = json!({ "sid": format!("SM{number:032x}"), "status": "queued" }).to_string();
            let (status, body) = if is_twilio { (201, Bytes::from(created)) } else { (200, Bytes::from("ok")) };
            Ok(Response::builder().status(status).body(body).unwrap())
        }
    }))
}

/// Sends so many answers the same way and says what the vendor knows, and how many wait as unknown and as dead.
async fn answered(kind: Kind, policy: UnknownPolicy, seed: u64) -> (Ledger, usize, usize) {
    let ledger = Arc::default();
    let journal = Journal::new();
    let clock = Clock::new(move || journal.wall());
    let store = Arc::new(MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() }));
    let agent = from_fn(move |turn: Turn| async move { Ok::<_, AgentError>(vec![kind.says(&turn.text())]) });
    let mut settings = Settings::default();
    settings.sends.on_unknown = policy;
    let account = kind.account(vendor(seed, &ledger));
    let builder = Gateway::builder(Arc::clone(&store) as _, agent).account("a", account).settings(settings);
    let gateway = builder.clock(clock).build().unwrap();
    let arrivals = (0..SENDS).map(|number| {
        let message = Message::new(format!("m{number}"), Author::new("ada"), format!("answer-{number}-").as_str());
        let url = format!("https://hooks.slack.com/actions/T1/{number}/x");
        let mut event = Event::new(format!("m{number}"), kind.place(number), EventKind::MessageAdded(message));
        if kind == Kind::ResponseUrl {
            event = event.with_reply_attributes(ReplyAttributes::default().with("response_url", url));
        }
        Arrival::new(Lane::new(ConversationRef::new("a", event.conversation.clone())), event)
    });
    let arrivals: Vec<_> = arrivals.collect();
    assert_eq!(Inbox::new(store).accept(arrivals).await.unwrap().verdicts().len() as u64, SENDS);
    gateway.run(sleep(Duration::from_secs(60 * 60))).await;
    let counts = gateway.counts().await.unwrap();
    assert!(counts.balance() && counts.in_flight == 0, "{counts:?}");
    let (unknown, dead) = (gateway.shelved(Shelf::Unknown, 10_000).await, gateway.shelved(Shelf::Dead, 10_000).await);
    let ledger = std::mem::take(&mut *ledger.lock().unwrap());
    (ledger, unknown.unwrap().len(), dead.unwrap().len())
}

#[tokio::test(start_paused = true)]
async fn where_nobody_can_tell_the_chosen_policy_decides() {
    for kind in [Kind::Template, Kind::IncomingWebhook, Kind::ResponseUrl] {
        for policy in [UnknownPolicy::Hold, UnknownPolicy::GiveUp, UnknownPolicy::Resend] {
            let (mut doubted, mut shelved, mut never, mut twice) = (0, 0, 0, 0);
            for seed in 0..seeds() {
                let (ledger, unknown, dead) = answered(kind, policy, seed).await;
                let carried = |number| ledger.carried.get(&number).copied().unwrap_or_default();
                assert_eq!(ledger.tried.len() as u64, SENDS, "each is tried");
                match policy {
                    // Never twice, and every doubt waits for a person.
                    UnknownPolicy::Hold => assert_eq!((unknown, dead), (ledger.doubted.len(), 0), "{kind:?}"),
                    UnknownPolicy::GiveUp => assert_eq!((unknown, dead), (0, ledger.doubted.len()), "{kind:?}"),
                    // Never zero, but for what was in doubt to the last try.
                    _ => {
                        let lost = (0..SENDS).filter(|number| carried(*number) == 0).count();
                        assert!(lost <= unknown && dead == 0, "{kind:?}: {lost} lost, {unknown} held, {dead} dead");
                    }
                }
                if policy != UnknownPolicy::Resend {
                    assert!(ledger.tried.values().all(|tries| *tries == 1), "{kind:?} {policy:?}: none is sent again");
                }
                doubted += ledger.doubted.len();
                shelved += unknown + dead;
                never += (0..SENDS).filter(|number| carried(*number) == 0).count();
                twice += (0..SENDS).filter(|number| carried(*number) > 1).count();
            }
            println!(
                "{kind:?}, {policy:?}: {} sent, {doubted} in doubt, {shelved} shown to people as such; {never} never \
                 seen, {twice} seen more than once",
                SENDS * seeds()
            );
            assert!(doubted > 100 && (policy == UnknownPolicy::Resend) == (twice > 0));
        }
    }
}
