use std::{sync::Arc, time::Duration};

use messaging_core::{Clock, Keyword, Messenger};
use messaging_emulator::{FaultPlan, Journal, Truth};
use messaging_http::Transport;

use super::{Toy, ToyEmulator};
use crate::Pair;

/// The secret callbacks are signed with, here.
const SECRET: &str = "world";

/// Makes the toy pair of a world.
#[must_use]
pub fn toy(plan: FaultPlan, seed: u64, journal: Journal) -> Arc<dyn Pair> {
    Arc::new(ToyPair::new("toy", ToyEmulator::new(SECRET, plan, seed, journal)))
}

/// Makes a toy pair whose platform takes replies inside the answer to its webhook.
#[must_use]
pub fn inline_toy(plan: FaultPlan, seed: u64, journal: Journal) -> Arc<dyn Pair> {
    // A second less than the callbacks of the emulator may take.
    let waits = Some(Duration::from_secs(2));
    Arc::new(ToyPair { waits, ..ToyPair::new("toy", ToyEmulator::new(SECRET, plan, seed, journal)) })
}

/// Makes a toy pair whose account has a name of its own, to stand beside another.
pub fn toy_named(name: &'static str) -> impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static {
    move |plan, seed, journal| {
        let emulator = ToyEmulator::new(SECRET, plan, seed, journal).for_account(name);
        Arc::new(ToyPair::new(name, emulator))
    }
}

/// Makes a toy pair whose platform soon gives up on callbacks, and keeps records that are read after a pause.
#[must_use]
pub fn forgetful_toy(plan: FaultPlan, seed: u64, journal: Journal) -> Arc<dyn Pair> {
    let emulator = ToyEmulator::new(SECRET, plan, seed, journal).forgetful();
    Arc::new(ToyPair { records: true, ..ToyPair::new("toy", emulator) })
}

/// Makes a toy pair whose rooms belong to so many workspaces, each of them a tenant with messages of the same names.
pub fn toy_in_workspaces(
    workspaces: usize,
) -> impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static {
    move |plan, seed, journal| {
        let emulator = ToyEmulator::new(SECRET, plan, seed, journal).in_workspaces(workspaces);
        Arc::new(ToyPair { workspaces, ..ToyPair::new("toy", emulator) })
    }
}

struct ToyPair {
    name: &'static str,
    emulator: ToyEmulator,
    waits: Option<Duration>,
    records: bool,
    workspaces: usize,
}

impl ToyPair {
    fn new(name: &'static str, emulator: ToyEmulator) -> Self {
        Self { name, emulator, waits: None, records: false, workspaces: 0 }
    }
}

impl Pair for ToyPair {
    fn account(&self) -> &str {
        self.name
    }

    fn provider(&self, clock: Clock) -> Messenger {
        let mut toy = Toy::new(SECRET, self.emulator.api(), clock).in_workspaces(self.workspaces);
        if let Some(waits) = self.waits {
            toy = toy.waiting(waits);
        }
        Messenger::new(if self.records { toy.with_records() } else { toy })
    }

    fn connect(&self, gateway: Transport) {
        self.emulator.connect(gateway);
    }

    fn write(&self, conversation: usize, index: u64, text: &str) {
        self.emulator.write(&format!("c{conversation}"), index, text);
    }

    fn agree(&self, conversation: usize, keyword: Keyword, name: &str) {
        self.emulator.agree(&format!("c{conversation}"), keyword, name);
    }

    fn press_stop(&self, conversation: usize, name: &str) -> bool {
        self.emulator.press_stop(&format!("c{conversation}"), name);
        true
    }

    fn keeps_records(&self) -> bool {
        self.records
    }

    fn truth(&self) -> Truth {
        self.emulator.truth()
    }

    fn hold_back(&self) -> Duration {
        Duration::from_secs(2)
    }
}
