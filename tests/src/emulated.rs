//! A Twilio emulator behind a real listener, in this process, and every callback it made.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_http::{Transport, TransportError};
use messaging_server::{Buffered, ListenerSettings, serve};
use tokio::{sync::watch, task::JoinHandle};

use crate::served::socket;

const MAX_BODY: usize = 1 << 20;

/// A Twilio of one account at work.
#[derive(Debug)]
pub struct Emulated {
    /// The emulator itself.
    pub emulator: TwilioEmulator,
    /// Where it listens.
    pub url: String,
    told: Arc<Mutex<Vec<Request<Bytes>>>>,
    stop: watch::Sender<bool>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Emulated {
    /// Starts one whose account has two numbers and what `change` makes of it; callbacks are answered with nothing, those
    /// to `…/refuse` with 403 and those to `…/break` with 500.
    ///
    /// # Panics
    /// There is no free port.
    pub async fn start(change: impl FnOnce(&mut TwilioSettings)) -> Self {
        let (listener, url) = socket().await.expect("a free port");
        let mut settings = TwilioSettings::generated(11, &url).with_webhook_url(format!("{HOOK}/number"));
        settings.phone_numbers.push("+15550100002".into());
        change(&mut settings);
        let emulator = TwilioEmulator::new(settings, FaultPlan::default(), 11, Journal::live(1_000));
        let told = Arc::<Mutex<Vec<Request<Bytes>>>>::default();
        let heard = told.clone();
        emulator.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let status = match request.uri().path() {
                path if path.ends_with("/refuse") => StatusCode::FORBIDDEN,
                path if path.ends_with("/break") => StatusCode::INTERNAL_SERVER_ERROR,
                _ => StatusCode::OK,
            };
            heard.lock().unwrap_or_else(PoisonError::into_inner).push(request);
            let answer = Response::builder().status(status).body(Bytes::new());
            async { answer.map_err(|error| TransportError::not_sent(error.to_string())) }
        })));
        let (stop, mut stopped) = watch::channel(false);
        let service = Buffered::new(emulator.service(), MAX_BODY);
        let until = async move { drop(stopped.wait_for(|stop| *stop).await) };
        let task = tokio::spawn(serve(listener, service, ListenerSettings::default(), until));
        Self { emulator, url, told, stop, task }
    }

    /// What scripts fill in.
    #[must_use]
    pub fn names(&self) -> BTreeMap<String, String> {
        let settings = self.emulator.settings();
        let names = [
            ("account", settings.account_sid.as_str()),
            ("token", &settings.auth_token),
            ("service", &settings.conversations_service_sid),
            ("messaging", &settings.messaging_service_sid),
            ("number", "+15550100001"),
            ("number2", "+15550100002"),
            ("hook", HOOK),
        ];
        names.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    /// The callbacks so far, oldest first.
    #[must_use]
    pub fn told(&self) -> Vec<Request<Bytes>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops listening.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        drop(self.task.await);
    }
}

/// Where callbacks go.
const HOOK: &str = "https://app.example.com/hooks";
