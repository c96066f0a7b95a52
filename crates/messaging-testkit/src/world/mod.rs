//! A whole world in one thread under a paused clock: people, a provider, nodes, a disk, and everything that can go wrong.

mod agent;
mod body;
mod chaos;
mod check;
mod cluster;
mod consent;
mod report;
mod text;

use std::{fmt, sync::Arc, time::Duration};

use messaging_core::Clock;
use messaging_emulator::{FaultPlan, Journal};
use messaging_gateway::{Settings, TurnPolicy};
use messaging_store::{Day, Shelf, Store};
use tokio::time::sleep;

use crate::{Disk, DiskModel, MakePair, Pair, Sabotage, toy};

pub use agent::AgentFaults;
pub use chaos::Chaos;
pub use check::Found;
pub use report::Report;

use cluster::Cluster;

/// Everything that may go wrong.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    /// On the provider's side.
    pub provider: FaultPlan,
    /// In the processes.
    pub chaos: Chaos,
    /// In the agent.
    pub agent: AgentFaults,
}

impl Faults {
    /// Everything at once.
    #[must_use]
    pub fn everything() -> Self {
        Self { provider: FaultPlan::everything(), chaos: Chaos::everything(), agent: AgentFaults::everything() }
    }
}

/// A world to be run. Same numbers, same world.
#[derive(Clone)]
pub struct World {
    seed: u64,
    pair: MakePair,
    faults: Faults,
    messages: u64,
    nodes: usize,
    conversations: usize,
    stops: usize,
    disk: DiskModel,
    settings: Settings,
}

impl World {
    /// A world without faults over the toy pair: three nodes, four conversations, sixteen messages.
    #[must_use]
    pub fn seed(seed: u64) -> Self {
        let mut settings = Settings::default();
        // Many processes die here, and it is never the event's fault.
        settings.turns.tries = 50;
        Self {
            seed,
            pair: Arc::new(toy::toy),
            faults: Faults::default(),
            messages: 16,
            nodes: 3,
            conversations: 4,
            stops: 0,
            disk: DiskModel::default(),
            settings,
        }
    }

    /// Which provider, and which emulator. The toy pair unless told otherwise.
    #[must_use]
    pub fn pair(mut self, pair: impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static) -> Self {
        self.pair = Arc::new(pair);
        self
    }

    /// What goes wrong.
    #[must_use]
    pub fn faults(mut self, faults: Faults) -> Self {
        self.faults = faults;
        self
    }

    /// How many messages people write.
    #[must_use]
    pub fn messages(mut self, messages: u64) -> Self {
        self.messages = messages;
        self
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(mut self, nodes: usize) -> Self {
        self.nodes = nodes;
        self
    }

    /// In how many conversations somebody says STOP at some moment, and START after everything else. The pair must be
    /// able to.
    #[must_use]
    pub fn stops(mut self, stops: usize) -> Self {
        self.stops = stops;
        self
    }

    /// When people write faster than the agent answers.
    #[must_use]
    pub fn policy(mut self, policy: TurnPolicy) -> Self {
        self.settings.turns.policy = policy;
        self
    }

    /// Breaks the store on purpose.
    #[must_use]
    pub fn sabotage(mut self, sabotage: Sabotage) -> Self {
        self.disk.sabotage = sabotage;
        self
    }

    /// Changes the gateways' settings.
    #[must_use]
    pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// Lets it all happen.
    ///
    /// # Panics
    /// No runtime can be built.
    #[must_use]
    #[allow(clippy::expect_used, reason = "a world without a runtime cannot be told from a broken promise")]
    pub fn run(self) -> Report {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        runtime.expect("a runtime").block_on(self.live())
    }

    async fn live(self) -> Report {
        let mut dice = fastrand::Rng::with_seed(self.seed);
        let journal = Journal::new();
        let wall = journal.clone();
        let disk = Disk::new(self.disk, Clock::new(move || wall.wall()));
        let pair = (self.pair)(self.faults.provider, dice.u64(..), journal.clone());
        let agent = agent::EchoAgent::new(self.faults.agent, dice.u64(..), journal.clone());
        let seed = dice.u64(..);
        let cluster = Cluster::new(&self, disk.clone(), Arc::clone(&pair), agent.clone(), journal.clone(), seed);
        pair.connect(cluster.door());
        cluster.start();
        tokio::spawn(chaos::unleash(self.faults.chaos, Arc::clone(&cluster), dice.fork()));

        let mut counters = vec![0; self.conversations.max(1)];
        let mut stops = consent::Stops::new(self.stops.min(counters.len()), self.messages, seed);
        for number in 0..self.messages {
            stops.say_stop(number, &*pair);
            // Now a rush, now a pause, so that turns pile up and lanes run dry.
            let pause = if dice.u8(..4) == 0 { dice.u64(1_000..12_000) } else { dice.u64(0..400) };
            sleep(Duration::from_millis(pause)).await;
            let chosen = dice.usize(..counters.len());
            if let Some(index) = counters.get_mut(chosen) {
                pair.write(chosen, *index, &text::write(chosen, *index));
                *index += 1;
            }
        }

        stops.say_start(&*pair, &disk, &mut counters).await;
        let mut still = 0;
        for _ in 0..3_600 {
            sleep(Duration::from_secs(1)).await;
            let idle = pair.truth().open == 0 && journal.now() > self.faults.chaos.until;
            let counts = disk.open().counts().await.unwrap_or_default();
            still = if idle && counts.in_flight == 0 { still + 1 } else { 0 };
            if still > 90 {
                // Long enough for everything late to have come out.
                break;
            }
        }
        let store = disk.open();
        let shelved = [Shelf::Dead, Shelf::Unknown];
        let mut on_shelves = 0;
        for shelf in shelved {
            on_shelves += store.shelved(shelf, 1_000).await.unwrap_or_default().len();
        }
        let counts = store.counts().await.unwrap_or_default();
        let truth = pair.truth();
        let unacknowledged = truth.written.values().filter(|written| written.acknowledged.is_none()).count();
        let mut found = check::check(&truth, &agent.spans(), pair.hold_back(), &stops);
        found.mischarged = check::mischarged(&truth, &store.spent(Day(0)).await.unwrap_or_default());
        Report {
            seed: self.seed,
            found,
            counts,
            unacknowledged,
            shelved: on_shelves,
            stuck: still <= 90,
            journal,
            deaths: cluster.deaths(),
        }
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").field("seed", &self.seed).field("faults", &self.faults).finish_non_exhaustive()
    }
}
