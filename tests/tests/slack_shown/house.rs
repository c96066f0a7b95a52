use std::{
    future::Future,
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use http::Request;
use messaging_agent::{Agent, FromStream, Turn, Writer, from_stream};
use messaging_core::{Clock, Messenger};
use messaging_emulator::{FaultPlan, Journal, Shown, SlackEmulator, SlackSettings};
use messaging_gateway::{Gateway, Settings};
use messaging_http::{Transport, TransportError};
use messaging_resilience::Policy;
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{Counts, MemoryOptions, MemoryStore};
use tokio::time::{Instant, sleep, timeout};
use tower::ServiceExt;

/// A workspace and a gateway; nothing fails.
pub(crate) struct House {
    pub(crate) slack: SlackEmulator,
    gateway: Gateway,
    calls: Arc<Mutex<Vec<(Instant, String)>>>,
}

impl House {
    pub(crate) fn new(agent: impl Agent + 'static) -> Self {
        Self::far(agent, Duration::ZERO)
    }

    /// One to which Slack's answers take so long.
    pub(crate) fn far(agent: impl Agent + 'static, way: Duration) -> Self {
        Self::with(agent, way, Settings::default())
    }

    pub(crate) fn with(agent: impl Agent + 'static, way: Duration, numbers: Settings) -> Self {
        Self::of(agent, way, numbers, Vec::new())
    }

    /// One where the first call of each of these methods is answered to nobody, and takes effect so much later.
    pub(crate) fn unheard(agent: impl Agent + 'static, late: &[(&'static str, Duration)]) -> Self {
        Self::of(agent, Duration::ZERO, Settings::default(), late.to_vec())
    }

    fn of(agent: impl Agent + 'static, way: Duration, numbers: Settings, late: Vec<(&'static str, Duration)>) -> Self {
        let journal = Journal::new();
        let mut settings = SlackSettings::generated(7);
        settings.events_url = Some("http://gateway.test/webhooks/slack".into());
        let config = SlackConfig::new(settings.bot_token.as_str(), &settings.signing_secret);
        let slack = SlackEmulator::new(settings, FaultPlan::default(), 7, journal.clone());
        let calls = Arc::<Mutex<Vec<_>>>::default();
        let (api, heard, late) = (slack.api(), Arc::clone(&calls), Arc::new(Mutex::new(late)));
        let api = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            heard.lock().unwrap().push((Instant::now(), request.uri().path().to_owned()));
            let api = api.clone();
            let called = request.uri().path().trim_start_matches("/api/").to_owned();
            let late = late.lock().unwrap().extract_if(.., |(method, _)| *method == called).next();
            async move {
                if let Some((_, late)) = late {
                    tokio::spawn(async move {
                        sleep(late).await;
                        api.oneshot(request).await
                    });
                    return Err(TransportError::maybe_sent("the answer is lost"));
                }
                let answer = api.oneshot(request).await;
                sleep(way).await;
                answer
            }
        }));
        let provider = Slack::new(config.with_base_url("http://slack.test"), api).unwrap();
        let clock = Clock::new(move || journal.wall());
        let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
        let gateway = Gateway::builder(Arc::new(store), agent)
            .account("slack", Messenger::new(provider))
            .policy(Policy::gateway().with_seed(7))
            .settings(numbers)
            .public_url("http://gateway.test")
            .clock(clock)
            .build()
            .unwrap();
        let ingress = gateway.ingress();
        slack.connect(Transport::new(tower::service_fn(move |request| {
            let door = ingress.clone();
            async move { Ok(door.oneshot(request).await.unwrap_or_else(|never| match never {})) }
        })));
        Self { slack, gateway, calls }
    }

    /// Works until the scene is over.
    pub(crate) async fn run<T>(&self, scene: impl Future<Output = T>) -> T {
        tokio::select! {
            over = scene => over,
            () = self.gateway.run(std::future::pending()) => unreachable!("nobody stops it"),
        }
    }

    /// Waits until everything is answered, and for another five minutes: whatever comes late is there then.
    pub(crate) async fn quiet(&self) -> Counts {
        let quiet = async {
            loop {
                sleep(Duration::from_secs(1)).await;
                let counts = self.gateway.counts().await.unwrap();
                if counts.accepted > 0 && counts.in_flight == 0 {
                    break counts;
                }
            }
        };
        let counts = timeout(Duration::from_secs(60 * 60), quiet).await.expect("it ends");
        sleep(Duration::from_secs(300)).await;
        for dead in self.gateway.shelved(messaging_store::Shelf::Dead, 10).await.unwrap() {
            println!("dead: {}", dead.reason);
        }
        counts
    }

    /// Has somebody who may do that delete a message of the app's.
    pub(crate) async fn delete(&self, channel: &str, ts: &str) {
        let body = serde_json::json!({ "channel": channel, "ts": ts }).to_string();
        let request = Request::post("http://slack.test/api/chat.delete")
            .header("authorization", format!("Bearer {}", self.slack.settings().bot_token))
            .header("content-type", "application/json; charset=utf-8")
            .body(body.into())
            .unwrap();
        let answer = self.slack.api().oneshot(request).await.unwrap();
        let answer: serde_json::Value = serde_json::from_slice(answer.body()).unwrap();
        assert_eq!(answer["ok"], true, "{answer}");
    }

    /// What people see of the app.
    pub(crate) fn screen(&self) -> Vec<Shown> {
        self.slack.truth().shown.into_iter().filter(|shown| shown.from_app).collect()
    }

    /// When a method was called.
    pub(crate) fn calls(&self, method: &str) -> Vec<Instant> {
        let path = format!("/api/{method}");
        self.calls.lock().unwrap().iter().filter(|(_, called)| *called == path).map(|(at, _)| *at).collect()
    }

    /// When anything was called that changes what people see.
    pub(crate) fn writes(&self) -> Vec<(Instant, String)> {
        self.calls.lock().unwrap().iter().filter(|(_, path)| path.starts_with("/api/chat.")).cloned().collect()
    }
}

/// An agent that says so many words, none twice, one each `pause`.
pub(crate) fn speaker(words: usize, pause: Duration) -> impl Agent {
    let speak: FromStream<_> = from_stream(move |_: Turn, writer: Writer| async move {
        for number in 0..words {
            writer.delta(format!("w{number:04} ")).await;
            sleep(pause).await;
        }
        Ok(())
    });
    speak
}

/// Everything that a [`speaker`] says.
pub(crate) fn speech(words: usize) -> String {
    (0..words).map(|number| format!("w{number:04}")).collect::<Vec<_>>().join(" ")
}
