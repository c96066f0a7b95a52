//! A Slack emulator behind a real listener, in this process.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Request, Response};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackLimits, SlackSettings};
use messaging_http::{Transport, TransportError};
use messaging_server::{Buffered, ListenerSettings, serve};
use serde_json::{Value, json};
use tokio::{sync::watch, task::JoinHandle};

use crate::served::socket;

const MAX_BODY: usize = 1 << 20;
const SEED: u64 = 11;

/// A Slack at work, whose app is told everything and says nothing.
#[derive(Debug)]
pub struct EmulatedSlack {
    /// The emulator itself.
    pub emulator: SlackEmulator,
    /// Where it listens, without `/api`.
    pub url: String,
    stop: watch::Sender<bool>,
    task: JoinHandle<std::io::Result<()>>,
}

impl EmulatedSlack {
    /// Starts one with what `change` makes of its settings.
    ///
    /// # Panics
    /// There is no free port.
    pub async fn start(change: impl FnOnce(&mut SlackSettings)) -> Self {
        let (listener, url) = socket().await.expect("a free port");
        let mut settings = SlackSettings::generated(SEED);
        settings.base_url.clone_from(&url);
        settings.events_url = Some("https://app.example.com/webhooks/slack".into());
        settings.limits = SlackLimits::none();
        change(&mut settings);
        let emulator = SlackEmulator::new(settings, FaultPlan::default(), SEED, Journal::live(1_000));
        emulator.connect(Transport::new(tower::service_fn(|_: Request<Bytes>| async {
            Ok::<_, TransportError>(Response::new(Bytes::new()))
        })));
        let (stop, mut stopped) = watch::channel(false);
        let service = Buffered::new(emulator.service(), MAX_BODY);
        let until = async move { drop(stopped.wait_for(|stop| *stop).await) };
        let task = tokio::spawn(serve(listener, service, ListenerSettings::default(), until));
        Self { emulator, url, stop, task }
    }

    /// What scripts fill in.
    #[must_use]
    pub fn names(&self) -> BTreeMap<String, Value> {
        let settings = self.emulator.settings();
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs();
        let names = [
            ("token", json!(settings.bot_token)),
            ("team", json!(settings.team_id)),
            ("bot", json!(settings.bot_id)),
            ("bot_user", json!(settings.bot_user_id)),
            ("user", json!(settings.user_id)),
            ("channel", json!(settings.channel)),
            ("other", json!(settings.other_channel)),
            ("later", json!(now + 3_600)),
            ("far", json!(now + 200 * 86_400)),
        ];
        names.map(|(name, value)| (name.to_owned(), value)).into()
    }

    /// Stops listening.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        drop(self.task.await);
    }
}
