//! The typed client of the shipped Slack provider against the shipped Slack emulator: every method that the emulator
//! has, without one undocumented argument.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod files;
mod messages;
mod rest;
mod rooms;

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use http::Request;
use messaging_core::{Result, Secret};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackLimits, SlackSettings};
use messaging_http::Transport;
use messaging_slack::client::{Answer, Call, SlackClient};
use tower::ServiceExt;

/// Methods that only a browser's visit or another token makes sense of; the emulator has them elsewhere or not at all.
const ELSEWHERE: [&str; 5] = [
    "apps.event.authorizations.list",
    "apps.uninstall",
    "oauth.v2.access",
    "oauth.v2.exchange",
    "tooling.tokens.rotate",
];

/// Every method of Slack's table.
const METHODS: &str = include_str!("../../../crates/messaging-slack/tests/methods.tsv");

/// One workspace, the bot's client, and what it called.
struct Stage {
    settings: SlackSettings,
    emulator: SlackEmulator,
    client: SlackClient,
    called: Arc<Mutex<BTreeSet<String>>>,
}

impl Stage {
    fn new() -> Self {
        let mut settings = SlackSettings::generated(7);
        settings.limits = SlackLimits::none();
        let emulator = SlackEmulator::new(settings.clone(), FaultPlan::default(), 7, Journal::new());
        let called = Arc::<Mutex<BTreeSet<String>>>::default();
        let (inner, noted) = (emulator.api(), Arc::clone(&called));
        let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            if let Some(method) = request.uri().path().strip_prefix("/api/") {
                noted.lock().unwrap().insert(method.to_owned());
            }
            inner.clone().oneshot(request)
        }));
        let token = Secret::new(settings.bot_token.clone());
        let client = SlackClient::new(&token, Some(&settings.base_url), transport).unwrap();
        Self { settings, emulator, client, called }
    }

    /// Calls, and is answered without a warning.
    async fn ok<C: Call>(&self, call: C) -> C::Output {
        let answer: Answer<C::Output> = self.client.call(call).await.unwrap_or_else(|error| panic!("{error}"));
        assert!(answer.warnings.is_empty(), "{}: {:?}", C::METHOD, answer.warnings);
        answer.value
    }

    /// Calls, and is refused with one of these.
    async fn no<C: Call>(&self, call: C, codes: &[&str]) {
        let answer: Result<_> = self.client.call(call).await;
        let error = answer.err().unwrap_or_else(|| panic!("{} was done", C::METHOD));
        let code = error.vendor().map(|vendor| vendor.code.clone()).unwrap_or_default();
        assert!(codes.contains(&code.as_str()), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_method_does_what_it_says_and_nothing_undocumented_is_sent() {
    let stage = Stage::new();
    messages::walk(&stage).await;
    rooms::walk(&stage).await;
    files::walk(&stage).await;
    rest::walk(&stage).await;
    assert_eq!(stage.emulator.warnings(), Vec::<String>::new());
    let called = stage.called.lock().unwrap().clone();
    let methods = METHODS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').next());
    let missed: Vec<_> = methods.filter(|name| !called.contains(*name) && !ELSEWHERE.contains(name)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}
