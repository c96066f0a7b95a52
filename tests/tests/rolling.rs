//! Restart after restart behind `HAProxy`, as `docs/operate/behind-a-proxy.md` sets it up: the vendor sees none of them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeMap, time::Duration};

use http::Request;
use messaging_tests::{
    console::ask,
    operated::{Gateway, Texts},
    process::{Process, binary, free_port},
    served::eventually,
    tool::tool,
};
use tokio::time::{Instant, sleep};

const SEED: u64 = 20_261_204;

/// How long a process may take to end.
const DRAINED: Duration = Duration::from_secs(25);

const PAGE: &str = include_str!("../../docs/operate/behind-a-proxy.md");

/// What the page tells to write, on other ports, and a place to read `HAProxy`'s own counters.
fn configuration(public: u16, gateway: &str, counters: u16) -> String {
    let (_, rest) = PAGE.split_once("```haproxy\n").expect("a block");
    let (told, _) = rest.split_once("```").expect("its end");
    assert!(told.contains("bind :8080\n") && told.contains("127.0.0.1:7400\n"), "{told}");
    let told = told.replace(":8080", &format!("127.0.0.1:{public}"));
    let told = told.replace("127.0.0.1:8081", &format!("127.0.0.1:{}", free_port()));
    let told = told.replace("127.0.0.1:7400", gateway.trim_start_matches("http://"));
    format!("{told}\nlisten counters\n  bind 127.0.0.1:{counters}\n  stats enable\n  stats uri /\n")
}

/// `HAProxy`'s counters of one of its parts.
async fn counters(texts: &Texts, port: u16, part: &str) -> BTreeMap<String, u64> {
    let url = format!("http://127.0.0.1:{port}/;csv");
    let answer = ask(&texts.gateway.client, Request::get(url), "").await.expect("counters");
    let text = String::from_utf8(answer.body().to_vec()).unwrap();
    let columns: Vec<_> = text.lines().next().unwrap().trim_start_matches("# ").split(',').collect();
    let row = text.lines().find(|line| line.starts_with(part)).expect("a row");
    let numbers = columns.iter().zip(row.split(','));
    numbers.filter_map(|(column, value)| Some(((*column).to_owned(), value.parse().ok()?))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn rolling_restarts_are_not_seen_by_the_vendor() {
    let Some(haproxy) = tool("MESSAGING_HAPROXY") else { return };
    println!("seed {SEED}");
    let mut dice = fastrand::Rng::with_seed(SEED);
    let (public, port) = (free_port(), free_port());
    let gateway = Gateway::new("rolling", binary()).behind(&format!("http://127.0.0.1:{public}"));
    let file = gateway.scratch.file("haproxy.cfg");
    std::fs::write(&file, configuration(public, &gateway.url, port)).unwrap();
    let _proxy = Process::of(&haproxy, &gateway.folder(), &["-db", "-f", file.to_str().unwrap()], &[]);
    let texts = Texts::around(gateway, "tries = 3", &mut dice).await;
    let gateway = &texts.gateway;
    let started = |process: Process| async {
        eventually("ready", || gateway.is_ready(), |ready| *ready).await;
        process
    };
    let mut process = started(gateway.start(&[])).await;
    let writing = texts.write(Duration::from_millis(20));
    let restarts = std::env::var("MESSAGING_RESTARTS").map_or(10, |told| told.parse().expect("a number"));
    let begun = Instant::now();
    let mut longest = Duration::ZERO;
    for restart in 0..restarts {
        // house: real time, because it is other processes that work.
        sleep(Duration::from_millis(dice.u64(200..800))).await;
        let asked = Instant::now();
        let code = tokio::task::spawn_blocking(|| process.terminate()).await.unwrap();
        assert_eq!(code, Some(0), "restart {restart}: a clean drain");
        longest = longest.max(asked.elapsed());
        // house: real time, because somebody has to call meanwhile.
        sleep(Duration::from_millis(dice.u64(0..200))).await;
        process = started(gateway.start(&[])).await;
    }
    let seconds = begun.elapsed().as_secs_f64();
    texts.traffic.stop();
    writing.await.unwrap();
    let counts = gateway.everything_ended().await;
    assert_eq!(process.terminate(), Some(0), "a clean drain");
    let seen = counters(&texts, port, "public,FRONTEND,").await;
    let again = counters(&texts, port, "messaging,BACKEND,").await["wretr"];
    let (alerts, answers) = (texts.alerts().await, texts.traffic.answers());
    let requests = seen["req_tot"];
    println!(
        "{restarts} restarts in {seconds:.1} s, {requests} webhooks, {again} tries again, longest drain {longest:?}"
    );
    println!("told to the vendor: {answers:?}, alerts {}; {counts}", alerts.len());
    assert!(longest <= DRAINED, "a drain took {longest:?}");
    assert!(again > 0, "nobody called while nobody listened: {seen:?}");
    assert_eq!(
        (seen["hrsp_5xx"], answers.keys().map(String::as_str).collect::<Vec<_>>()),
        (0, vec!["200"]),
        "{answers:?} {seen:?}"
    );
    assert!(alerts.is_empty(), "{alerts:?}");
    texts.ends().await.judge("restarts", restarts * 20);
}
