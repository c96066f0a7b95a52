//! Signed webhooks through the whole ingress, with the agent off or silent, beside floors that do less, all in one run.
//!
//! `cargo bench -p messaging-tests --bench ingress`; `-- NAME` measures what has NAME in its name, `-- profile NAME`
//! asks one server for a minute, `-- telemetry` compares servers with it and without, `-- peers` with libraries for
//! Node.js, `-- idle` holds event streams of the web chat open on which nothing happens. Linux only: it reads CPU times and memory from `/proc`.
//!
//! Each server is a process of its own, with one thread for requests; this one asks over keep-alive connections. Every
//! event has its own id and its own signature, made before the clock starts. Ratios carry over to other machines,
//! absolute figures do not.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod case;
mod client;
mod idle;
mod limit;
mod peers;
mod request;
mod server;
mod server_process;
mod table;
mod telemetry;

use std::{env, fs, path::PathBuf, process, time::Duration};

use case::{CASES, Case, Measured, PEERS};

/// As in the `messaging` command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 3;

fn main() {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", kind, path] => server::run(kind, path.as_ref()),
        ["telemetry"] => telemetry::measure(&Folder::new().0),
        ["peers"] => measure(&PEERS.iter().collect::<Vec<_>>()),
        ["idle"] => idle::measure(&Folder::new().0),
        ["profile", name] => {
            telemetry::collect();
            let (folder, known) = (Folder::new(), CASES.iter().find(|case| case.name.contains(name)));
            let compared = telemetry::case(name);
            known.or(compared.as_ref()).expect("a case").run_for(Duration::from_secs(60), &folder.0);
        }
        names => {
            let chosen = |case: &&Case| names.is_empty() || names.iter().any(|name| case.name.contains(name));
            measure(&CASES.iter().filter(chosen).collect::<Vec<_>>());
            if names.is_empty() {
                idle::measure(&Folder::new().0);
                telemetry::measure(&Folder::new().0);
            }
        }
    }
}

fn measure(cases: &[&Case]) {
    let folder = Folder::new();
    let mut all: Vec<Vec<Measured>> = cases.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for (case, measured) in cases.iter().zip(&mut all) {
            measured.push(case.run(&folder.0));
        }
    }
    table::print(cases, &all);
}

/// Where the stores lie; gone with the run.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = env::temp_dir().join(format!("messaging-bench-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the folder is ours");
    }
}
