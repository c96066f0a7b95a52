use crate::Operation;

/// How fast a provider takes commands.
///
/// Facts for whoever slows down; no I/O happens here, and nothing waits.
pub trait Rates: Send + Sync {
    /// Says what an operation counts against, the most specific first; nothing if no limit is known for it.
    fn limits(&self, operation: &Operation) -> Vec<Limit>;
}

/// So many commands a second, of everything with one key.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Limit {
    /// What is counted together, within one account: `sender:+15550100001`.
    pub key: String,
    /// How many may start in a second; more than 0.
    pub per_second: f64,
    /// How many may start at once after a rest; 1 at least.
    pub burst: u32,
}

impl Limit {
    /// So many a second, one at a time.
    pub fn new(key: impl Into<String>, per_second: f64) -> Self {
        Self { key: key.into(), per_second, burst: 1 }
    }

    /// Lets so many start at once after a rest.
    #[must_use]
    pub fn with_burst(mut self, burst: u32) -> Self {
        self.burst = burst;
        self
    }
}
