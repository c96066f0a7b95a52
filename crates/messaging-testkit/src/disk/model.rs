use std::time::Duration;

use super::Sabotage;

/// How a disk behaves.
#[derive(Clone, Copy, Debug)]
pub struct DiskModel {
    /// How long a group waits for company.
    pub window: Duration,
    /// How long a sync takes.
    pub sync: Duration,
    /// Most commits in one sync.
    pub group: usize,
    /// How long an event waits for the one before it.
    pub hold_back: Duration,
    /// What is broken on purpose.
    pub sabotage: Sabotage,
}

impl Default for DiskModel {
    fn default() -> Self {
        Self {
            window: Duration::from_millis(2),
            sync: Duration::from_millis(4),
            group: 64,
            hold_back: Duration::from_secs(2),
            sabotage: Sabotage::None,
        }
    }
}
