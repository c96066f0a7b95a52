//! Nothing of what people say, who they are, and what is secret gets into metrics, what a collector is sent, or the log.
//!
//! Forty canaries go through the real path: the binary at TRACE, the emulated Twilio and Slack, the web chat, an HTTP
//! agent, and vendors that fail with words of their own.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod canaries;
mod others;
mod people;

use std::{sync::Arc, time::Duration};

use canaries::Canaries;
use http::Request;
use messaging_emulator::{
    FaultPlan, Journal, SlackEmulator, SlackLimits, SlackSettings, TwilioEmulator, TwilioSettings,
};
use messaging_tests::{
    console::ask,
    operated::Gateway,
    process::{binary, free_port},
    served::eventually,
};
use serde_json::Value;

const SEED: u64 = 20_261_130;

/// The number of the account.
const OURS: &str = "+15550100001";

/// What got out of one run.
struct Out {
    log: Vec<u8>,
    pages: Vec<u8>,
    wire: Vec<u8>,
    /// What the agent was asked, to see that the canaries were on their way.
    asked: Vec<u8>,
    counts: Value,
}

/// Lets everything happen once, with the log as `variables` say.
async fn run(name: &str, canaries: &Arc<Canaries>, variables: &[(&str, &str)]) -> Out {
    let gateway = Gateway::new(&format!("privacy-{name}"), binary());
    let mut twilio = TwilioSettings::generated(SEED, &gateway.url);
    twilio = twilio.with_webhook_url(format!("{}/webhooks/twilio", gateway.url));
    canaries.at("auth token").clone_into(&mut twilio.auth_token);
    let twilio = TwilioEmulator::new(twilio, FaultPlan::default(), SEED, Journal::live(1_000));
    let mut slack = SlackSettings::generated(SEED);
    canaries.at("bot token").clone_into(&mut slack.bot_token);
    canaries.at("signing secret").clone_into(&mut slack.signing_secret);
    canaries.at("name in Slack").clone_into(&mut slack.users[0].1);
    (slack.events_url, slack.limits) = (Some(format!("{}/webhooks/slack", gateway.url)), SlackLimits::none());
    let slack = SlackEmulator::new(slack, FaultPlan::default(), SEED, Journal::live(1_000));
    twilio.connect(gateway.client.clone());
    slack.connect(gateway.client.clone());

    let (agent, asked) = others::agent(Arc::clone(canaries)).await;
    let (collector, heard) = others::collector().await;
    let twilio_url = others::vendor(Arc::clone(canaries), twilio.api()).await;
    let slack_url = others::vendor(Arc::clone(canaries), slack.api()).await;
    let (account, token) = (&twilio.settings().account_sid, canaries.at("auth token"));
    let (bot, secret) = (canaries.at("bot token"), canaries.at("signing secret"));
    let (workspace, app) = (&slack.settings().team_id, &slack.settings().app_id);
    gateway.configure(
        &agent,
        &format!(
            "[turns]\ntries = 1\n[accounts.twilio]\naccount_sid = \"{account}\"\nauth_token = \"{token}\"\n\
             phone_number = \"{OURS}\"\nbase_url = \"{twilio_url}\"\n[accounts.slack]\nbot_token = \"{bot}\"\n\
             signing_secret = \"{secret}\"\nbase_url = \"{slack_url}\"\n[accounts.web]\n"
        ),
    );
    println!("{name}: {workspace} {app}");
    let (door, said) = (format!("127.0.0.1:{}", free_port()), gateway.scratch.file("said"));
    let usual = [
        ("RUST_LOG", "trace"),
        ("MESSAGING_METRICS", &door),
        ("MESSAGING_AGENT_TOKEN", canaries.at("token of the agent")),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", &collector),
        ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
    ];
    let process = gateway.start_told(&[&usual, variables].concat(), &said);
    eventually("ready", || gateway.is_ready(), |ready| *ready).await;
    let accepted = people::write(&gateway, canaries, &twilio, &slack).await;
    let ended = |counts: &Option<Value>| {
        counts.as_ref().is_some_and(|counts| counts["accepted"] == accepted && counts["in_flight"] == 0)
    };
    let counts = eventually("everything ended", || gateway.counts(), ended).await.unwrap();
    let mut pages = Vec::new();
    for (path, accept) in [("metrics", "text/plain"), ("metrics", "application/openmetrics-text"), ("health", "*/*")] {
        let request = Request::get(format!("http://{door}/{path}")).header("accept", accept);
        pages.extend_from_slice(ask(&gateway.client, request, "").await.unwrap().body());
    }
    // A look at what is sent while it runs, besides the farewell.
    eventually("metrics are sent", async || heard.lock().unwrap().len(), |sent| *sent > 1).await;
    assert_eq!(process.terminate(), Some(0), "a clean drain");
    let log = std::fs::read(&said).unwrap();
    let (wire, asked) = (heard.lock().unwrap().concat(), asked.lock().unwrap().concat());
    Out { log, pages, wire, asked, counts }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(text)
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_canaries_stay_where_they_are() {
    println!("seed {SEED}");
    for (name, format) in [("text", "text"), ("json", "json")] {
        let canaries = Arc::new(Canaries::new(&mut fastrand::Rng::with_seed(SEED)));
        let out = run(name, &canaries, &[("MESSAGING_LOG_FORMAT", format)]).await;
        assert_eq!(canaries.left_over(), [""; 0], "every place has its canary");
        // They were on their way: without that, finding none would mean nothing.
        for place in
            ["text of an SMS", "number of a person", "text in Slack", "text in the web chat", "text of a command"]
        {
            assert!(contains(&out.asked, canaries.at(place)), "the agent was not asked about the {place}");
        }
        let counts = &out.counts;
        assert!(counts["answered"].as_u64() >= Some(5) && counts["dead"].as_u64() >= Some(4), "{counts}");
        assert!(contains(&out.pages, "messaging_gateway_accepted_total") && contains(&out.pages, "\"accounts\""));
        for told in ["messaging.gateway.accepted", "outbox twilio", "invoke_agent slack", "messaging.message.body.size"]
        {
            assert!(contains(&out.wire, told), "the collector was not told {told}");
        }
        let lines = out.log.split(|byte| *byte == b'\n').count();
        assert!(lines > 100 && contains(&out.log, "DEBUG"), "the log has only {lines} lines");
        assert_eq!(contains(&out.log, "\"level\":\"DEBUG\""), format == "json");
        for (what, bytes) in [("pages", &out.pages), ("wire", &out.wire), ("log", &out.log)] {
            let found = canaries.found_in(bytes);
            if !found.is_empty() {
                let lines = String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect::<Vec<_>>();
                let leaks = lines.iter().filter(|line| !canaries.found_in(line.as_bytes()).is_empty()).take(12);
                panic!("{what} of {name}: {found:#?}\n{}", leaks.cloned().collect::<Vec<_>>().join("\n"));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_see_words_finds_canaries() {
    let canaries = Arc::new(Canaries::new(&mut fastrand::Rng::with_seed(SEED + 1)));
    let out = run("private", &canaries, &[("MESSAGING_LOG_PRIVATE", "true")]).await;
    let found = canaries.found_in(&out.log);
    assert!(found.len() >= 3, "the search would find what is there: {found:?}");
    assert!(canaries.found_in(&out.pages).is_empty() && canaries.found_in(&out.wire).is_empty());
    // Secrets are no words, whoever asks.
    for secret in ["auth token", "bot token", "signing secret", "token of the agent"] {
        assert!(!found.iter().any(|found| found.starts_with(secret)), "{found:?}");
    }
}

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(20);
