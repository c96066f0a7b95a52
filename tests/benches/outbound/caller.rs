//! Who calls: in a process of its own, on one thread.

use std::{
    cell::Cell,
    collections::BTreeMap,
    future::Future,
    io,
    time::{Duration, Instant},
};

use futures_util::StreamExt;
use messaging_core::{Messenger, Place, SendMessage};
use messaging_http::{ClientSettings, client};
use messaging_resilience::{Policy, standard_measured};
use messaging_slack::{Slack, SlackConfig, channel};
use messaging_telemetry::Pipeline;
use messaging_tests::cpu_time;
use messaging_twilio::{Twilio, TwilioConfig, direct};
use serde::{Deserialize, Serialize};

/// What is compared, each after the floor that it stands on.
pub(crate) const KINDS: [&str; 4] = ["reqwest, JSON", "Slack", "reqwest, form", "Twilio"];

const TEXT: &str = "Your table is ready.";
const ACCOUNT: &str = "AC00000000000000000000000000000001";

const THEIRS: &str = "+15550100777";

/// Workspaces, or numbers of ours, that messages are sent to or from in turn: no limit of any of them is reached.
const PLACES: usize = 500;

/// Calls before the clock starts, and after.
const CALLS: [usize; 2] = [2_000, 30_000];
pub(crate) const UNDER_WAY: usize = 32;

/// Calls as `kind` does, and says how often, in how many seconds, and with how much CPU time.
pub(crate) fn run(kind: &str, address: &str) {
    // As `messaging serve` logs, to nowhere.
    tracing_subscriber::fmt().with_env_filter("info").with_writer(io::sink).init();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (took, cpu) = runtime.block_on(async {
        match kind {
            "reqwest, JSON" => raw_json(&format!("{address}/api/chat.postMessage")).await,
            "reqwest, form" => raw_form(&format!("{address}/2010-04-01/Accounts/{ACCOUNT}/Messages.json")).await,
            "Slack" => {
                let place = |number| channel(&format!("T{number:010}"), &format!("C{number:010}"));
                sent(slack(address), place).await
            }
            "Twilio" => sent(twilio(address), |number| direct(ours(number), THEIRS)).await,
            other => panic!("`{other}` calls nobody"),
        }
    });
    println!("{} {} {}", CALLS[1], took.as_secs_f64(), cpu.as_secs_f64());
}

/// Makes all calls, so many at once.
async fn measured<F: Future<Output = ()>>(call: impl Fn() -> F) -> (Duration, Duration) {
    let all = async |count: usize| {
        let calls = futures_util::stream::iter(0..count).map(|_| call()).buffer_unordered(UNDER_WAY);
        assert_eq!(calls.count().await, count);
    };
    let [warm_up, count] = CALLS;
    all(warm_up).await;
    let (began, before) = (Instant::now(), cpu_time(std::process::id()));
    all(count).await;
    (began.elapsed(), cpu_time(std::process::id()).saturating_sub(before))
}

#[derive(Serialize)]
struct Post {
    channel: &'static str,
    text: &'static str,
}

#[derive(Deserialize)]
struct Posted {
    ok: bool,
    ts: String,
}

async fn raw_json(url: &str) -> (Duration, Duration) {
    let client = reqwest::Client::new();
    let call = async || {
        let body = serde_json::to_vec(&Post { channel: "C0000000001", text: TEXT }).expect("it is plain");
        let request = client.post(url).bearer_auth("xoxb-emu").header("content-type", "application/json").body(body);
        let answer = request.send().await.expect("answers").bytes().await.expect("whole");
        let Posted { ok, ts } = serde_json::from_slice(&answer).expect("JSON");
        assert!(ok && !ts.is_empty());
    };
    measured(call).await
}

#[derive(Deserialize)]
struct Created {
    sid: String,
    status: String,
}

async fn raw_form(url: &str) -> (Duration, Duration) {
    let client = reqwest::Client::new();
    let call = async || {
        let fields = [("To", THEIRS), ("From", "+15550100001"), ("Body", TEXT)];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = client.post(url).basic_auth(ACCOUNT, Some("secret"));
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
        let answer = request.send().await.expect("answers").bytes().await.expect("whole");
        let Created { sid, status } = serde_json::from_slice(&answer).expect("JSON");
        assert!(!sid.is_empty() && !status.is_empty());
    };
    measured(call).await
}

/// Sends through the layers as they are shipped, measured as they are shipped.
async fn sent(messenger: Messenger, place: impl Fn(usize) -> Place) -> (Duration, Duration) {
    let pipeline = Pipeline::start(&BTreeMap::new(), "bench", "1").expect("telemetry");
    let meters = pipeline.meters().account("bench", messenger.provider().descriptor().name);
    let stack = standard_measured(messenger, &Policy::default(), &meters);
    let places: Vec<_> = (0..PLACES).map(place).collect();
    let next = Cell::new(0);
    let call = async || {
        let place = &places[next.replace((next.get() + 1) % PLACES)];
        stack.send(SendMessage::new(place.clone(), TEXT)).await.expect("it is sent");
    };
    measured(call).await
}

fn ours(number: usize) -> String {
    format!("+1555010{number:04}")
}

fn slack(address: &str) -> Messenger {
    let mut config = SlackConfig::new("xoxb-emu", "0123456789abcdef");
    config.base_url = Some(address.to_owned());
    let limits = ["channel", "posts", "chat.postMessage"].map(|name| (name.to_owned(), 100_000.0));
    config.rate_limits = BTreeMap::from(limits);
    Messenger::new(Slack::new(config, client(ClientSettings::default()).expect("a client")).expect("sound settings"))
}

fn twilio(address: &str) -> Messenger {
    let mut config = TwilioConfig::new(ACCOUNT, "secret");
    config.base_url = Some(address.to_owned());
    config.sender_rates = (0..PLACES).map(|number| (ours(number), 1_000.0)).collect();
    Messenger::new(Twilio::new(config, client(ClientSettings::default()).expect("a client")).expect("sound settings"))
}
