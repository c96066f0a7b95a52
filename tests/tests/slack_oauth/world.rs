use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering},
    },
    time::{Duration, UNIX_EPOCH},
};

use bytes::Bytes;
use http::{Request, Response, header};
use messaging_agent::EchoPlus;
use messaging_core::{Clock, Messenger, Secrets, UnixMillis, capability::InstallationStore};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings, slack::SlackConsent, slack::SlackTeam};
use messaging_gateway::{Gateway, Running, Settings};
use messaging_http::{Transport, TransportError};
use messaging_slack::{Slack, SlackConfig, Tenants};
use messaging_store::{Counts, Keyring, Lane, Shelf, SqliteOptions, SqliteStore, Store, Vault};
use serde_json::Value;
use tokio::time::advance;

use crate::still::Still;

pub(crate) const KEY: &str = "0001020304050607080900010203040506070809000102030405060708090001";
/// The organization, where there is one.
pub(crate) const ORGANIZATION: &str = "E0ACME0001";
const ACCOUNT: &str = "slack";

/// What leaves for Slack, and what is in its way.
#[derive(Default)]
pub(crate) struct Wire {
    /// Method, token and body of every call.
    calls: Mutex<Vec<(String, String, String)>>,
    /// Posts vanish: nobody knows whether they were carried.
    pub(crate) loses_posts: AtomicBool,
    /// Tokens cannot be renewed.
    pub(crate) refuses_tokens: AtomicBool,
    /// Nothing can be looked up.
    pub(crate) is_blind: AtomicBool,
}

impl Wire {
    /// The bodies of the calls of a method, each with its token.
    pub(crate) fn calls(&self, method: &str) -> Vec<(String, String)> {
        let calls = self.calls.lock().unwrap();
        let of = calls.iter().filter(|(name, ..)| name == method);
        of.map(|(_, token, body)| (token.clone(), body.clone())).collect()
    }

    /// How often tokens were renewed.
    pub(crate) fn refreshes(&self) -> usize {
        let all = self.calls("oauth.v2.access");
        all.iter().filter(|(_, body)| body.contains("grant_type=refresh_token")).count()
    }

    fn stops(&self, method: &str) -> Option<TransportError> {
        match method {
            "chat.postMessage" if self.loses_posts.load(Ordering::Relaxed) => Some(TransportError::maybe_sent("reset")),
            "oauth.v2.access" if self.refuses_tokens.load(Ordering::Relaxed) => {
                Some(TransportError::not_sent("no way out"))
            }
            "conversations.history" | "conversations.replies" if self.is_blind.load(Ordering::Relaxed) => {
                Some(TransportError::not_sent("no way out"))
            }
            _ => None,
        }
    }
}

/// A Slack with two workspaces that have not installed the app, and a file that outlives gateways.
pub(crate) struct World {
    pub(crate) slack: SlackEmulator,
    pub(crate) teams: [SlackTeam; 2],
    pub(crate) wire: Arc<Wire>,
    /// Types of the events that Slack has told, in order.
    pub(crate) told: Arc<Mutex<Vec<String>>>,
    clock: Clock,
    journal: Journal,
    millis: Arc<AtomicU64>,
    folder: PathBuf,
    _still: Still,
}

/// A gateway at work, and its store.
pub(crate) struct Works {
    pub(crate) running: Running,
    pub(crate) store: Arc<SqliteStore>,
}

impl World {
    pub(crate) fn new(seed: u64, rotates: bool) -> Self {
        Self::with(seed, rotates, |teams| teams)
    }

    /// The same, with both workspaces in one organization.
    pub(crate) fn of_organization(seed: u64, rotates: bool) -> Self {
        Self::with(seed, rotates, |[mut first, second]| {
            first.enterprise_id = Some(ORGANIZATION.to_owned());
            let second = second.beside(&first, ORGANIZATION);
            [first, second]
        })
    }

    fn with(seed: u64, rotates: bool, change: impl FnOnce([SlackTeam; 2]) -> [SlackTeam; 2]) -> Self {
        static WORLDS: AtomicU32 = AtomicU32::new(0);
        println!("seed {seed}");
        let name = format!("oauth-{}-{}", std::process::id(), WORLDS.fetch_add(1, Ordering::Relaxed));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let teams = change([1, 2].map(|team| {
            let mut team = SlackTeam::generated(seed * 10 + team, 3);
            team.bot_token = None;
            team
        }));
        let mut settings = SlackSettings::generated(seed);
        settings.base_url = "http://slack.test".into();
        settings.events_url = Some("http://gateway.test/webhooks/slack".into());
        settings.app.rotates_tokens = rotates;
        settings.teams = teams.to_vec();
        let journal = Journal::new();
        let slack = SlackEmulator::new(settings, FaultPlan::default(), seed, journal.clone());
        // The store reads the time on a thread of its own, where tokio's clock is another one.
        let millis = Arc::new(AtomicU64::new(millis(&journal)));
        let now = Arc::clone(&millis);
        let clock = Clock::new(move || UNIX_EPOCH + Duration::from_millis(now.load(Ordering::Relaxed)));
        let (wire, told) = (Arc::default(), Arc::default());
        Self { slack, teams, wire, told, clock, journal, millis, folder, _still: Still::stand() }
    }

    /// Starts a gateway that Slack can reach, over the same file.
    pub(crate) async fn start(&self, key: &str) -> Works {
        let options = SqliteOptions { clock: self.clock.clone(), ..SqliteOptions::default() };
        let store = Arc::new(SqliteStore::open(self.folder.join("messaging.db"), options).unwrap());
        let (wire, api) = (Arc::clone(&self.wire), self.slack.api());
        let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let method = request.uri().path().trim_start_matches("/api/").to_owned();
            let token = request.headers().get(header::AUTHORIZATION).map(|value| value.to_str().unwrap().to_owned());
            let body = String::from_utf8_lossy(request.body()).into_owned();
            wire.calls.lock().unwrap().push((method.clone(), token.unwrap_or_default(), body));
            let (stopped, api) = (wire.stops(&method), api.clone());
            async move {
                if let Some(error) = stopped { Err(error) } else { tower::ServiceExt::oneshot(api, request).await }
            }
        }));
        let app = &self.slack.settings().app;
        let secret = &self.slack.settings().signing_secret;
        let config = SlackConfig::installable(&app.client_id, &app.client_secret, secret);
        let config = config.with_base_url("http://slack.test").owned_by(Tenants::Workspace);
        let mut settings = Settings::default();
        settings.catch_up.every = Duration::ZERO;
        let gateway = Gateway::builder(Arc::clone(&store) as _, EchoPlus)
            .account(ACCOUNT, Messenger::new(Slack::new(config, transport).unwrap()))
            .public_url("http://gateway.test")
            .encryption_keys(Keyring::read(&Secrets::from(key)).unwrap())
            .settings(settings)
            .clock(self.clock.clone())
            .build()
            .unwrap();
        let (ingress, told) = (gateway.clone(), Arc::clone(&self.told));
        self.slack.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let (ingress, told) = (ingress.clone(), Arc::clone(&told));
            async move {
                let event = serde_json::from_slice::<Value>(request.body()).unwrap_or_default();
                told.lock().unwrap().push(event["event"]["type"].as_str().unwrap_or_default().to_owned());
                Ok(ingress.receive(ACCOUNT, "", &request).await)
            }
        })));
        let running = self.drive(&store, gateway.start()).await.unwrap();
        Works { running, store }
    }

    /// Ends a gateway, and lets go of its file.
    pub(crate) async fn stop(&self, works: Works) {
        self.slack.connect(Transport::new(tower::service_fn(|_: Request<Bytes>| async {
            Err::<Response<Bytes>, _>(TransportError::not_sent("nobody listens"))
        })));
        let Works { running, store } = works;
        self.drive(&store, running.drain()).await;
        // A request that was under way holds on to the file until it is answered.
        self.drive(&store, async {
            while Arc::strong_count(&store) > 1 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        assert!(store.counts().await.unwrap().balance());
    }

    /// Lets time pass until something is done.
    async fn drive<T>(&self, store: &SqliteStore, work: impl Future<Output = T>) -> T {
        let mut work = std::pin::pin!(work);
        for _ in 0..4_000 {
            tokio::select! {
                biased;
                done = &mut work => return done,
                () = settle(store) => {}
            }
            self.advance(Duration::from_millis(25)).await;
        }
        panic!("it does not end");
    }

    /// Moves every clock on.
    pub(crate) async fn advance(&self, time: Duration) {
        advance(time).await;
        self.millis.store(millis(&self.journal), Ordering::Relaxed);
    }

    /// Lets everything happen that happens by itself, for so long.
    pub(crate) async fn pass(&self, works: &Works, time: Duration) {
        let mut left = time;
        while !left.is_zero() {
            let step = left.min(Duration::from_secs(1));
            settle(&works.store).await;
            self.advance(step).await;
            left -= step;
        }
        settle(&works.store).await;
    }

    /// Lets time pass until something holds.
    pub(crate) async fn until(&self, works: &Works, what: &str, holds: impl Fn() -> bool) {
        for _ in 0..400 {
            if holds() {
                return;
            }
            settle(&works.store).await;
            self.advance(Duration::from_millis(50)).await;
        }
        panic!("{what} does not hold: {:?}", self.wire.calls.lock().unwrap());
    }

    pub(crate) fn write(&self, team: usize, channel: usize, text: &str) {
        let team = &self.teams[team];
        self.slack.write(&team.users[0].0, &team.channels[channel].0, &format!("@bot {text}"), None).unwrap();
    }

    /// What the app has answered in a workspace, in the order in which people saw it.
    pub(crate) fn answers(&self, team: usize) -> Vec<String> {
        let shown = self.slack.truth().shown;
        let ours = shown.iter().filter(|shown| shown.from_app);
        let here = ours.filter(|shown| self.teams[team].channels.iter().any(|(id, _)| *id == shown.place));
        let text = |text: &str| text.strip_prefix("You said: ")?.strip_suffix(" (slack)").map(str::to_owned);
        here.filter_map(|shown| text(&shown.text)).collect()
    }

    /// Opens an address of ours in a browser, and waits for the page.
    pub(crate) async fn open(&self, works: &Works, url: &str, cookie: Option<&str>) -> Response<Bytes> {
        self.drive(&works.store, works.open(url, cookie)).await
    }

    /// Has somebody install the app: the link, Slack's page, and back.
    pub(crate) async fn install(&self, works: &Works, team: usize) -> Response<Bytes> {
        self.agree(works, SlackConsent::allow(&self.teams[team].team_id)).await
    }

    /// Has somebody install the app in their whole organization.
    pub(crate) async fn install_everywhere(&self, works: &Works, team: usize) -> Response<Bytes> {
        self.agree(works, SlackConsent::allow(&self.teams[team].team_id).for_organization()).await
    }

    async fn agree(&self, works: &Works, consent: SlackConsent) -> Response<Bytes> {
        let (link, cookie) = works.begin().await;
        let back = self.slack.authorize(&link, &consent).unwrap();
        self.drive(&works.store, works.open(&back, Some(&cookie))).await
    }
}

/// Waits for what is under way, without letting time pass: every round goes through the disk's queue.
async fn settle(store: &SqliteStore) {
    for _ in 0..2 {
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
        store.counts().await.unwrap();
    }
}

fn millis(journal: &Journal) -> u64 {
    u64::try_from(journal.wall().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

impl Drop for World {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Works {
    fn gateway(&self) -> &Gateway {
        self.running.gateway()
    }

    /// Opens an address of ours in a browser.
    async fn open(&self, url: &str, cookie: Option<&str>) -> Response<Bytes> {
        let name = url.strip_prefix("http://gateway.test/slack/").expect("an address of ours");
        let name = name.split_once('?').map_or(name, |(name, _)| name).to_owned();
        let mut request = Request::get(url);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.gateway().endpoint(ACCOUNT, &name, request.body(Bytes::new()).unwrap()).await.expect("an endpoint")
    }

    /// Begins an install; returns the link to Slack's page, and the browser's cookie.
    pub(crate) async fn begin(&self) -> (String, String) {
        let response = self.open("http://gateway.test/slack/install", None).await;
        assert_eq!(response.status(), 302);
        let text = |name| response.headers()[name].to_str().unwrap().to_owned();
        let cookie = text(header::SET_COOKIE);
        (text(header::LOCATION), cookie.split_once(';').unwrap().0.to_owned())
    }

    /// The token of a workspace, if the app is installed there.
    pub(crate) async fn token(&self, team: &SlackTeam) -> Option<String> {
        self.kept(None, Some(&team.team_id)).await
    }

    /// The token of the organization, if it has installed the app.
    pub(crate) async fn organizations_token(&self) -> Option<String> {
        self.kept(Some(ORGANIZATION), None).await
    }

    async fn kept(&self, enterprise: Option<&str>, team: Option<&str>) -> Option<String> {
        let keys = Keyring::read(&Secrets::from(KEY)).unwrap();
        let vault = Vault::new(Arc::clone(&self.store) as _, ACCOUNT, keys);
        let installed = vault.find(enterprise, team).await.unwrap()?;
        assert_eq!(Some(&*installed.tenant), team.or(enterprise));
        let credentials: Value = serde_json::from_str(installed.credentials.expose()).unwrap();
        Some(credentials["access"].as_str().unwrap().to_owned())
    }

    /// How many workspaces have installed the app.
    pub(crate) async fn installations(&self) -> usize {
        self.store.installations().list(ACCOUNT, 100).await.unwrap().len()
    }

    /// The lanes in which people were heard.
    pub(crate) async fn lanes(&self) -> Vec<Lane> {
        let known = self.store.known(ACCOUNT, UnixMillis(0), 100).await.unwrap();
        known.into_iter().map(|known| known.lane).collect()
    }

    /// Why sends have died.
    pub(crate) async fn dead(&self) -> Vec<String> {
        let shelved = self.store.shelved(Shelf::Dead, 100).await.unwrap();
        shelved.into_iter().map(|thing| thing.reason).collect()
    }

    pub(crate) async fn counts(&self) -> Counts {
        let counts = self.store.counts().await.unwrap();
        assert!(counts.balance(), "{counts:?}");
        counts
    }
}
