//! `/health` tells what the last check of every account said, and whoever asks makes nobody call a platform.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use axum::{Router, body::Body};
use http::{Request, StatusCode};
use messaging_agent::EchoPlus;
use messaging_core::{
    Context, Descriptor, Error, ErrorKind, Messenger, Provider, Result, Secret, SendMessage,
    capability::Health,
    message::{CheckHealth, Healthy, Receipt},
};
use messaging_gateway::{Gateway, Settings};
use messaging_server::{ConsoleSettings, MetricsPage, Readiness, console, metrics};
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_telemetry::Pipeline;
use serde_json::{Value, json};
use tower::ServiceExt;

const SECRET: &str = "secret-words";

/// How a platform answers.
#[derive(Clone, Copy, Debug)]
enum Mood {
    Well,
    Refusing,
    Silent,
    Panicking,
}

/// A platform that can be asked how an account is.
#[derive(Debug)]
struct Moody {
    mood: Arc<Mutex<Mood>>,
    asked: Arc<AtomicUsize>,
    at_once: Arc<(AtomicUsize, AtomicUsize)>,
}

static MOODY: Descriptor = Descriptor::new("moody");

#[async_trait]
impl Provider for Moody {
    fn descriptor(&self) -> &Descriptor {
        &MOODY
    }

    async fn send(&self, _: &Context, _: SendMessage) -> Result<Receipt> {
        Ok(Receipt::of("m"))
    }

    fn health(&self) -> Option<&dyn Health> {
        Some(self)
    }
}

#[async_trait]
impl Health for Moody {
    async fn check(&self, _: &Context, _: CheckHealth) -> Result<Healthy> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let (now, most) = &*self.at_once;
        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        tokio::task::yield_now().await;
        let mood = *self.mood.lock().unwrap();
        let answer = match mood {
            Mood::Well => Ok(Healthy::new(SECRET)),
            Mood::Refusing => Err(Error::new(ErrorKind::Unauthorized, format!("the key {SECRET} is wrong"))),
            Mood::Silent => std::future::pending().await,
            Mood::Panicking => panic!("{SECRET}"),
        };
        now.fetch_sub(1, Ordering::SeqCst);
        answer
    }
}

struct Bench {
    gateway: Gateway,
    pipeline: Arc<Pipeline>,
    mood: Arc<Mutex<Mood>>,
    asked: Arc<AtomicUsize>,
    at_once: Arc<(AtomicUsize, AtomicUsize)>,
    readiness: Readiness,
}

impl Bench {
    fn of(accounts: usize) -> Self {
        let pipeline = Arc::new(Pipeline::start(&BTreeMap::new(), "messaging", "test").unwrap());
        let (mood, asked, at_once) = (Arc::new(Mutex::new(Mood::Well)), Arc::default(), Arc::default());
        let mut builder = Gateway::builder(Arc::new(MemoryStore::new(MemoryOptions::default())), EchoPlus);
        for number in 0..accounts {
            let moody = Moody { mood: Arc::clone(&mood), asked: Arc::clone(&asked), at_once: Arc::clone(&at_once) };
            builder = builder.account(format!("moody-{number}"), Messenger::new(moody));
        }
        let settings: Settings = serde_json::from_str(r#"{"health":{"every":"30s","patience":"5s"}}"#).unwrap();
        let gateway = builder.settings(settings).meters(pipeline.meters()).build().unwrap();
        Self { gateway, pipeline, mood, asked, at_once, readiness: Readiness::starting() }
    }

    fn door(&self) -> Router {
        let pipeline = Arc::clone(&self.pipeline);
        let page = MetricsPage::new(move |accept| Ok(pipeline.page(accept)?));
        metrics(self.gateway.clone(), page, self.readiness.clone())
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    async fn now(&self, mood: Mood) -> Value {
        *self.mood.lock().unwrap() = mood;
        self.gateway.check_accounts().await;
        ask(&self.door(), "/health", None).await.1
    }
}

async fn ask(router: &Router, path: &str, token: Option<&str>) -> (StatusCode, Value) {
    let mut request = Request::get(path).header("host", "localhost");
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let answer = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    let text = String::from_utf8(body.to_vec()).unwrap();
    assert!(!text.contains(SECRET), "{text}");
    (status, serde_json::from_str(&text).unwrap_or_default())
}

#[tokio::test(start_paused = true)]
async fn whoever_asks_makes_nobody_call_a_platform() {
    let bench = Bench::of(2);
    let door = bench.door();
    assert_eq!(ask(&door, "/health", None).await.1["accounts"][0]["state"], "unchecked");
    bench.readiness.ready();
    bench.gateway.check_accounts().await;
    assert_eq!(bench.asked(), 2);
    for _ in 0..100 {
        let (status, health) = ask(&door, "/health", None).await;
        assert_eq!((status, &health["healthy"], &health["state"]), (StatusCode::OK, &json!(true), &json!("ready")));
        ask(&door, "/metrics", None).await;
    }
    assert_eq!(bench.asked(), 2, "a hundred strangers caused no call");
    bench.readiness.drain();
    assert_eq!(ask(&door, "/health", None).await.0, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test(start_paused = true)]
async fn every_trouble_has_a_code_and_since_when() {
    let bench = Bench::of(1);
    bench.readiness.ready();
    let first = bench.now(Mood::Well).await;
    let account = &first["accounts"][0];
    assert_eq!(
        (&account["account"], &account["provider"], &account["state"]),
        (&json!("moody-0"), &json!("moody"), &json!("ready"))
    );
    assert!(account.get("code").is_none() && account["since"].is_string(), "{account}");
    for (mood, code) in [(Mood::Refusing, "unauthorized"), (Mood::Silent, "timeout"), (Mood::Panicking, "unexpected")] {
        let started = tokio::time::Instant::now();
        let health = bench.now(mood).await;
        assert!(started.elapsed() <= Duration::from_secs(5), "one that is silent is not waited for");
        let account = &health["accounts"][0];
        assert_eq!((&account["state"], &account["code"]), (&json!("degraded"), &json!(code)), "{mood:?}");
        assert_eq!((&health["healthy"], &health["state"]), (&json!(false), &json!("ready")), "the node goes on");
        bench.gateway.measure().await;
        let (_, page) = bench.pipeline.page(None).unwrap();
        let gauge = page.lines().find(|line| line.starts_with("messaging_gateway_account_healthy{")).unwrap();
        assert!(gauge.contains("\"moody-0\"") && gauge.ends_with(" 0"), "{gauge}");
    }
    let well = bench.now(Mood::Well).await;
    assert_eq!(well["accounts"][0]["state"], "ready");
    bench.gateway.measure().await;
    assert!(
        bench
            .pipeline
            .page(None)
            .unwrap()
            .1
            .lines()
            .any(|line| line.starts_with("messaging_gateway_account_healthy{") && line.ends_with(" 1"))
    );
}

#[tokio::test(start_paused = true)]
async fn accounts_are_asked_every_now_and_then_and_so_many_at_once() {
    let bench = Bench::of(20);
    let watching = bench.gateway.watch_accounts();
    drop(tokio::time::timeout(Duration::from_secs(95), watching).await);
    assert_eq!(bench.asked(), 60, "three rounds in 95 s");
    assert_eq!(bench.at_once.1.load(Ordering::SeqCst), 8);
}

#[tokio::test(start_paused = true)]
async fn the_console_tells_it_to_whoever_has_its_token() {
    let bench = Bench::of(1);
    bench.readiness.ready();
    bench.gateway.check_accounts().await;
    let settings = ConsoleSettings::new(Secret::new("t"));
    let console = console(bench.gateway.clone(), settings, bench.readiness.clone()).build().unwrap();
    assert_eq!(ask(&console, "/health", None).await.0, StatusCode::UNAUTHORIZED);
    let (status, health) = ask(&console, "/health", Some("t")).await;
    assert_eq!((status, &health["accounts"][0]["state"]), (StatusCode::OK, &json!("ready")));
}
