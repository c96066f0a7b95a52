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
    Arc::new(ToyPair { name: "toy", emulator: ToyEmulator::new(SECRET, plan, seed, journal), waits: None })
}

/// Makes a toy pair whose platform takes replies inside the answer to its webhook.
#[must_use]
pub fn inline_toy(plan: FaultPlan, seed: u64, journal: Journal) -> Arc<dyn Pair> {
    // A second less than the callbacks of the emulator may take.
    let waits = Some(Duration::from_secs(2));
    Arc::new(ToyPair { name: "toy", emulator: ToyEmulator::new(SECRET, plan, seed, journal), waits })
}

/// Makes a toy pair whose account has a name of its own, to stand beside another.
pub fn toy_named(name: &'static str) -> impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static {
    move |plan, seed, journal| {
        let emulator = ToyEmulator::new(SECRET, plan, seed, journal).for_account(name);
        Arc::new(ToyPair { name, emulator, waits: None })
    }
}

struct ToyPair {
    name: &'static str,
    emulator: ToyEmulator,
    waits: Option<Duration>,
}

impl Pair for ToyPair {
    fn account(&self) -> &str {
        self.name
    }

    fn provider(&self, clock: Clock) -> Messenger {
        let toy = Toy::new(SECRET, self.emulator.api(), clock);
        Messenger::new(match self.waits {
            Some(waits) => toy.waiting(waits),
            None => toy,
        })
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

    fn truth(&self) -> Truth {
        self.emulator.truth()
    }

    fn hold_back(&self) -> Duration {
        Duration::from_secs(2)
    }
}
