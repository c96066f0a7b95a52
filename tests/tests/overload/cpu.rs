use std::{fmt, fs, time::Duration};

/// Linux counts in hundredths of a second, whatever its own clock does.
const TICK: Duration = Duration::from_millis(10);

/// How long processors have worked: for the callers, who are this thread, and for everything else in the process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cpu {
    callers: Duration,
    house: Duration,
}

impl Cpu {
    /// Until now; none where the system does not say.
    pub(crate) fn now() -> Option<Self> {
        let (callers, all) = (ticks("/proc/thread-self/stat")?, ticks("/proc/self/stat")?);
        Some(Self { callers, house: all.saturating_sub(callers) })
    }

    /// Since an earlier moment.
    pub(crate) fn since(self, earlier: Self) -> Self {
        Self { callers: self.callers.saturating_sub(earlier.callers), house: self.house.saturating_sub(earlier.house) }
    }
}

impl fmt::Display for Cpu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { callers, house } = self;
        write!(
            f,
            "processors worked {:.1} s for the callers, {:.1} s for the house",
            callers.as_secs_f64(),
            house.as_secs_f64()
        )
    }
}

/// How long a thread or a process has run, for itself and in the system.
fn ticks(path: &str) -> Option<Duration> {
    let stat = fs::read_to_string(path).ok()?;
    // The name before it may hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let ticks: u32 = fields.next()?.parse::<u32>().ok()? + fields.next()?.parse::<u32>().ok()?;
    Some(TICK * ticks)
}
