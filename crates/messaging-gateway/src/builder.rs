use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::{Arc, Mutex, PoisonError, atomic::AtomicUsize},
};

use messaging_agent::{Agent, Hook};
use messaging_core::{Clock, Error, ErrorKind, Messenger, PublicUrl, Result, place::is_name, setting::did_you_mean};
use messaging_resilience::{Policy, standard_measured};
use messaging_store::{Inbox, Keyring, Store};
use messaging_telemetry::{AccountMeters, Meters, Spans};
use tokio::sync::{Notify, OnceCell, broadcast};

use crate::{
    Gateway, Probe, Settings,
    account::Account,
    budget::Budget,
    following::Tracing,
    gateway::{Ids, Parts},
    media_key::MediaKey,
    shed::Room,
    stops::Stops,
    waiters::Waiters,
};

/// Most hops that wait for a slow watcher; it misses the oldest ones then.
const HOPS: usize = 1_024;

/// Most pieces of answers that wait for a slow reader; it misses the oldest ones then.
const DELTAS: usize = 1_024;

/// Most announcements that wait for a slow reader of a conversation; it reads the store once more then.
const NEWS: usize = 1_024;

/// Puts a [`Gateway`] together.
#[must_use = "a builder does nothing until it is built"]
pub struct GatewayBuilder {
    store: Arc<dyn Store>,
    agent: Arc<dyn Agent>,
    hook: Arc<dyn Hook>,
    accounts: Vec<(String, Messenger)>,
    settings: Settings,
    policy: Policy,
    public_url: String,
    node: String,
    clock: Clock,
    ids: Option<Ids>,
    probe: Arc<dyn Probe>,
    keys: Option<Keyring>,
    meters: Meters,
    spans: Spans,
    unmeasured: BTreeSet<String>,
}

impl Gateway {
    /// Begins a gateway over a store and an agent.
    pub fn builder(store: Arc<dyn Store>, agent: impl Agent) -> GatewayBuilder {
        GatewayBuilder::new(store, Arc::new(agent))
    }
}

impl GatewayBuilder {
    fn new(store: Arc<dyn Store>, agent: Arc<dyn Agent>) -> Self {
        Self {
            store,
            agent,
            hook: Arc::new(()),
            accounts: Vec::new(),
            settings: Settings::default(),
            policy: Policy::gateway(),
            public_url: "http://127.0.0.1:7400".into(),
            node: "node".into(),
            clock: Clock::system(),
            ids: None,
            probe: Arc::new(()),
            keys: None,
            meters: Meters::default(),
            spans: Spans::default(),
            unmeasured: BTreeSet::new(),
        }
    }

    /// Asks `hook` what platforms ask before they act; without one everything passes.
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.hook = Arc::new(hook);
        self
    }

    /// Adds an account: a provider under a name, wrapped in the standard stack of layers.
    pub fn account(mut self, name: impl Into<String>, messenger: Messenger) -> Self {
        self.accounts.push((name.into(), messenger));
        self
    }

    /// Sets the numbers.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Sets the numbers of every account's stack; [`Policy::gateway`] unless told otherwise.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Sets the URL that platforms call, without `/webhooks`: `https://bot.example.com`.
    pub fn public_url(mut self, url: impl Into<String>) -> Self {
        self.public_url = url.into();
        self
    }

    /// Names this node; two nodes that share a store need two names. `node` unless told otherwise.
    pub fn node(mut self, name: impl Into<String>) -> Self {
        self.node = name.into();
        self
    }

    /// Replaces the wall clock.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Replaces the source of intent ids, which must never give the same 128 bits twice.
    pub fn ids(mut self, ids: impl Fn() -> u128 + Send + Sync + 'static) -> Self {
        self.ids = Some(Arc::new(ids));
        self
    }

    /// Is told when the gateway passes a [`Point`](crate::Point).
    pub fn probe(mut self, probe: Arc<dyn Probe>) -> Self {
        self.probe = probe;
        self
    }

    /// Encrypts the tokens of installations; needed where an account can be installed in many workspaces.
    pub fn encryption_keys(mut self, keys: Keyring) -> Self {
        self.keys = Some(keys);
        self
    }

    /// Measures what is done; nothing is measured otherwise.
    pub fn meters(mut self, meters: Meters) -> Self {
        self.meters = meters;
        self
    }

    /// Tells where spans go; nobody collects them otherwise, and what the store keeps of each message is all there is.
    pub fn spans(mut self, spans: Spans) -> Self {
        self.spans = spans;
        self
    }

    /// Keeps an account out of the metrics: no series carries its name.
    pub fn unmeasured(mut self, account: impl Into<String>) -> Self {
        self.unmeasured.insert(account.into());
        self
    }

    /// Checks everything and puts it together. No network, no store access.
    ///
    /// # Errors
    /// [`ErrorKind::Config`]: an account name is unusable or taken, an account needs an encryption key and there is none,
    /// or the numbers break a promise.
    pub fn build(self) -> Result<Gateway> {
        self.settings.check()?;
        let public_url = PublicUrl::new(self.public_url.trim_end_matches('/'));
        let mut accounts = BTreeMap::new();
        for (name, messenger) in self.accounts {
            if !is_name(&name) {
                let message =
                    format!("`{name}` cannot name an account: use a-z, 0-9, `_` and `-`, at most 64 characters");
                return Err(Error::new(ErrorKind::Config, message));
            }
            let system = messenger.provider().descriptor().name;
            let measured = !self.unmeasured.contains(&name);
            let meters = if measured { self.meters.account(&name, system) } else { AccountMeters::default() };
            let messenger = standard_measured(messenger, &self.policy, &meters);
            let account = Account::new(&name, messenger, &public_url, meters);
            account.attach(&self.store, self.keys.as_ref(), &public_url, &self.clock)?;
            if accounts.insert(name.clone(), account).is_some() {
                return Err(Error::new(ErrorKind::Config, format!("two accounts are named `{name}`")));
            }
        }
        let ids = match self.ids {
            Some(ids) => ids,
            None => random()?,
        };
        let since = self.clock.millis();
        Ok(Gateway {
            parts: Arc::new(Parts {
                inbox: Inbox::new(Arc::clone(&self.store)),
                store: self.store,
                agent: self.agent,
                hook: self.hook,
                waiters: Waiters::default(),
                stops: Stops::default(),
                accounts,
                room: Room::new(self.settings.limits.accepting),
                settings: self.settings,
                public_url,
                node: self.node.into(),
                life: OnceCell::new(),
                clock: self.clock,
                ids,
                probe: self.probe,
                bells: [Notify::new(), Notify::new()],
                news: broadcast::Sender::new(NEWS),
                hops: broadcast::Sender::new(HOPS),
                deltas: broadcast::Sender::new(DELTAS),
                budget: Budget::default(),
                accepting: AtomicUsize::new(0),
                catching_up: tokio::sync::Mutex::new(()),
                media_key: MediaKey::fresh()?,
                meters: self.meters,
                tracing: Tracing::new(self.spans, since),
            }),
        })
    }
}

/// Unpredictable enough to be unique; nothing trusts an intent id for anything else.
fn random() -> Result<Ids> {
    let mut seed = [0; 8];
    getrandom::fill(&mut seed)
        .map_err(|cause| Error::new(ErrorKind::Config, format!("the system has no randomness: {cause}")))?;
    let rng = Mutex::new(fastrand::Rng::with_seed(u64::from_le_bytes(seed)));
    Ok(Arc::new(move || rng.lock().unwrap_or_else(PoisonError::into_inner).u128(..)))
}

/// Says that `account` is not configured, and what is.
pub(crate) fn no_account<'a>(account: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    let list = known.clone().collect::<Vec<_>>().join(", ");
    let hint = did_you_mean(account, known);
    let hint = if hint.is_empty() { "." } else { &hint };
    format!("no account is named `{account}`{hint} Configured: [{list}]")
}

impl fmt::Debug for GatewayBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayBuilder").field("settings", &self.settings).finish_non_exhaustive()
    }
}
