use std::{
    collections::BTreeMap,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use fastrand::Rng;
use messaging_agent::{Turn, from_fn};
use messaging_core::{Clock, Messenger, message::Message};
use messaging_gateway::Gateway;
use messaging_resilience::{Policy, Quota};
use messaging_store::MemoryStore;
use messaging_testkit::toy::Toy;
use tokio::{sync::oneshot, task::JoinHandle, time::sleep};

use crate::platform::{Platform, SECRET};

/// How long nobody listens between two processes.
const GAP: Duration = Duration::from_secs(5);

/// The messages of every run.
type Memory = Arc<Mutex<BTreeMap<String, Vec<Message>>>>;

/// One process after the other, over one store.
///
/// A store in memory is gone with its process; here it stands for the disk, and everything else of the process goes.
pub(crate) struct Processes {
    pub(crate) store: MemoryStore,
    platform: Platform,
    /// What an agent that forgets nothing remembers, run by run.
    memory: Option<Memory>,
    seeds: Rng,
    current: Option<(JoinHandle<()>, oneshot::Sender<()>)>,
    pub(crate) started: u64,
}

impl Processes {
    pub(crate) fn new(store: MemoryStore, platform: Platform, remembers: bool, seed: u64) -> Self {
        let memory = remembers.then(Arc::default);
        Self { store, platform, memory, seeds: Rng::with_seed(seed), current: None, started: 0 }
    }

    pub(crate) fn start(&mut self) {
        let (dice, ids) = (Mutex::new(self.seeds.fork()), Mutex::new(self.seeds.fork()));
        let memory = self.memory.clone();
        let agent = from_fn(move |turn: Turn| {
            let time = dice.lock().unwrap_or_else(PoisonError::into_inner).u64(10..600);
            let text = turn.text();
            if let Some(memory) = &memory {
                memory.lock().unwrap_or_else(PoisonError::into_inner).insert(turn.run, turn.messages);
            }
            async move {
                // house: real time, because it is none: the clock of a day is paused
                sleep(Duration::from_millis(time)).await;
                Ok(vec![text.into()])
            }
        });
        let wall = self.platform.clone();
        let clock = Clock::new(move || wall.wall());
        let toy = Toy::new(SECRET, self.platform.api(), clock.clone());
        let quota = Quota::per_second(NonZeroU32::new(1_000).unwrap());
        let gateway = Gateway::builder(Arc::new(self.store.clone()), agent)
            .account("toy", Messenger::new(toy))
            .policy(Policy::gateway().with_seed(self.seeds.u64(..)).with_quota(quota))
            .public_url("http://gateway.test")
            .node("day")
            .clock(clock)
            .ids(move || ids.lock().unwrap_or_else(PoisonError::into_inner).u128(..))
            .build()
            .unwrap();
        self.platform.state().gateway = Some(gateway.clone());
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(async move {
            gateway.run(async { stopped.await.unwrap_or_default() }).await;
        });
        self.current = Some((running, stop));
        self.started += 1;
    }

    /// Drains the process, waits until it has ended, and starts the next one.
    pub(crate) async fn deploy(&mut self) {
        let (running, stop) = self.current.take().expect("a process");
        stop.send(()).expect("it listens");
        running.await.expect("it ends well");
        self.pass().await;
    }

    /// Ends the process in the middle of everything, and starts the next one.
    pub(crate) async fn crash(&mut self) {
        let (running, _stop) = self.current.take().expect("a process");
        running.abort();
        self.pass().await;
    }

    async fn pass(&mut self) {
        self.platform.state().gateway = None;
        sleep(GAP).await;
        self.start();
    }
}
