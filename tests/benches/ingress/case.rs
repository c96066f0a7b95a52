//! What is measured, and how.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::{
    client::{Client, Pace},
    limit::CALLERS,
    request::{Requests, Vendor},
    server_process::ServerProcess,
};

/// Connections of servers that are fast.
const CONNECTIONS: usize = 32;
/// Requests before the clock starts.
pub(crate) const WARM_UP: usize = 5_000;
/// Requests that are kept in memory, or not at all: with those before and after no more than a store in memory holds.
const FAST: usize = 80_000;
/// Requests that are kept on disk.
pub(crate) const DURABLE: usize = 30_000;
/// Requests of the mix.
const MIXED: usize = 20_000;
/// Requests a second in the open loop, and for how many of them.
const RATE: (f64, usize) = (1_000.0, 2_000);

/// One server under one load.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    serve: &'static str,
    load: Load,
    connections: usize,
}

enum Load {
    /// All at once, then a thousand a second.
    Good(Vendor, usize),
    /// With a hundredth each of forged, stale, replayed and altered requests.
    Mixed,
    /// No requests: the store alone.
    Store,
}

pub(crate) const CASES: &[Case] = &[
    Case::fast("bare axum", "axum", Vendor::Slack),
    Case::fast("axum + HMAC", "hmac", Vendor::Slack),
    Case::fast("the listener alone", "listener", Vendor::Slack),
    Case::fast("verified and read, and forgotten", "read", Vendor::Slack),
    Case::fast("memory, Slack", "memory", Vendor::Slack),
    Case::fast("memory, Twilio", "memory", Vendor::Twilio),
    Case::fast("memory, Slack, a silent agent", "silent", Vendor::Slack),
    Case::fast("memory, Twilio, a silent agent", "silent", Vendor::Twilio),
    Case::durable("SQLite FULL, 32", "sqlite", 32),
    Case::durable("SQLite FULL, 256", "sqlite", 256),
    Case::durable("SQLite FULL, a silent agent, 32", "sqlite-silent", 32),
    Case::durable("SQLite FULL, a silent agent, 256", "sqlite-silent", 256),
    Case { name: "SQLite FULL, its own limit, 256", serve: "limit", load: Load::Store, connections: 0 },
    Case { name: "memory, wrong ones mixed in", serve: "memory", load: Load::Mixed, connections: 32 },
    Case { name: "SQLite, wrong ones mixed in", serve: "sqlite", load: Load::Mixed, connections: 256 },
];

/// Libraries that people would take otherwise, each after ours.
pub(crate) const PEERS: &[Case] = &[
    Case::fast("memory, Slack", "memory", Vendor::Slack),
    Case::slow("Bolt, HTTPReceiver", "bolt http", Vendor::Slack),
    Case::slow("Bolt, ExpressReceiver", "bolt express", Vendor::Slack),
    Case::durable("SQLite FULL, 32", "sqlite", 32),
    Case::fast("memory, Twilio", "memory", Vendor::Twilio),
    Case::slow("twilio-node in express", "twilio express", Vendor::Twilio),
];

/// What one run of a case has shown.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measured {
    /// Requests per second.
    pub(crate) rate: f64,
    /// Requests per second of CPU time of the server's threads.
    pub(crate) per_core: f64,
    /// In microseconds, at saturation.
    pub(crate) p50: f64,
    pub(crate) p99: f64,
    /// In microseconds, at a thousand a second.
    pub(crate) calm: Option<(f64, f64)>,
    /// Resident before the first request, and at most, in MiB.
    pub(crate) memory: (f64, f64),
    /// From the start of the process to the first answer, in milliseconds.
    pub(crate) start: f64,
    /// Answers, and events in the store, that should have been others.
    pub(crate) wrong: usize,
    /// Spans that no collector got.
    pub(crate) dropped: f64,
}

impl Case {
    /// A server of this kind under Slack's requests.
    pub(crate) const fn of(serve: &'static str) -> Self {
        let count = if matches!(serve.as_bytes(), [b's', ..]) { DURABLE } else { FAST };
        Self { name: serve, serve, load: Load::Good(Vendor::Slack, count), connections: CONNECTIONS }
    }

    const fn fast(name: &'static str, serve: &'static str, vendor: Vendor) -> Self {
        Self { name, serve, load: Load::Good(vendor, FAST), connections: CONNECTIONS }
    }

    const fn slow(name: &'static str, serve: &'static str, vendor: Vendor) -> Self {
        Self { name, serve, load: Load::Good(vendor, DURABLE), connections: CONNECTIONS }
    }

    const fn durable(name: &'static str, serve: &'static str, connections: usize) -> Self {
        Self { name, serve, load: Load::Good(Vendor::Slack, DURABLE), connections }
    }

    pub(crate) fn run(&self, folder: &Path) -> Measured {
        match self.load {
            Load::Store => self.run_store(folder),
            Load::Good(vendor, count) => {
                let warm_up = Requests::good(vendor, 0, WARM_UP);
                self.run_server(folder, &warm_up, &Requests::good(vendor, WARM_UP, count), vendor)
            }
            Load::Mixed => {
                let warm_up = Requests::mixed(0, WARM_UP);
                self.run_server(folder, &warm_up, &Requests::mixed(WARM_UP, MIXED), Vendor::Slack)
            }
        }
    }

    fn run_server(&self, folder: &Path, warm_up: &Requests, requests: &Requests, vendor: Vendor) -> Measured {
        let began = Instant::now();
        let mut server = ServerProcess::start(self.serve, &self.store(folder));
        let address = server.address();
        let mut client = Client::new(address, self.connections, self.spins());
        let first = client.ask(&Requests::good(vendor, 900_000, 1), &Pace::Closed, None);
        let start = began.elapsed().as_secs_f64() * 1e3;
        let mut wrong = first.wrong;
        let idle = server.memory().0;
        wrong += client.ask(warm_up, &Pace::Closed, None).wrong;
        let before = server.cpu();
        let answered = client.ask(requests, &Pace::Closed, None);
        let cpu = server.cpu().saturating_sub(before);
        wrong += answered.wrong;
        let mut new = 1 + warm_up.new + requests.new;
        let calm =
            (self.connections == CONNECTIONS && !self.serve.starts_with("sqlite") && !matches!(self.load, Load::Mixed))
                .then(|| {
                    let (per_second, count) = RATE;
                    let later = Requests::good(vendor, 910_000, count);
                    let calm = client.ask(&later, &Pace::Open { per_second, seed: 1 }, None);
                    new += count;
                    wrong += calm.wrong;
                    (micros(&calm.latencies, 0.5), micros(&calm.latencies, 0.99))
                });
        let (_, most) = server.memory();
        let counted = server.stop();
        if let Some((accepted, _)) = counted.split_once(' ') {
            wrong += accepted.parse::<usize>().expect("a count").abs_diff(new);
        }
        let count = count(answered.latencies.len());
        Measured {
            rate: count / answered.took.as_secs_f64(),
            per_core: count / cpu.as_secs_f64(),
            p50: micros(&answered.latencies, 0.5),
            p99: micros(&answered.latencies, 0.99),
            calm,
            memory: (idle, most),
            start,
            wrong,
            dropped: counted.rsplit(' ').next().and_then(|dropped| dropped.parse().ok()).unwrap_or_default(),
        }
    }

    fn run_store(&self, folder: &Path) -> Measured {
        let mut server = ServerProcess::start(self.serve, &self.store(folder));
        let told: Vec<f64> = server.line().split(' ').map(|number| number.parse().expect("a number")).collect();
        server.stop();
        Measured { rate: told[0], p50: told[1], p99: told[2], ..Measured::default() }
    }

    /// Asks one server for so long, over and over from the first event on: for a profiler to look at.
    pub(crate) fn run_for(&self, length: Duration, folder: &Path) {
        let Load::Good(vendor, _) = self.load else { panic!("`{}` asks nothing", self.name) };
        let until = Instant::now() + length;
        let requests = Requests::good(vendor, 0, FAST);
        while Instant::now() < until {
            let mut server = ServerProcess::start(self.serve, &self.store(folder));
            let mut client = Client::new(server.address(), self.connections, self.spins());
            println!("{} is process {}", self.name, server.id());
            let answered = client.ask(&requests, &Pace::Closed, Some(until));
            assert_eq!(answered.wrong, 0);
            server.stop();
        }
    }

    /// Whether the client never sleeps: a store's writer needs the core that it would take.
    fn spins(&self) -> bool {
        !self.serve.starts_with("sqlite")
    }

    /// A file of its own for every run.
    fn store(&self, folder: &Path) -> std::path::PathBuf {
        let runs = std::fs::read_dir(folder).expect("a folder").count();
        folder.join(format!("{runs}-{}-{CALLERS}.db", self.connections))
    }
}

fn micros(latencies: &[Duration], share: f64) -> f64 {
    percentile(latencies, share).as_secs_f64() * 1e6
}

/// The latency that a `share` of all does not exceed.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a length")]
pub(crate) fn percentile(latencies: &[Duration], share: f64) -> Duration {
    let mut sorted = latencies.to_vec();
    sorted.sort_unstable();
    let at = (count(sorted.len()) * share) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).expect("few enough"))
}
