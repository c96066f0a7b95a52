//! What a call to a platform costs through everything that is shipped, beside `reqwest` alone, all in one run.
//!
//! `cargo bench -p messaging-tests --bench outbound`; `-- peers` compares with vendors' own packages instead. Linux only: it
//! reads CPU times from `/proc`. Whoever calls is a process of its own, with one thread for it and 32 calls under way; this
//! one answers. Ratios carry over to other machines, absolute figures do not.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod caller;
mod peers;
mod stub;

use std::{
    env,
    process::{Command, Stdio},
};

use caller::KINDS;
use peers::PEERS;

/// As in the `messaging` command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 5;

fn main() {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [call, kind, address] = words.as_slice()
        && call == "call"
    {
        return caller::run(kind, address);
    }
    let address = stub::listen();
    if words == ["peers"] {
        return compare(&address);
    }
    println!("Median of {ROUNDS} interleaved rounds, 32 calls under way\n");
    println!("| calls | calls/s | µs of CPU a call | more than reqwest | of reqwest |");
    println!("|---|---|---|---|---|");
    let mut floor = 0.0;
    for (kind, [rate, micros]) in KINDS.iter().zip(medians(&KINDS, &address)) {
        if kind.starts_with("reqwest") {
            floor = micros;
        }
        println!("| {kind} | {rate:.0} | {micros:.1} | {:+.1} | {:.2} |", micros - floor, micros / floor);
    }
}

/// Ours beside vendors' own packages.
fn compare(address: &str) {
    println!("Median of {ROUNDS} interleaved rounds, 32 calls under way\n");
    println!("| calls | calls/s | µs of CPU a call | of ours |");
    println!("|---|---|---|---|");
    for (ours, word) in [("Slack", "slack"), ("Twilio", "twilio")] {
        let theirs = PEERS.iter().filter(|(.., calls)| *calls == word).map(|(name, ..)| *name);
        let kinds: Vec<_> = [ours].into_iter().chain(theirs).collect();
        let all = medians(&kinds, address);
        for (kind, [rate, micros]) in kinds.iter().zip(&all) {
            println!("| {kind} | {rate:.0} | {micros:.1} | {:.1} |", micros / all[0][1]);
        }
    }
}

/// Calls a second, and microseconds of CPU time a call, of each kind.
fn medians(kinds: &[&str], address: &str) -> Vec<[f64; 2]> {
    let mut all: Vec<Vec<[f64; 3]>> = kinds.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for (kind, measured) in kinds.iter().zip(&mut all) {
            measured.push(call(kind, address));
        }
    }
    let median = |measured: Vec<[f64; 3]>| {
        let [calls, seconds, cpu] = [0, 1, 2].map(|figure| middle(measured.iter().map(|one| one[figure]).collect()));
        [calls / seconds, 1e6 * cpu / calls]
    };
    all.into_iter().map(median).collect()
}

/// Lets a process of its own call: how often it did, how long that took, and the CPU time, in seconds.
fn call(kind: &str, address: &str) -> [f64; 3] {
    let mut command = peers::command(kind, address).unwrap_or_else(|| {
        let mut command = Command::new(env::current_exe().expect("this program"));
        command.args(["call", kind, address]);
        command
    });
    let done = command.stderr(Stdio::inherit()).output().expect("starts");
    assert!(done.status.success(), "{kind} ended badly");
    let words = String::from_utf8(done.stdout).expect("words");
    let figures: Vec<f64> = words.split_whitespace().map(|word| word.parse().expect("a number")).collect();
    figures.try_into().expect("three of them")
}

fn middle(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
