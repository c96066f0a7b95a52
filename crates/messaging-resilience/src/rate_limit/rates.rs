use std::{
    collections::HashMap,
    fmt,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use messaging_core::{Command, Provider, capability::Limit};

use super::{
    Key, Quota,
    limiter::{Limiter, Shared},
};

/// The most different quotas one provider may have; a limit beyond them is not kept.
const MOST_QUOTAS: usize = 256;

/// What a provider says of its own limits: one limiter for each quota, and a key for each limit.
pub(super) struct Rated {
    provider: Arc<dyn Provider>,
    limiters: Mutex<HashMap<(u64, u32), Shared>>,
}

impl Rated {
    pub(super) fn new(provider: Arc<dyn Provider>) -> Self {
        Self { provider, limiters: Mutex::default() }
    }

    /// What a command must pass, the most specific first; nothing if the provider knows of no limit for it.
    pub(super) fn gates(&self, command: &Command) -> Vec<(Shared, Key)> {
        let limits = self.provider.rates().map(|rates| rates.limits(&command.operation)).unwrap_or_default();
        let tenant = || command.context.tenant.clone();
        let gate = |limit: Limit| Some((self.limiter(&limit)?, Key::default().tenant(tenant()).name(limit.key)));
        limits.into_iter().filter_map(gate).collect()
    }

    /// How many keys are remembered.
    pub(super) fn len(&self) -> usize {
        let limiters = self.limiters.lock().unwrap_or_else(PoisonError::into_inner);
        limiters.values().map(|limiter| limiter.len()).sum()
    }

    fn limiter(&self, limit: &Limit) -> Option<Shared> {
        let period = Duration::try_from_secs_f64(limit.per_second.recip()).ok()?;
        let quota = Quota::with_period(period)?.allow_burst(NonZeroU32::new(limit.burst).unwrap_or(NonZeroU32::MIN));
        let mut limiters = self.limiters.lock().unwrap_or_else(PoisonError::into_inner);
        let of = (limit.per_second.to_bits(), limit.burst);
        if limiters.len() >= MOST_QUOTAS && !limiters.contains_key(&of) {
            tracing::warn!(quotas = limiters.len(), "the provider has too many different limits: not keeping another");
            return None;
        }
        Some(Arc::clone(limiters.entry(of).or_insert_with(|| Arc::new(Limiter::new(quota)))))
    }
}

impl fmt::Debug for Rated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rated").field("provider", &self.provider.descriptor().name).finish_non_exhaustive()
    }
}
