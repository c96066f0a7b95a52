use std::time::Duration;

use messaging_core::Verb;
use tower::retry::budget::{Budget, TpsBudget};

/// How many repeats an account may afford: one bucket per verb, so that a failing read never silences sends.
#[derive(Debug)]
pub(crate) struct Budgets(Vec<(Verb, TpsBudget)>);

/// How long a success pays for repeats.
const MEMORY: Duration = Duration::from_secs(10);

/// Repeats earned by one success.
const SHARE: f32 = 0.2;

impl Budgets {
    /// Always allows `per_second` repeats of each verb, averaged over 10 s.
    pub(crate) fn new(per_second: u32) -> Self {
        // `TpsBudget` panics beyond `i32::MAX`.
        let per_second = per_second.min(1_000_000);
        Self(Verb::ALL.into_iter().map(|verb| (verb, TpsBudget::new(MEMORY, per_second, SHARE))).collect())
    }

    pub(crate) fn deposit(&self, verb: Verb) {
        if let Some(budget) = self.of(verb) {
            budget.deposit();
        }
    }

    /// Pays for one repeat, or refuses.
    pub(crate) fn withdraw(&self, verb: Verb) -> bool {
        self.of(verb).is_some_and(TpsBudget::withdraw)
    }

    fn of(&self, verb: Verb) -> Option<&TpsBudget> {
        self.0.iter().find_map(|(owner, budget)| (*owner == verb).then_some(budget))
    }
}
