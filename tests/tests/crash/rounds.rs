//! One life of the process after the other, each with its own way to end.

use std::{collections::BTreeMap, os::unix::process::ExitStatusExt, time::Duration};

use fastrand::Rng;
use messaging_tests::process::Process;
use tokio::time::{Instant, sleep};

/// What `abort` ends a process with.
const SIGABRT: i32 = 6;

/// How long a process may take to come to its point; then it is killed wherever it is.
const PATIENCE: Duration = Duration::from_secs(3);

/// A point, and at which of its passages at most a process ends.
pub(crate) type Aim = (&'static str, u64);

/// What was under way when processes died.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// By point, how often, and with how many turns and sends under way; killed anywhere under `kill -9`.
    ends: BTreeMap<&'static str, [usize; 3]>,
}

impl Tally {
    fn add(&mut self, end: &'static str, (turns, sends): (usize, usize)) {
        let [times, all_turns, all_sends] = self.ends.entry(end).or_default();
        (*times, *all_turns, *all_sends) = (*times + 1, *all_turns + turns, *all_sends + sends);
    }

    /// Prints every end, and refuses a point that was never reached.
    pub(crate) fn close(&self, aims: &[Aim], least: usize) {
        println!("{:<20} {:>6} {:>16} {:>16}", "end", "times", "turns under way", "sends under way");
        for (end, [times, turns, sends]) in &self.ends {
            println!("{end:<20} {times:>6} {turns:>16} {sends:>16}");
        }
        let reached = |point: &str| self.ends.get(point).is_some_and(|[times, ..]| *times >= least);
        let missed: Vec<_> = aims.iter().map(|(point, _)| *point).filter(|point| !reached(point)).collect();
        assert!(missed.is_empty(), "fewer than {least} processes died at {missed:?}");
    }
}

/// Lets so many processes die: at every point in turn, at a passage of the dice; every fourth one anywhere.
pub(crate) async fn run(
    rounds: usize,
    aims: &[Aim],
    dice: &mut Rng,
    start: impl Fn(&[(&str, &str)]) -> Process,
    under_way: impl Fn() -> (usize, usize),
) -> Tally {
    let mut tally = Tally::default();
    let mut aim = aims.iter().cycle();
    for round in 0..rounds {
        let anywhere = round % 4 == 3;
        let (point, passages) = if anywhere { ("", 1) } else { *aim.next().expect("a point") };
        let told = format!("{point}:{}", dice.u64(1..=passages));
        let variables = [("MESSAGING_FAIL_POINT", told.as_str())];
        let mut process = start(if anywhere { &[] } else { &variables });
        let patience = if anywhere { Duration::from_millis(dice.u64(50..900)) } else { PATIENCE };
        let end = Instant::now() + patience;
        let mut asked = (point == "gateway.draining").then(|| end - patience.mul_f64(0.8));
        let mut seen = (0, 0);
        loop {
            if let Some(status) = process.ended() {
                // Asked to end before it had begun, on a busy machine.
                if point == "gateway.draining" && status.success() {
                    tally.add("drained", seen);
                    break;
                }
                assert_eq!(status.signal(), Some(SIGABRT), "round {round}, {told}: it ended by itself: {status}");
                tally.add(point, seen);
                break;
            }
            seen = under_way();
            if Instant::now() >= end {
                process.kill();
                tally.add("kill -9", seen);
                break;
            }
            if asked.is_some_and(|at| Instant::now() >= at) {
                asked = None;
                process.ask_to_end();
            }
            // house: real time, because it is another process that lives that long.
            sleep(Duration::from_millis(4)).await;
        }
    }
    tally
}

/// How many processes die at each point at the least: one in the usual size, five and more in the long one.
pub(crate) fn least(rounds: usize) -> usize {
    rounds / 60
}

/// A size of a test: the usual one, unless the variable says more.
pub(crate) fn times(variable: &str, usual: usize) -> usize {
    std::env::var(variable).map_or(usual, |told| told.parse().expect("a number"))
}
