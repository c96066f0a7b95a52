//! What fails between processes and what they share: clocks, the line to the store, the disk.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::Duration;

use messaging_gateway::TurnPolicy;
use messaging_testkit::{Chaos, Faults, Report, World};

fn world(seed: u64, chaos: Chaos) -> World {
    let policy = if seed.is_multiple_of(2) { TurnPolicy::Queue } else { TurnPolicy::Supersede };
    let chaos = Chaos { until: Duration::from_secs(120), ..chaos };
    World::seed(seed).policy(policy).faults(Faults { chaos, ..Faults::everything() })
}

fn all(seeds: std::ops::Range<u64>, chaos: Chaos) -> Vec<Report> {
    seeds.map(|seed| world(seed, chaos).run().assert_nothing_lost()).collect()
}

fn lines(reports: &[Report], words: &str) -> usize {
    reports.iter().flat_map(|report| report.journal.kept()).filter(|line| line.contains(words)).count()
}

#[test]
fn clocks_that_are_ten_minutes_off() {
    let skew = Duration::from_secs(600);
    let reports = all(0..40, Chaos { skew, ..Chaos::everything() });
    assert!(lines(&reports, " ahead ") > 40 && lines(&reports, " behind ") > 40);
}

#[test]
fn lines_that_are_cut_stalled_and_deaf() {
    let reports = all(100..140, Chaos { partitions: 12, ..Chaos::default() });
    for fault in ["Cut", "Stalled", "Deaf"] {
        assert!(lines(&reports, fault) > 100, "{fault}");
    }
}

#[test]
fn a_process_whose_disk_does_not_sync_ends_by_itself() {
    let reports = all(200..230, Chaos { syncs: 3, ..Chaos::default() });
    let (fails, ends) = (lines(&reports, " a sync fails"), lines(&reports, "by its own decision"));
    // Each of three processes, unless another failure came before it had noticed.
    assert!(fails > 80 && ends > 200, "{fails} failures, {ends} ends");
}

#[test]
fn a_full_disk_heals() {
    let reports = all(300..330, Chaos { fills: 6, ..Chaos::default() });
    let refused = lines(&reports, "yes=false");
    assert!(refused > 100, "nobody was told no: {refused}");
}
