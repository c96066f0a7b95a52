use std::{sync::Arc, time::Duration};

use messaging_core::{Clock, Messenger};
use messaging_emulator::{FaultPlan, Journal, Truth};
use messaging_http::Transport;

use super::{Toy, ToyEmulator};
use crate::Pair;

/// The secret callbacks are signed with, here.
const SECRET: &str = "world";

/// Makes the toy pair of a world.
#[must_use]
pub fn toy(plan: FaultPlan, seed: u64, journal: Journal) -> Arc<dyn Pair> {
    Arc::new(ToyPair(ToyEmulator::new(SECRET, plan, seed, journal)))
}

struct ToyPair(ToyEmulator);

impl Pair for ToyPair {
    fn account(&self) -> &'static str {
        "toy"
    }

    fn provider(&self, clock: Clock) -> Messenger {
        Messenger::new(Toy::new(SECRET, self.0.api(), clock))
    }

    fn connect(&self, gateway: Transport) {
        self.0.connect(gateway);
    }

    fn write(&self, conversation: usize, index: u64, text: &str) {
        self.0.write(&format!("c{conversation}"), index, text);
    }

    fn truth(&self) -> Truth {
        self.0.truth()
    }

    fn hold_back(&self) -> Duration {
        Duration::from_secs(2)
    }
}
