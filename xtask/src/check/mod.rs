//! `cargo xtask check`: everything but the tests. Every step runs, even when one before it failed.

mod deny;

use crate::{house, process};
use std::{
    io,
    process::Command,
    time::{Duration, Instant},
};

/// One step and how it ended.
#[derive(Debug)]
struct Outcome {
    step: &'static str,
    good: bool,
    took: Duration,
}

/// Runs every check; true when all of them passed.
pub(crate) fn run() -> bool {
    let outcomes = [
        step("format", || cargo(&["fmt", "--all", "--check"], None)),
        step("lints", || cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"], None)),
        step("docs", || cargo(&["doc", "--quiet", "--workspace", "--no-deps"], Some("-D warnings"))),
        step("house rules", house::run),
        step("licences and sources", deny::run),
    ];
    println!();
    for Outcome { step, good, took } in &outcomes {
        println!("{:<6} {took:>8.1?}  {step}", if *good { "ok" } else { "FAILED" });
    }
    outcomes.iter().all(|outcome| outcome.good)
}

fn step(step: &'static str, run: impl FnOnce() -> io::Result<bool>) -> Outcome {
    let started = Instant::now();
    let good = run().unwrap_or_else(|error| {
        eprintln!("error: {error}");
        false
    });
    let took = started.elapsed();
    println!("check: {step}: {} ({took:.1?})", if good { "ok" } else { "FAILED" });
    Outcome { step, good, took }
}

fn cargo(words: &[&str], rustdoc_flags: Option<&str>) -> io::Result<bool> {
    let mut command: Command = process::cargo();
    command.args(words);
    if let Some(flags) = rustdoc_flags {
        command.env("RUSTDOCFLAGS", flags);
    }
    Ok(command.status()?.success())
}
