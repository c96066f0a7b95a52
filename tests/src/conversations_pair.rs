//! Twilio Conversations for the simulated world: the shipped provider against the shipped emulator.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::Request;
use messaging_core::{Clock, Messenger, Secret};
use messaging_emulator::{FaultPlan, Journal, Truth, TwilioEmulator, TwilioSettings};
use messaging_http::Transport;
use messaging_testkit::Pair;
use messaging_twilio::{Inbound, InboundMode, Twilio, TwilioConfig};
use tokio::sync::mpsc;
use tower::ServiceExt;

use crate::{reset::reset, twice::twice, twilio_pair::Plant};

/// Where the service's webhook leads.
const WEBHOOK: &str = "http://gateway.test/webhooks/conversations";

/// People in conversations, one in each: some chat, some by SMS.
#[derive(Debug)]
pub struct ConversationsPair {
    emulator: TwilioEmulator,
    plant: Plant,
    seed: u64,
    journal: Journal,
    /// What is to be written, in order: the application opens a conversation before anybody writes there.
    letters: mpsc::UnboundedSender<(usize, String)>,
    waiting: Mutex<Option<mpsc::UnboundedReceiver<(usize, String)>>>,
    unwritten: Arc<AtomicUsize>,
}

/// Makes the pair of one world; every sid comes from the seed.
pub fn conversations(plant: Plant) -> impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static {
    move |plan, seed, journal| {
        let settings = TwilioSettings::generated(seed, "http://twilio.test").with_webhook_url(WEBHOOK);
        let emulator = TwilioEmulator::new(settings, plan, seed, journal.clone());
        let (letters, waiting) = mpsc::unbounded_channel();
        let (waiting, unwritten) = (Mutex::new(Some(waiting)), Arc::default());
        Arc::new(ConversationsPair { emulator, plant, seed, journal, letters, waiting, unwritten })
    }
}

/// Who writes in a conversation: an identity, or a phone.
fn person(conversation: usize) -> String {
    match conversation % 2 {
        0 => format!("person-{conversation}"),
        _ => format!("+1555030{conversation:04}"),
    }
}

/// Opens a conversation, and lets its person in.
async fn open(emulator: &TwilioEmulator, conversation: usize) {
    let name = format!("room-{conversation}");
    post(emulator, "/v1/Conversations", &[("UniqueName", &name)]).await;
    let who = person(conversation);
    let people = format!("/v1/Conversations/{name}/Participants");
    if who.starts_with('+') {
        let ours = emulator.settings().phone_numbers[0].clone();
        let binding = [("MessagingBinding.Address", who.as_str()), ("MessagingBinding.ProxyAddress", &ours)];
        post(emulator, &people, &binding).await;
    } else {
        post(emulator, &people, &[("Identity", &who)]).await;
    }
}

async fn post(emulator: &TwilioEmulator, path: &str, fields: &[(&str, &str)]) {
    let settings = emulator.settings();
    let credentials = STANDARD.encode(format!("{}:{}", settings.account_sid, settings.auth_token));
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(format!("http://twilio.test{path}"))
        .header("authorization", format!("Basic {credentials}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Bytes::from(form))
        .expect("a request");
    let response = emulator.api().oneshot(request).await.expect("an emulator that answers");
    assert!(response.status().is_success(), "{path}: {:?}", response.body());
}

impl Pair for ConversationsPair {
    fn account(&self) -> &'static str {
        "conversations"
    }

    fn provider(&self, clock: Clock) -> Messenger {
        let settings = self.emulator.settings();
        let token = if self.plant == Plant::WrongToken { "another" } else { settings.auth_token.as_str() };
        // An API key calls, so that the token is what webhooks are believed by and nothing else.
        let mut config = TwilioConfig::new(settings.account_sid.clone(), token);
        config.api_key.clone_from(&settings.api_key);
        config.api_secret = settings.api_secret.clone().map(Secret::new);
        config.base_url = Some("http://twilio.test".into());
        config.webhook_url = Some(WEBHOOK.into());
        config.conversations_service_sid = Some(settings.conversations_service_sid.clone());
        // Of the people some write to our number, which is one that conversations answer.
        config.inbound = Inbound::all(InboundMode::Conversations);
        let api = self.emulator.api();
        let api = match self.plant {
            Plant::DoubleSend => twice(api, "/Messages"),
            Plant::Resets => reset(api, "/Messages", 100, self.seed, self.journal.clone()),
            _ => api,
        };
        Messenger::new(Twilio::new(config, api).expect("sound settings").with_clock(move || clock.now()))
    }

    fn connect(&self, gateway: Transport) {
        self.emulator.connect(gateway);
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        let (emulator, unwritten) = (self.emulator.clone(), Arc::clone(&self.unwritten));
        tokio::spawn(async move {
            let (Some(mut waiting), mut opened) = (waiting, BTreeSet::new()) else { return };
            while let Some((conversation, text)) = waiting.recv().await {
                if opened.insert(conversation) {
                    open(&emulator, conversation).await;
                }
                let name = format!("room-{conversation}");
                emulator.write_in_conversation(&name, &person(conversation), &text).expect("a participant");
                unwritten.fetch_sub(1, Ordering::Relaxed);
            }
        });
    }

    fn write(&self, conversation: usize, _: u64, text: &str) {
        self.unwritten.fetch_add(1, Ordering::Relaxed);
        // Whoever reads the letters lives as long as the world.
        let _ = self.letters.send((conversation, text.to_owned()));
    }

    fn truth(&self) -> Truth {
        let mut truth = self.emulator.truth();
        truth.open += self.unwritten.load(Ordering::Relaxed);
        truth
    }

    /// Twilio's webhooks come in any order, and its `Index` counts what we said, too.
    fn hold_back(&self) -> Duration {
        Duration::ZERO
    }
}
