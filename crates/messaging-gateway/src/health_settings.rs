use std::time::Duration;

use messaging_core::duration;
use serde::Deserialize;

/// Asking platforms how accounts are.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct HealthSettings {
    /// How often every account is asked, after the first time at the start. 30 s unless told otherwise; 0 switches it off.
    #[serde(deserialize_with = "duration::one")]
    pub every: Duration,
    /// Longest wait for an answer. 5 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub patience: Duration,
}

impl Default for HealthSettings {
    fn default() -> Self {
        Self { every: Duration::from_secs(30), patience: Duration::from_secs(5) }
    }
}
