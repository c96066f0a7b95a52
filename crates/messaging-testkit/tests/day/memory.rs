use std::{alloc::System, fs};

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// A mebibyte.
const MEBIBYTE: f64 = 1_048_576.0;

/// How many mebibytes the process has asked for and not given back.
pub(crate) fn allocated() -> f64 {
    let stats = ALLOCATOR.stats();
    mebibytes(stats.bytes_allocated.saturating_sub(stats.bytes_deallocated))
}

/// How many mebibytes of the process are in memory; none where the system does not say.
pub(crate) fn resident() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? / 1_024.0)
}

#[allow(clippy::cast_precision_loss, reason = "no process here has 2^52 bytes")]
fn mebibytes(bytes: usize) -> f64 {
    bytes as f64 / MEBIBYTE
}

/// The slope of the line that fits points best, by least squares.
pub(crate) fn slope(points: &[(f64, f64)]) -> f64 {
    let count = f64::from(u32::try_from(points.len()).unwrap());
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let together: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    together / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>()
}

#[test]
fn a_line_has_its_slope() {
    let points: Vec<_> = [0.0, 1.0, 2.0, 5.0].map(|x| (x, 3.0 - 2.0 * x)).to_vec();
    assert!((slope(&points) + 2.0).abs() < 1e-9);
}
