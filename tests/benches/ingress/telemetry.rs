//! What telemetry costs: the same server with it and without, by turns.

use std::{path::Path, sync::OnceLock};

use axum::{Router, http::StatusCode};
use tokio::net::TcpListener;

use crate::{case::Case, table::middle};

/// Pairs of each kind.
const ROUNDS: usize = 5;

/// Where spans are taken and thrown away.
static SINK: OnceLock<String> = OnceLock::new();

/// What is compared, and how much of the throughput is to be left.
const PAIRS: [(&str, [&str; 2], f64); 4] = [
    ("memory: linked, no collector", ["memory off", "memory"], 0.97),
    ("SQLite FULL: linked, no collector", ["sqlite off", "sqlite"], 0.97),
    ("memory: every trace is sent", ["memory off", "memory sent"], 0.80),
    ("SQLite FULL: every trace is sent", ["sqlite off", "sqlite sent"], 0.90),
];

/// The variable that says where spans go, if they go anywhere.
pub(crate) fn variable() -> Option<(&'static str, &'static str)> {
    SINK.get().map(|sink| ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", sink.as_str()))
}

/// Begins to take spans and throw them away.
pub(crate) fn collect() {
    let (told, tells) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            told.send(listener.local_addr().expect("an address")).expect("somebody waits");
            let take = |_: axum::body::Bytes| async { StatusCode::OK };
            axum::serve(listener, Router::new().fallback(take)).await.expect("serves");
        });
    });
    SINK.get_or_init(|| format!("http://{}/v1/traces", tells.recv().expect("it listens")));
}

/// One of the servers that are compared.
pub(crate) fn case(name: &str) -> Option<Case> {
    PAIRS.iter().flat_map(|(_, kinds, _)| kinds).find(|kind| **kind == name).map(|kind| Case::of(kind))
}

pub(crate) fn measure(folder: &Path) {
    collect();
    println!("\nRequests per core-second with telemetry, of those without: median of {ROUNDS} interleaved pairs\n");
    println!("| | without | with | of it | goal | spans dropped |");
    println!("|---|---|---|---|---|---|");
    for (name, kinds, goal) in PAIRS {
        let cases = kinds.map(Case::of);
        let mut pairs = Vec::new();
        for _ in 0..ROUNDS {
            let [without, with] = cases.each_ref().map(|case| case.run(folder));
            assert_eq!(without.wrong + with.wrong, 0, "wrong answers");
            pairs.push((without.per_core, with.per_core, with.dropped));
        }
        let of = |figure: fn(&(f64, f64, f64)) -> f64| middle(pairs.iter().map(figure).collect());
        println!(
            "| {name} | {:.0} | {:.0} | {:.2} | {goal:.2} | {:.0} |",
            of(|pair| pair.0),
            of(|pair| pair.1),
            of(|pair| pair.1 / pair.0),
            of(|pair| pair.2)
        );
    }
}
