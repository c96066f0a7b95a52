use std::{sync::Arc, time::Duration};

use messaging::{
    Messenger, Secret,
    agent::{Agent, Hook},
    gateway::{Gateway, Running, Settings},
    store::{self, Counts, Keyring, Store},
};
use messaging_server::{
    ConsoleBuilder, ConsoleSettings, ListenerSettings, PublicSettings, Readiness, console, metrics, public,
};
use serde_json::Value;
use tokio::{task::JoinHandle, time::sleep};

use super::{Listeners, Telemetry};
use crate::{
    exit::{Exit, Failure},
    ports::Bound,
    signal::Stop,
};

/// How often the store is asked where messages are.
const MEASURED: Duration = Duration::from_secs(15);

/// What a node is made of.
pub(crate) struct Plan {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) agent: Arc<dyn Agent>,
    pub(crate) hook: Arc<dyn Hook>,
    pub(crate) accounts: Vec<(String, Messenger)>,
    /// Accounts that no series may name.
    pub(crate) unmeasured: Vec<String>,
    pub(crate) telemetry: Telemetry,
    pub(crate) settings: Settings,
    /// What encrypts the tokens of installations.
    pub(crate) keys: Option<Keyring>,
    pub(crate) listener: ListenerSettings,
    pub(crate) public_url: String,
    pub(crate) public: PublicSettings,
    /// Makes the ids of replies repeatable.
    pub(crate) seed: Option<u64>,
}

/// A gateway that listens.
pub(crate) struct Node {
    pub(crate) gateway: Gateway,
    pub(crate) listeners: Listeners,
    readiness: Readiness,
    listener: ListenerSettings,
    public_url: String,
    telemetry: Telemetry,
    running: Option<Running>,
    beside: Vec<JoinHandle<()>>,
}

impl Node {
    /// Puts the gateway together and listens for webhooks, which are stored from now on.
    pub(crate) fn open(plan: Plan, bound: Bound) -> Result<Self, Failure> {
        let builder = Gateway::builder(plan.store, plan.agent).hook(plan.hook);
        let mut builder = builder.settings(plan.settings).public_url(&plan.public_url);
        for (name, messenger) in plan.accounts {
            builder = builder.account(name, messenger);
        }
        for name in plan.unmeasured {
            builder = builder.unmeasured(name);
        }
        builder = builder.meters(plan.telemetry.meters()).spans(plan.telemetry.spans());
        if let Some(keys) = plan.keys {
            builder = builder.encryption_keys(keys);
        }
        if let Some(seed) = plan.seed {
            let rng = std::sync::Mutex::new(fastrand::Rng::with_seed(seed));
            builder = builder.ids(move || rng.lock().unwrap_or_else(std::sync::PoisonError::into_inner).u128(..));
        }
        #[cfg(feature = "fail-points")]
        let builder = builder.probe(Arc::new(crate::fail_point::armed()?));
        let gateway = builder.build()?;
        let readiness = Readiness::starting();
        let router = public(gateway.clone(), &plan.public, &readiness)?;
        let mut listeners = Listeners::new();
        listeners.open(bound, router, plan.listener.clone());
        let (listener, public_url, telemetry) = (plan.listener, plan.public_url, plan.telemetry);
        Ok(Self { gateway, listeners, readiness, listener, public_url, telemetry, running: None, beside: Vec::new() })
    }

    /// Opens the console for whoever knows `token`; `mount` adds what belongs beside it.
    pub(crate) fn open_console(
        &mut self,
        bound: Bound,
        token: Secret,
        info: Value,
        mount: impl FnOnce(ConsoleBuilder) -> ConsoleBuilder,
    ) -> Result<(), Failure> {
        let mut settings = ConsoleSettings::new(token);
        settings.connect_origins.push(messaging::PublicUrl::new(&*self.public_url).origin().to_owned());
        settings.public_url.clone_from(&self.public_url);
        settings.info = info;
        let console = console(self.gateway.clone(), settings, self.readiness.clone()).metrics(self.telemetry.page());
        let router = mount(console).build()?;
        self.listeners.open(bound, router, self.listener.clone());
        Ok(())
    }

    /// Shows the metrics, and how the accounts are, to whoever gets there.
    pub(crate) fn open_metrics(&mut self, bound: Bound) {
        let router = metrics(self.gateway.clone(), self.telemetry.page(), self.readiness.clone());
        self.listeners.open(bound, router, self.listener.clone());
    }

    /// Checks the accounts, begins to work, and says so at `/readyz`. Begins nothing if somebody wants to stop before.
    pub(crate) async fn start(&mut self, stop: &Stop) -> Result<(), Failure> {
        let start = self.gateway.start();
        let running = tokio::select! {
            biased;
            () = stop.wished() => return Ok(()),
            failure = self.listeners.failed() => return Err(failure),
            running = start => running?,
        };
        self.running = Some(running);
        self.readiness.ready();
        let gateway = self.gateway.clone();
        // For a collector, which nobody tells when to look.
        self.beside.push(tokio::spawn(async move {
            loop {
                gateway.measure().await;
                sleep(MEASURED).await;
            }
        }));
        let gateway = self.gateway.clone();
        self.beside.push(tokio::spawn(async move { gateway.watch_accounts().await }));
        Ok(())
    }

    /// Works until somebody wants to stop, then drains; returns what the store counts at the end.
    ///
    /// While it drains, `/readyz` says so and webhooks are still stored: whoever is told no may not tell it again.
    pub(crate) async fn run(mut self, stop: &Stop) -> Result<store::Result<Counts>, Failure> {
        let running = self.running.as_ref().map(Running::ended);
        let ended = async {
            match running {
                Some(ended) => ended.await,
                None => std::future::pending().await,
            }
        };
        let failed = tokio::select! {
            biased;
            () = stop.wished() => None,
            failure = self.listeners.failed() => Some(failure),
            () = ended => Some(gone()),
        };
        tracing::info!("draining: nothing more is begun, what is under way ends; Ctrl-C again ends at once");
        self.readiness.drain();
        if let Some(running) = self.running.take() {
            running.drain().await;
        }
        self.listeners.close().await;
        for task in self.beside.drain(..) {
            task.abort();
        }
        self.gateway.measure().await;
        let counts = self.gateway.counts().await;
        self.telemetry.end().await;
        failed.map_or(Ok(counts), Err)
    }
}

/// The gateway ended by itself; what it said about it is in the log.
fn gone() -> Failure {
    Failure::new(Exit::Failed, "the gateway has ended by itself")
        .because("its store cannot go on, or another process of the same name has taken over")
        .next("look at the lines above, then start it again; what was acknowledged is kept")
}
