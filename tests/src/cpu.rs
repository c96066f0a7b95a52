use std::{fs, time::Duration};

/// CPU time of all threads of a process, as Linux counts it.
///
/// # Panics
/// There is no such process.
#[must_use]
pub fn cpu_time(process: u32) -> Duration {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).expect("its threads");
    let times = tasks.map(|task| {
        let times = fs::read_to_string(task.expect("a thread").path().join("schedstat")).unwrap_or_default();
        times.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok()).unwrap_or(0)
    });
    Duration::from_nanos(times.sum())
}
