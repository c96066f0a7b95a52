//! Half an hour down, while people write on three platforms that never tell it again: everything is answered once, in
//! order, and as fast as their limits allow.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::Request;
use messaging_agent::EchoPlus;
use messaging_core::{
    Clock, Messenger,
    message::{AddParticipant, CreateConversation, Invoke},
};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings, Truth, TwilioEmulator, TwilioSettings};
use messaging_gateway::{Gateway, Running};
use messaging_http::{Transport, TransportError};
use messaging_resilience::Policy;
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_twilio::{Twilio, TwilioConfig};
use serde_json::json;
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

const SEED: u64 = 20_261_131;
const TWILIO: &str = "http://gateway.test/webhooks/twilio";
/// Messages of each kind.
const MESSAGES: usize = 500;
/// Who writes: people by SMS, people in direct messages of Slack, conversations of Twilio.
const PHONES: usize = 50;
const MEMBERS: usize = 20;
const ROOMS: usize = 25;

struct World {
    twilio: TwilioEmulator,
    slack: SlackEmulator,
    accounts: [Messenger; 2],
    store: Arc<MemoryStore>,
    clock: Clock,
    is_cut: Arc<AtomicBool>,
    /// Requests to each platform.
    calls: [Arc<AtomicUsize>; 2],
}

impl World {
    fn new() -> Self {
        println!("seed {SEED}");
        let journal = Journal::new();
        let calls: [Arc<AtomicUsize>; 2] = Default::default();
        let mut at_slack = SlackSettings::generated(SEED);
        at_slack.events_url = Some("http://gateway.test/webhooks/slack".into());
        at_slack.users.extend((0..MEMBERS).map(|number| (format!("UMEMBER{number:02}"), format!("member {number}"))));
        let config = SlackConfig::new(at_slack.bot_token.clone(), &at_slack.signing_secret);
        let slack = SlackEmulator::new(at_slack, FaultPlan::default(), SEED, journal.clone());
        let by_slack = Slack::new(config.with_base_url("http://slack.test"), counted(slack.api(), &calls[0])).unwrap();

        let at_twilio = TwilioSettings::generated(SEED, "http://twilio.test").with_webhook_url(TWILIO);
        let mut config = TwilioConfig::new(at_twilio.account_sid.clone(), at_twilio.auth_token.as_str());
        config.base_url = Some(at_twilio.base_url.clone());
        config.conversations_service_sid = Some(at_twilio.conversations_service_sid.clone());
        config.webhook_url = Some(TWILIO.to_owned());
        config.phone_number = at_twilio.phone_numbers.first().cloned();
        // As fast as a short code; an ordinary number would take eight minutes for the answers alone.
        config.sender_rates = at_twilio.phone_numbers.iter().map(|number| (number.clone(), 100.0)).collect();
        let twilio = TwilioEmulator::new(at_twilio, FaultPlan::default(), SEED, journal.clone());
        let by_twilio = Twilio::new(config, counted(twilio.api(), &calls[1])).unwrap();

        let clock = Clock::new(move || journal.wall());
        let store = Arc::new(MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() }));
        let accounts = [Messenger::new(by_slack), Messenger::new(by_twilio)];
        Self { twilio, slack, accounts, store, clock, is_cut: Arc::default(), calls }
    }

    async fn start(&self) -> Running {
        let [slack, twilio] = &self.accounts;
        let gateway = Gateway::builder(Arc::clone(&self.store) as _, EchoPlus)
            .account("slack", slack.clone())
            .account("twilio", twilio.clone())
            .public_url("http://gateway.test")
            .policy(Policy::gateway().with_seed(SEED))
            .clock(self.clock.clone())
            .build()
            .unwrap();
        let way = |account: &'static str| {
            let (ingress, is_cut) = (gateway.clone(), Arc::clone(&self.is_cut));
            Transport::new(tower::service_fn(move |request: Request<Bytes>| {
                let (ingress, is_cut) = (ingress.clone(), Arc::clone(&is_cut));
                async move {
                    if is_cut.load(Ordering::Relaxed) {
                        return Err(TransportError::not_sent("nobody listens"));
                    }
                    Ok(ingress.receive(account, "", &request).await)
                }
            }))
        };
        self.slack.connect(way("slack"));
        self.twilio.connect(way("twilio"));
        gateway.start().await.unwrap()
    }

    /// Opens the direct messages of every member.
    async fn members(&self) -> Vec<(String, String)> {
        let mut opened = Vec::new();
        for (user, _) in self.slack.settings().users.iter().filter(|(user, _)| user.starts_with("UMEMBER")) {
            let open = Invoke { method: "conversations.open".to_owned(), payload: json!({ "users": user }) };
            let answer = self.accounts[0].call(open).await.unwrap();
            opened.push((user.clone(), answer.pointer("/channel/id").unwrap().as_str().unwrap().to_owned()));
        }
        opened
    }

    /// Opens conversations with one chat user each.
    async fn rooms(&self) -> Vec<String> {
        let mut rooms = Vec::new();
        for number in 0..ROOMS {
            let room = self.accounts[1].call(CreateConversation::named(format!("room {number}"))).await.unwrap();
            self.accounts[1].call(AddParticipant::identity(room.id.clone(), "ann")).await.unwrap();
            rooms.push(room.id.to_string());
        }
        rooms
    }

    fn called(&self) -> [usize; 2] {
        self.calls.each_ref().map(|calls| calls.load(Ordering::Relaxed))
    }
}

/// A line that counts.
fn counted(api: Transport, calls: &Arc<AtomicUsize>) -> Transport {
    let calls = Arc::clone(calls);
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        calls.fetch_add(1, Ordering::Relaxed);
        api.clone().oneshot(request)
    }))
}

/// What was answered, screen by screen, in the order in which people saw it.
fn answers(truth: &Truth) -> BTreeMap<String, Vec<String>> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for shown in truth.shown.iter().filter(|shown| shown.from_app) {
        if let Some((text, _)) = shown.text.strip_prefix("You said: ").and_then(|text| text.rsplit_once(" (")) {
            said.entry(shown.place.split(',').next().unwrap_or_default().to_owned()).or_default().push(text.to_owned());
        }
    }
    said
}

#[tokio::test(start_paused = true)]
async fn half_an_hour_of_three_platforms_is_answered_as_fast_as_they_allow() {
    let world = World::new();
    let (members, rooms) = (world.members().await, world.rooms().await);
    let phone = |number: usize| format!("+155502{:05}", number % PHONES);
    let ours = world.twilio.settings().phone_numbers[0].clone();
    let write = |number: usize, text: &str| {
        world.twilio.write_sms(&phone(number), &ours, text);
        world.twilio.write_in_conversation(&rooms[number % ROOMS], "ann", text).unwrap();
        let (user, channel) = &members[number % MEMBERS];
        world.slack.write(user, channel, text, None).unwrap();
    };
    let mut expected: [BTreeMap<String, Vec<String>>; 2] = Default::default();
    let mut expect = |number: usize, text: &str| {
        for whose in [phone(number), rooms[number % ROOMS].clone()] {
            expected[1].entry(whose).or_default().push(text.to_owned());
        }
        expected[0].entry(members[number % MEMBERS].1.clone()).or_default().push(text.to_owned());
    };
    let first = world.start().await;
    write(0, "before");
    expect(0, "before");
    sleep(Duration::from_secs(60)).await;

    world.is_cut.store(true, Ordering::Relaxed);
    first.drain().await;
    // What is told in the last minutes Slack would tell again.
    for number in 0..MESSAGES {
        let text = format!("missed {number}");
        write(number, &text);
        expect(number, &text);
        sleep(Duration::from_millis(2_900)).await;
    }
    sleep(Duration::from_secs(6 * 60)).await;
    world.is_cut.store(false, Ordering::Relaxed);
    let (started, before) = (Instant::now(), world.called());
    let second = world.start().await;
    let shown = |truth: &Truth| answers(truth).values().map(Vec::len).sum::<usize>();
    let (mut by_slack, mut by_twilio) = (None, None);
    while by_slack.is_none() || by_twilio.is_none() {
        let took = started.elapsed();
        assert!(took < Duration::from_secs(300), "{} {}", shown(&world.slack.truth()), shown(&world.twilio.truth()));
        by_slack = by_slack.or((shown(&world.slack.truth()) > MESSAGES).then_some(took));
        by_twilio = by_twilio.or((shown(&world.twilio.truth()) > 2 * MESSAGES + 1).then_some(took));
        sleep(Duration::from_millis(250)).await;
    }
    let (by_slack, by_twilio, after) = (by_slack.unwrap(), by_twilio.unwrap(), world.called());
    // 300 posts a minute in a workspace.
    let bound = Duration::from_secs(MESSAGES as u64 * 60 / 300);
    println!(
        "{} messages of Twilio answered {by_twilio:?} after the start, with {} requests; {MESSAGES} of Slack {by_slack:?} \
         after it, with {} requests, where Slack takes {bound:?} for the posts alone",
        2 * MESSAGES,
        after[1] - before[1],
        after[0] - before[0]
    );
    assert!(by_twilio <= Duration::from_secs(60) && by_slack <= bound.mul_f64(1.25));
    sleep(Duration::from_secs(60 * 60)).await;
    assert_eq!(answers(&world.slack.truth()), expected[0], "once and in order");
    assert_eq!(answers(&world.twilio.truth()), expected[1], "once and in order");
    let counts = second.gateway().counts().await.unwrap();
    assert!(counts.balance() && counts.in_flight == 0, "{counts:?}");
    assert_eq!(world.slack.throttled(), []);
    second.drain().await;
}
