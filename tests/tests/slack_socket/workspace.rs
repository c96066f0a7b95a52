//! An emulated workspace that tells its app by Socket Mode only.

use messaging_agent::EchoPlus;
use messaging_core::{Clock, Messenger};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings, slack::SlackDelivery};
use messaging_gateway::{Gateway, GatewayBuilder};
use messaging_http::duplex::Dialer;
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore};
use std::sync::{Arc, Mutex};

pub(crate) fn emulated(seed: u64, base_url: &str, journal: Journal) -> SlackEmulator {
    let mut settings = SlackSettings::generated(seed);
    settings.app.delivery = SlackDelivery::Socket;
    settings.base_url = base_url.to_owned();
    SlackEmulator::new(settings, FaultPlan::default(), seed, journal)
}

/// A gateway that knows neither a public URL nor a signing secret.
pub(crate) fn gateway(emulator: &SlackEmulator, dialer: Option<Dialer>, seed: u64, clock: Clock) -> GatewayBuilder {
    let settings = emulator.settings();
    let config = SlackConfig::socket_mode(settings.bot_token.clone(), settings.app.app_token.clone())
        .with_base_url("http://slack.test");
    let slack = Slack::new(config, emulator.api()).unwrap();
    let slack = match dialer {
        Some(dialer) => slack.with_dialer(dialer),
        None => slack,
    };
    let options = MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() };
    let ids = Mutex::new(fastrand::Rng::with_seed(seed));
    Gateway::builder(Arc::new(MemoryStore::new(options)), EchoPlus)
        .account("slack", Messenger::new(slack))
        .clock(clock)
        .ids(move || ids.lock().unwrap().u128(..))
}

/// How often people saw the app answer `marker`.
pub(crate) fn answers(emulator: &SlackEmulator, marker: &str) -> usize {
    let said = format!("You said: {marker}");
    emulator.truth().shown.iter().filter(|shown| shown.from_app && shown.text.contains(&said)).count()
}
