//! A whole world in one thread under a paused clock: people, a provider, nodes, a disk, and everything that can go wrong.
//!
//! One seed decides everything, so the same seed is the same world, line by line of its journal. What is lost, doubled or
//! out of order is computed from what the emulator's people saw, never from the gateway's own records.
//!
//! An agent of your own, in a world where everything fails:
//!
//! ```
//! use messaging_agent::{Turn, from_fn};
//! use messaging_testkit::{Faults, World};
//!
//! let agent = from_fn(|turn: Turn| async move { Ok(vec![format!("You said: {}", turn.text()).into()]) });
//! let world = World::seed(7).agent(agent).words(|_, index| format!("How are you, for the {index}th time?"));
//! world.faults(Faults::everything()).run().assert_nothing_lost();
//! ```

mod agent;
mod body;
mod chaos;
mod check;
mod cluster;
mod consent;
mod erasures;
mod front;
mod presses;
mod redrive;
mod report;
mod signed;
mod stage;
mod text;

use std::{
    fmt,
    sync::{Arc, PoisonError},
    time::Duration,
};

use messaging_agent::Agent;
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

use agent::Watched;
use check::Promised;
use cluster::Cluster;
use stage::Stage;

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
    further: Vec<MakePair>,
    agent: Option<Arc<dyn Agent>>,
    words: Arc<dyn Fn(usize, u64) -> String + Send + Sync>,
    faults: Faults,
    messages: u64,
    nodes: usize,
    conversations: usize,
    stops: usize,
    erasures: usize,
    presses: usize,
    redrives: bool,
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
        settings.turns.crashes = 50;
        Self {
            seed,
            pair: Arc::new(toy::toy),
            further: Vec::new(),
            agent: None,
            words: Arc::new(|_, _| String::new()),
            faults: Faults::default(),
            messages: 16,
            nodes: 3,
            conversations: 4,
            stops: 0,
            erasures: 0,
            presses: 0,
            redrives: false,
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

    /// Another account in the same gateway, with an emulator of its own and another name. Conversations are dealt out
    /// among the pairs; what is shown in another's place is found as misplaced.
    #[must_use]
    pub fn also(mut self, pair: impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static) -> Self {
        self.further.push(Arc::new(pair));
        self
    }

    /// Who answers, in place of an agent that says what it heard.
    ///
    /// It is asked as in a gateway: again after a crash, with [`AgentFaults`] before its answers. The world's own marks
    /// are kept from it, and a mark is put under each of its messages, so that the checker can tell from people's screens
    /// what was answered. Whatever it answered in one of its tries must be there, all of it and once; if it chose to be
    /// silent in one of them, silence will do. Give it no time and no randomness but tokio's clock and this seed, or the
    /// same seed is not the same world.
    #[must_use]
    pub fn agent(mut self, agent: impl Agent) -> Self {
        self.agent = Some(Arc::new(agent));
        self
    }

    /// What people say, by the number of the conversation and of the message in it; nothing but a mark unless told
    /// otherwise.
    #[must_use]
    pub fn words(mut self, words: impl Fn(usize, u64) -> String + Send + Sync + 'static) -> Self {
        self.words = Arc::new(words);
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

    /// In how many conversations people write.
    #[must_use]
    pub fn conversations(mut self, conversations: usize) -> Self {
        self.conversations = conversations;
        self
    }

    /// In how many conversations somebody says STOP at some moment, and START after everything else. The pair must be
    /// able to.
    #[must_use]
    pub fn stops(mut self, stops: usize) -> Self {
        self.stops = stops;
        self
    }

    /// How often somebody presses stop, somewhere at some moment. The pair must have such a button.
    #[must_use]
    pub fn presses(mut self, presses: usize) -> Self {
        self.presses = presses;
        self
    }

    /// Has a person let go again whatever is dead, every 20 s.
    #[must_use]
    pub fn redrives(mut self) -> Self {
        self.redrives = true;
        self
    }

    /// How many conversations are erased once everything has ended, and then told once more.
    #[must_use]
    pub fn erasures(mut self, erasures: usize) -> Self {
        self.erasures = erasures;
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
        let model = DiskModel { hold_back: self.settings.turns.gap(), ..self.disk };
        let disk = Disk::new(model, Clock::new(move || wall.wall()));
        let mut pairs = vec![(self.pair)(self.faults.provider, dice.u64(..), journal.clone())];
        let agent = Watched::new(self.agent.clone(), self.faults.agent, dice.u64(..), journal.clone());
        let seed = dice.u64(..);
        for pair in &self.further {
            pairs.push(pair(self.faults.provider, dice.u64(..), journal.clone()));
        }
        let stage = Stage::new(pairs);
        let cluster = Cluster::new(&self, disk.clone(), stage.clone(), agent.clone(), journal.clone(), seed);
        stage.connect(&cluster.door());
        stage.connect_fronts(|pair| front::front(&cluster, pair));
        cluster.start();
        tokio::spawn(chaos::unleash(self.faults.chaos, Arc::clone(&cluster), dice.fork()));
        let late = redrive::Late::default();
        if self.redrives {
            tokio::spawn(redrive::redrive(disk.clone(), journal.clone(), Arc::clone(&late)));
        }

        let mut counters = vec![0; self.conversations.max(1)];
        let mut stops = consent::Stops::new(self.stops.min(counters.len()), self.messages, seed);
        let mut presses = presses::Presses::new(self.presses, counters.len(), self.messages, seed);
        for number in 0..self.messages {
            stops.say_stop(number, &stage);
            presses.press(number, &stage, journal.now());
            // Now a rush, now a pause, so that turns pile up and lanes run dry.
            let pause = if dice.u8(..4) == 0 { dice.u64(1_000..12_000) } else { dice.u64(0..400) };
            sleep(Duration::from_millis(pause)).await;
            let chosen = dice.usize(..counters.len());
            if let Some(index) = counters.get_mut(chosen) {
                let said = format!("{} {}", text::write(chosen, *index), (self.words)(chosen, *index));
                stage.write(chosen, *index, said.trim_end());
                *index += 1;
            }
        }

        stops.say_start(&stage, &disk, &mut counters).await;
        let mut still = 0;
        // Long enough for everything late to have come out, and for the records to have been read.
        let records = (0..counters.len()).any(|conversation| stage.keeps_records(conversation));
        let quiet = if records { 90 + self.settings.catch_up.every.as_secs() } else { 90 };
        for _ in 0..3_600 {
            sleep(Duration::from_secs(1)).await;
            // While a node is frozen, whoever reads from it has not heard the last word.
            let idle = !stage.is_open() && !cluster.is_frozen() && journal.now() > self.faults.chaos.until;
            let counts = disk.open().counts().await.unwrap_or_default();
            still = if idle && counts.in_flight == 0 { still + 1 } else { 0 };
            if still > quiet {
                break;
            }
        }
        let resurrected = erasures::erase(&disk, self.erasures).await;
        let store = disk.open();
        let shelved = [Shelf::Dead, Shelf::Unknown];
        let mut on_shelves = 0;
        for shelf in shelved {
            on_shelves += store.shelved(shelf, 1_000).await.unwrap_or_default().len();
        }
        let counts = store.counts().await.unwrap_or_default();
        let truth = stage.truth();
        let unacknowledged = truth.written.values().filter(|written| written.acknowledged.is_none()).count();
        let late = late.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let people = check::People { stops: &stops, presses: &presses, late };
        let notes = agent.notes();
        let mut found = check::check(&truth, &notes, &stage, &people, self.promised());
        found.resurrected = resurrected;
        found.mischarged = check::mischarged(&truth, &store.spent(Day(0)).await.unwrap_or_default());
        stage.disconnect();
        Report {
            seed: self.seed,
            found,
            counts,
            unacknowledged,
            shelved: on_shelves,
            at_once: check::most_at_once(&notes.spans),
            stuck: still <= quiet,
            presses: presses.count(),
            journal,
            deaths: cluster.deaths(),
        }
    }
}

impl World {
    /// What the settings promise.
    fn promised(&self) -> Promised {
        let turns = &self.settings.turns;
        let (policy, drains) = (turns.policy, self.faults.chaos.drains);
        let is_kept = drains == 0 && matches!(policy, TurnPolicy::Queue | TurnPolicy::Concurrent);
        let beside = policy == TurnPolicy::Concurrent;
        Promised { turns: if beside { turns.concurrent.unwrap_or(8) } else { 1 }, in_order: !beside, is_kept }
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").field("seed", &self.seed).field("faults", &self.faults).finish_non_exhaustive()
    }
}
