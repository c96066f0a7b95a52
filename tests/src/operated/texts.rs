//! Texts to a number of the emulated Twilio, answered by an agent.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use serde_json::Value;
use tokio::{
    task::{JoinHandle, JoinSet},
    time::sleep,
};

use super::{Agent, Gateway, Line, Manner, Records, Traffic, answer};
use crate::{
    console::get,
    process::{Process, environment},
};

/// How often the vendor's records are read: it keeps the newest alone.
const LOOK: Duration = Duration::from_secs(5);

/// The number, who writes to it, who answers, and the gateway between them, which is not started yet.
#[derive(Debug)]
pub struct Texts {
    /// The gateway.
    pub gateway: Gateway,
    /// Who answers.
    pub agent: Agent,
    /// The way to the vendor.
    pub line: Line,
    /// Who writes.
    pub traffic: Arc<Traffic>,
    /// What the emulator wrote for whoever uses it.
    pub emulator: BTreeMap<String, String>,
    records: Arc<Records>,
    _reading: JoinSet<()>,
    _emulating: Process,
}

/// What became of what was acknowledged.
#[derive(Debug)]
pub struct Ends {
    /// Messages that were acknowledged.
    pub acknowledged: usize,
    /// Acknowledged, and never answered.
    pub lost: BTreeSet<String>,
    /// Answers that were sent more than once.
    pub twice: Vec<String>,
}

impl Texts {
    /// Starts everything but the gateway, whose `[turns]` are told.
    ///
    /// # Panics
    /// Something does not start.
    pub async fn around(gateway: Gateway, turns: &str, dice: &mut fastrand::Rng) -> Self {
        let env = gateway.scratch.file("emulator.env");
        let webhook = format!("{}/webhooks/twilio", gateway.public_url);
        let arguments =
            ["emulate", "twilio", "--port", "0", "--webhook-url", &webhook, "--write-env", env.to_str().unwrap()];
        let emulating = Process::start(&gateway.folder(), &arguments, &[]);
        let emulator = environment(&env);
        let agent = Agent::start(Manner::Whole, dice.u64(..)).await;
        let line = Line::start(emulator["TWILIO_BASE_URL"].clone(), gateway.client.clone(), dice.u64(..)).await;
        let (account, token) = (&emulator["TWILIO_ACCOUNT_SID"], &emulator["TWILIO_AUTH_TOKEN"]);
        let (number, base) = (&emulator["TWILIO_PHONE_NUMBER"], &line.url);
        gateway.configure(
            &agent.url,
            &format!(
                "[turns]\n{turns}\n[accounts.twilio]\nprovider = \"twilio\"\naccount_sid = \"{account}\"\n\
                 auth_token = \"{token}\"\nphone_number = \"{number}\"\nbase_url = \"{base}\"\n\
                 sender_rates = {{ \"{number}\" = 1000 }}\n"
            ),
        );
        let traffic = Arc::new(Traffic::new(&emulator["TWILIO_BASE_URL"], gateway.client.clone()));
        let records = Arc::new(Records::of(&emulator, gateway.client.clone()));
        let (reader, mut reading) = (Arc::clone(&records), JoinSet::new());
        reading.spawn(async move {
            loop {
                // house: real time, because the vendor is another process.
                sleep(LOOK).await;
                reader.read().await;
            }
        });
        Self { gateway, agent, line, traffic, emulator, records, _reading: reading, _emulating: emulating }
    }

    /// Lets people write from now on, a message every so often.
    #[must_use]
    pub fn write(&self, every: Duration) -> JoinHandle<()> {
        tokio::spawn(Arc::clone(&self.traffic).flow(every))
    }

    /// Compares what was acknowledged with what people got.
    pub async fn ends(&self) -> Ends {
        self.records.read().await;
        let (sent, acknowledged) = (self.records.sent(), self.traffic.acknowledged());
        let lost = acknowledged.iter().filter(|text| !sent.contains_key(&answer(text))).cloned().collect();
        let twice = sent.into_iter().filter(|(_, times)| *times > 1).map(|(text, _)| text).collect();
        Ends { acknowledged: acknowledged.len(), lost, twice }
    }

    /// What the vendor's debugger holds against us.
    ///
    /// # Panics
    /// The emulator does not answer.
    pub async fn alerts(&self) -> Vec<Value> {
        let url = format!("{}/_emulator/alerts", self.emulator["TWILIO_BASE_URL"]);
        let alerts = get(&self.gateway.client, &url, "").await.expect("alerts");
        alerts["alerts"].as_array().expect("a list").clone()
    }
}

impl Ends {
    /// Prints the figures.
    ///
    /// # Panics
    /// Something was lost or answered twice, or fewer than `least` messages were acknowledged.
    pub fn judge(&self, what: &str, least: usize) {
        let Self { acknowledged, lost, twice } = self;
        println!("{what}: {acknowledged} messages acknowledged, {} lost, {} twice", lost.len(), twice.len());
        assert!(*acknowledged >= least, "too little traffic: {acknowledged}");
        assert!(lost.is_empty(), "{lost:?}");
        assert!(twice.is_empty(), "{twice:?}");
    }
}
