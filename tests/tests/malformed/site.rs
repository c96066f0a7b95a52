//! The public service and the console over a gateway with every provider, in this process and in virtual time.

use std::{
    convert::Infallible,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, UNIX_EPOCH},
};

use axum::{Router, body::Body};
use bytes::Bytes;
use http::{Request, Response, header};
use messaging_agent::{Turn, from_fn};
use messaging_core::{Clock, Messenger, Secret, Secrets};
use messaging_emulator::{
    FaultPlan, Journal, SlackEmulator, SlackLimits, SlackSettings, TwilioEmulator, TwilioSettings,
    slack::{SlackConsent, SlackTeam},
};
use messaging_gateway::{Gateway, Running, Settings};
use messaging_http::Transport;
use messaging_server::{ConsoleSettings, PublicSettings, Readiness, console, public};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{Counts, Keyring, MemoryOptions, MemoryStore};
use messaging_twilio::{Replies, Twilio, TwilioConfig};
use messaging_web::{Web, WebConfig};
use tokio::time::Instant;
use tower::ServiceExt;

use crate::{
    door::Door,
    draft::{Draft, HERE},
    seal::{Keys, NOW, SHARED_KEY},
};

pub(crate) const TOKEN: &str = "canary-console-4f1e9c";
pub(crate) const TOKEN_SECRET: &str = "canary-token-secret-77aa01";
const SHARED_SECRET: &str = "canary-shared-key-1c2d3e";
const API_SECRET: &str = "canary-api-secret-9b8a7c0d1e2f3a4b5c6d7e8f9a0b1c2d";
const VAULT_KEY: &str = "0001020304050607080900010203040506070809000102030405060708090001";

/// More than any run brings in.
const EVERYTHING: usize = 1_000_000;

/// Everything that anybody can call.
pub(crate) struct Site {
    pub(crate) twilio: TwilioEmulator,
    pub(crate) slack: SlackEmulator,
    pub(crate) keys: Keys,
    pub(crate) running: Running,
    router: Router,
    console: Router,
    team: String,
    media: Arc<Mutex<Option<String>>>,
    runs: Arc<AtomicU64>,
}

impl Site {
    pub(crate) async fn open(seed: u64) -> Self {
        let journal = Journal::new();
        let mut settings = TwilioSettings::generated(seed, "http://twilio.test");
        settings.api_key = Some("SK00000000000000000000000000000001".into());
        settings.api_secret = Some(API_SECRET.into());
        let twilio = TwilioEmulator::new(settings, FaultPlan::default(), seed, journal.clone());
        let mut settings = SlackSettings::generated(seed);
        settings.base_url = "http://slack.test".into();
        settings.limits = SlackLimits::none();
        let mut team = SlackTeam::generated(seed + 1, 2);
        team.bot_token = None;
        settings.teams = vec![team.clone()];
        let slack = SlackEmulator::new(settings, FaultPlan::default(), seed, journal);

        let media = Arc::<Mutex<Option<String>>>::default();
        let runs = Arc::<AtomicU64>::default();
        let (told, ran) = (Arc::clone(&media), Arc::clone(&runs));
        // Only where the answer is part of the answer to a webhook is anything said: what is sent is not the subject.
        let agent = from_fn(move |turn: Turn| {
            let file = turn.messages.iter().flat_map(|message| &message.content.media).next();
            if let Some(file) = file.filter(|file| turn.platform == "twilio" && file.url.starts_with(HERE)) {
                told.lock().unwrap().get_or_insert_with(|| file.url.clone());
            }
            ran.fetch_add(1, Ordering::Relaxed);
            let says = turn.conversation.account() == "texts";
            async move { Ok(if says { vec![turn.text().into()] } else { Vec::new() }) }
        });
        let began = Instant::now();
        let clock = Clock::new(move || UNIX_EPOCH + Duration::from_secs(NOW) + began.elapsed());
        // Nothing is forgotten: what was told early is asked for again late.
        let options = MemoryOptions {
            max_in_flight: EVERYTHING,
            max_ended: EVERYTHING,
            max_records: EVERYTHING,
            max_shelved: EVERYTHING,
            max_contacts: EVERYTHING,
            clock: clock.clone(),
            ..MemoryOptions::default()
        };
        let mut settings = Settings::default();
        settings.catch_up.every = Duration::ZERO;
        let gateway = Gateway::builder(Arc::new(MemoryStore::new(options)), agent)
            .settings(settings)
            .clock(clock)
            .public_url(HERE)
            .encryption_keys(Keyring::read(&Secrets::from(VAULT_KEY)).unwrap())
            .account("twilio", texts(&twilio, |_| {}))
            .account("texts", texts(&twilio, |config| config.replies = Replies::Twiml))
            .account("slack", workspace(&slack))
            .account("apps", app(&slack))
            .account("web", Messenger::new(Web::new(WebConfig::default())))
            .build()
            .unwrap();
        let running = gateway.start().await.unwrap();
        let readiness = Readiness::starting();
        readiness.ready();
        let mut settings = PublicSettings::default();
        settings.chat_account = Some("web".into());
        let router = public(gateway.clone(), &settings, &readiness).unwrap();
        let console = console(gateway, ConsoleSettings::new(Secret::new(TOKEN)), readiness).build().unwrap();
        let keys = Keys {
            twilio: twilio.settings().auth_token.clone(),
            twilio_shared: SHARED_SECRET.into(),
            slack: slack.settings().signing_secret.clone(),
            began,
        };
        Self { twilio, slack, keys, running, router, console, team: team.team_id, media, runs }
    }

    /// What must be in no answer.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let slack = self.slack.settings();
        let Keys { twilio, twilio_shared, slack: signing, .. } = &self.keys;
        let of_twilio = [twilio, twilio_shared, signing].map(String::clone);
        let of_slack = [&slack.bot_token, &slack.app.client_secret].map(String::clone);
        let ours = [TOKEN, TOKEN_SECRET, API_SECRET, VAULT_KEY].map(str::to_owned);
        [&of_twilio[..], &of_slack, &ours].concat()
    }

    pub(crate) fn account_sid(&self) -> &str {
        &self.twilio.settings().account_sid
    }

    pub(crate) fn number(&self) -> String {
        self.twilio.settings().phone_numbers[0].clone()
    }

    /// The path of a file that an agent was told of; one that never was before that.
    pub(crate) fn media(&self) -> String {
        let told = self.media.lock().unwrap();
        told.as_ref().map_or("/media/none".to_owned(), |url| url.strip_prefix(HERE).unwrap().to_owned())
    }

    /// How often the agent was asked.
    pub(crate) fn runs(&self) -> u64 {
        self.runs.load(Ordering::Relaxed)
    }

    /// Asks.
    pub(crate) async fn ask(&self, door: Door, request: Request<Body>) -> Response<Body> {
        let router = if door.is_consoles() { &self.console } else { &self.router };
        router.clone().oneshot(request).await.unwrap_or_else(|never: Infallible| match never {})
    }

    /// What anybody can call.
    pub(crate) fn public(&self) -> Router {
        self.router.clone()
    }

    /// What is stored.
    pub(crate) async fn counts(&self) -> Counts {
        self.running.gateway().counts().await.unwrap()
    }

    /// How somebody comes back from Slack's page who has just said yes there.
    pub(crate) async fn come_back(&self) -> Draft {
        let begun = self.ask(Door::Install, Request::get("/apps/install").body(Body::empty()).unwrap()).await;
        let text = |name| begun.headers()[name].to_str().unwrap();
        let cookie = text(header::SET_COOKIE).split(';').next().unwrap();
        let back = self.slack.authorize(text(header::LOCATION), &SlackConsent::allow(&self.team)).unwrap();
        let (path, query) = back.strip_prefix(HERE).unwrap().split_once('?').unwrap();
        let mut draft = Draft::new(Door::Callback, "GET", path).header("cookie", cookie);
        draft.query = Some(query.to_owned());
        draft
    }
}

fn texts(emulator: &TwilioEmulator, change: impl FnOnce(&mut TwilioConfig)) -> Messenger {
    let settings = emulator.settings();
    let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
    config.base_url = Some(settings.base_url.clone());
    config.api_key.clone_from(&settings.api_key);
    config.api_secret = Some(Secret::new(API_SECRET));
    config.token_secret = Some(Secrets::from(TOKEN_SECRET));
    config.webhook_signing_keys = [(SHARED_KEY.to_owned(), Secret::new(SHARED_SECRET))].into();
    change(&mut config);
    let api = emulator.api();
    let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let api = api.clone();
        async move {
            if request.method() == "GET" && request.uri().path().contains("/Media/") {
                return Ok(Response::new(Bytes::from_static(b"\x89PNG")));
            }
            api.oneshot(request).await
        }
    }));
    Messenger::new(Twilio::new(config, transport).unwrap())
}

fn workspace(emulator: &SlackEmulator) -> Messenger {
    let settings = emulator.settings();
    let config = SlackConfig::new(settings.bot_token.clone(), &settings.signing_secret);
    Messenger::new(Slack::new(config.with_base_url("http://slack.test"), emulator.api()).unwrap())
}

fn app(emulator: &SlackEmulator) -> Messenger {
    let (settings, app) = (emulator.settings(), &emulator.settings().app);
    let config = SlackConfig::installable(&app.client_id, &app.client_secret, &settings.signing_secret);
    Messenger::new(Slack::new(config.with_base_url("http://slack.test"), emulator.api()).unwrap())
}
