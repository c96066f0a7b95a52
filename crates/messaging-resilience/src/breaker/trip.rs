use std::time::Duration;

/// When a circuit opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Trip {
    /// Fewer calls than this within the window never open it.
    pub calls: u32,
    /// It opens when at least this many per cent of them failed.
    pub percent: u32,
    /// How far back calls count, in steps of a tenth of it.
    pub window: Duration,
    /// How long it stays open.
    pub open: Duration,
    /// How many calls then find out whether it may close: all must succeed.
    pub probes: u32,
}

impl Default for Trip {
    /// Opens for 10 s when at least 20 calls within 30 s failed by half or more; 3 probes close it.
    fn default() -> Self {
        Self { calls: 20, percent: 50, window: Duration::from_secs(30), open: Duration::from_secs(10), probes: 3 }
    }
}
