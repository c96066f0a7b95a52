use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use tokio::time::Instant;

/// What happened, in order, and what time it is. Same seed, same journal.
#[derive(Clone)]
pub struct Journal {
    born: Instant,
    wall: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    lines: Arc<Mutex<Lines>>,
}

struct Lines {
    kept: VecDeque<String>,
    most: usize,
    hash: u64,
}

impl Journal {
    /// An empty journal of a simulated world: keeps every line, and its wall clock follows tokio's.
    #[must_use]
    pub fn new() -> Self {
        let born = Instant::now();
        let wall = move || SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000) + born.elapsed();
        Self { born, wall: Arc::new(wall), lines: Lines::shared(usize::MAX) }
    }

    /// An empty journal that keeps the last `most` lines and goes by the system's clock.
    #[must_use]
    pub fn live(most: usize) -> Self {
        Self { born: Instant::now(), wall: Arc::new(SystemTime::now), lines: Lines::shared(most) }
    }

    /// Whether it belongs to a running service, and not to a simulated world.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.lines().most != usize::MAX
    }

    /// Writes a line.
    pub fn note(&self, line: impl fmt::Display) {
        let line = format!("{:>8} {line}", self.now().as_millis());
        self.lines().push(line);
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How old the world is.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.born.elapsed()
    }

    /// What the clocks on its walls say.
    #[must_use]
    pub fn wall(&self) -> SystemTime {
        (self.wall)()
    }

    /// The lines that were kept.
    #[must_use]
    pub fn kept(&self) -> Vec<String> {
        self.lines().kept.iter().cloned().collect()
    }

    /// FNV-1a over every line ever written.
    #[must_use]
    pub fn hash(&self) -> u64 {
        self.lines().hash
    }
}

impl Lines {
    fn shared(most: usize) -> Arc<Mutex<Self>> {
        Arc::new(Mutex::new(Self { kept: VecDeque::new(), most, hash: 0xcbf2_9ce4_8422_2325 }))
    }

    fn push(&mut self, line: String) {
        let bytes = line.bytes().chain([b'\n']);
        self.hash = bytes.fold(self.hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        if self.kept.len() >= self.most {
            self.kept.pop_front();
        }
        self.kept.push_back(line);
    }
}

impl Default for Journal {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal").field("hash", &self.hash()).finish_non_exhaustive()
    }
}
