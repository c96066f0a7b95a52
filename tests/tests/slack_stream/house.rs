use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use fastrand::Rng;
use messaging_core::{Clock, Messenger};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings, slack::StopError};
use messaging_gateway::{Gateway, Ingress, Point, Probe};
use messaging_http::{Transport, TransportError};
use messaging_resilience::Policy;
use messaging_slack::{Slack, SlackConfig};
use messaging_store::Store;
use messaging_testkit::{Disk, DiskModel};
use tokio::{
    sync::Notify,
    time::{sleep, timeout},
};
use tower::ServiceExt;

use crate::{
    agent::{Told, novelist},
    plant::{Calls, Plant, through},
    screen,
};

/// Until when things go wrong.
const TROUBLE: Duration = Duration::from_secs(240);

/// Deaths of the process in one world, at most.
const DEATHS: u32 = 3;

/// Where the answer is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// In a thread, where Slack streams.
    InThread,
    /// In direct messages outside of any thread, where a message is edited.
    Directly,
    /// In a thread, where the person presses stop while it grows.
    AndStopped,
}

/// What happened in a world.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) deaths: u64,
    pub(crate) streams: u64,
    pub(crate) updates: u64,
    /// Stops that were pressed.
    pub(crate) stops: u64,
}

/// A workspace, a gateway that dies now and then, and an agent that writes long answers.
pub(crate) struct House {
    emulator: SlackEmulator,
    slack: Transport,
    disk: Disk,
    clock: Clock,
    told: Told,
    asked: Asked,
    seed: u64,
    rng: Mutex<Rng>,
    calls: Arc<Calls>,
    ingress: Arc<Mutex<Option<Ingress>>>,
    deaths: AtomicU64,
    journal: Journal,
}

/// Stops the process at a point.
struct Fate {
    armed: Mutex<(Rng, u32)>,
    struck: Notify,
}

#[async_trait]
impl Probe for Fate {
    async fn at(&self, _: Point) {
        let strikes = {
            let mut armed = self.armed.lock().unwrap();
            armed.1 > 0 && armed.0.u32(..1_000) < armed.1
        };
        if strikes {
            self.struck.notify_one();
            std::future::pending::<()>().await;
        }
    }
}

impl House {
    pub(crate) fn new(seed: u64, asked: Asked, plant: Plant) -> Self {
        let journal = Journal::new();
        let mut rng = Rng::with_seed(seed);
        let mut settings = SlackSettings::generated(seed);
        settings.events_url = Some("http://gateway.test/webhooks/slack".into());
        let mut plan = FaultPlan::default();
        if rng.u32(..10) > 0 {
            plan.refuse = rng.u32(..40);
            plan.throttle = rng.u32(..60);
            plan.break_before = rng.u32(..40);
            plan.break_after = rng.u32(..40);
            plan.vanish_before = rng.u32(..40);
            plan.vanish_after = rng.u32(..40);
            plan.late = rng.u32(..40);
            plan.blind = rng.u32(..200);
            plan.stream_death = rng.u32(..40);
            plan.until = TROUBLE;
        }
        if plant == Plant::DeleteNothing {
            (plan.late, plan.until) = (300, TROUBLE);
        }
        let wall = journal.clone();
        let clock = Clock::new(move || wall.wall());
        let emulator = SlackEmulator::new(settings, plan, seed, journal.clone());
        let calls = Arc::new(Calls::default());
        Self {
            slack: through(plant, emulator.api(), Arc::clone(&calls)),
            emulator,
            disk: Disk::new(DiskModel::default(), clock.clone()),
            clock,
            told: Told::default(),
            asked,
            seed,
            rng: Mutex::new(rng),
            calls,
            ingress: Arc::default(),
            deaths: AtomicU64::new(0),
            journal,
        }
    }

    /// Asks for a long answer, waits until all is quiet, and reads the screen.
    pub(crate) async fn live(self) -> (Ended, Vec<String>) {
        self.connect();
        let settings = self.emulator.settings().clone();
        let (channel, words) = match self.asked {
            Asked::InThread | Asked::AndStopped => (&settings.channel, "@bot tell me a story"),
            Asked::Directly => (&settings.dm_channel, "tell me a story"),
        };
        let ts = self.emulator.write(&settings.user_id, channel, words, None).unwrap();
        let thread = (self.asked != Asked::Directly).then_some(ts.as_str());
        let stops = AtomicU64::new(0);
        let watch = self.disk.open();
        let quiet = async {
            loop {
                sleep(Duration::from_secs(5)).await;
                let counts = watch.counts().await.unwrap();
                if counts.accepted > 0 && counts.in_flight == 0 {
                    break counts;
                }
            }
        };
        let mut wrong = Vec::new();
        let done = async {
            match timeout(Duration::from_secs(3 * 60 * 60), quiet).await {
                Ok(counts) if counts.answered == 1 => {}
                // What was stopped before anything was said is no answer.
                Ok(counts) if counts.silent == 1 && stops.load(Ordering::Relaxed) > 0 => {}
                Ok(counts) => wrong.push(format!("{counts:?}")),
                Err(_) => wrong.push("it never ends".into()),
            }
            // What was never heard about is looked for until it cannot come any more.
            sleep(Duration::from_secs(600)).await;
        };
        tokio::select! {
            () = done => {}
            () = self.lives() => unreachable!("it lives until the end"),
            () = self.press(&ts, &stops) => unreachable!("whoever has pressed waits"),
        }
        let stops = stops.into_inner();
        let messages = screen::read(&self.emulator.api(), &settings.bot_token, channel, thread).await;
        wrong.extend(screen::complaints(&messages, &self.told.lock().unwrap(), stops > 0));
        wrong.extend(self.emulator.warnings());
        if !wrong.is_empty() && std::env::var("MESSAGING_JOURNAL").is_ok() {
            let cut = |line: String| line.chars().take(160).collect::<String>();
            println!("{}", self.journal.kept().into_iter().map(cut).collect::<Vec<_>>().join("\n"));
        }
        let count = |calls: &AtomicU64| calls.load(Ordering::Relaxed);
        let ended = Ended {
            deaths: count(&self.deaths),
            streams: count(&self.calls.streams),
            updates: count(&self.calls.updates),
            stops,
        };
        (ended, wrong)
    }

    /// Presses stop, in worlds where that is done, as soon as something grows after a while.
    async fn press(&self, thread: &str, stops: &AtomicU64) {
        if self.asked == Asked::AndStopped {
            let settings = self.emulator.settings().clone();
            let after = self.rng.lock().unwrap().u64(500..60_000);
            sleep(Duration::from_millis(after)).await;
            while let Err(why) = self.emulator.press_stop(&settings.user_id, &settings.channel, thread) {
                assert_eq!(why, StopError::NothingStreams);
                sleep(Duration::from_millis(250)).await;
            }
            self.journal.note("somebody presses stop");
            stops.fetch_add(1, Ordering::Relaxed);
        }
        std::future::pending::<()>().await;
    }

    fn connect(&self) {
        let ingress = Arc::clone(&self.ingress);
        self.emulator.connect(Transport::new(tower::service_fn(move |request| {
            let door = ingress.lock().unwrap().clone();
            async move {
                let door = door.ok_or_else(|| TransportError::not_sent("nobody is up"))?;
                Ok(door.oneshot(request).await.unwrap_or_else(|never| match never {}))
            }
        })));
    }

    /// One life of the process after the other.
    async fn lives(&self) {
        for life in 0.. {
            let mut rng = Rng::with_seed(self.rng.lock().unwrap().u64(..));
            let mortal = life < DEATHS && rng.bool();
            let armed = if mortal { rng.u32(1..60) } else { 0 };
            let age = if mortal && rng.bool() { Duration::from_millis(rng.u64(500..300_000)) } else { Duration::MAX };
            let fate = Arc::new(Fate { armed: Mutex::new((rng.fork(), armed)), struck: Notify::new() });
            let gateway = self.gateway(&mut rng, Arc::clone(&fate));
            *self.ingress.lock().unwrap() = Some(gateway.ingress());
            tokio::select! {
                () = gateway.run(std::future::pending()) => unreachable!("nobody stops it"),
                () = fate.struck.notified() => {}
                () = sleep(age) => {}
            }
            *self.ingress.lock().unwrap() = None;
            self.deaths.fetch_add(1, Ordering::Relaxed);
            self.journal.note("the process dies");
            sleep(Duration::from_millis(rng.u64(100..40_000))).await;
        }
    }

    fn gateway(&self, rng: &mut Rng, fate: Arc<Fate>) -> Gateway {
        let settings = self.emulator.settings();
        let config = SlackConfig::new(settings.bot_token.as_str(), &settings.signing_secret);
        let slack = Slack::new(config.with_base_url("http://slack.test"), self.slack.clone()).unwrap();
        let (ids, seed) = (Mutex::new(rng.fork()), rng.u64(..));
        // Processes die here that no message has ended.
        let patient = serde_json::from_str(r#"{ "turns": { "crashes": 50 } }"#).unwrap();
        Gateway::builder(Arc::new(self.disk.open()), novelist(self.seed, Arc::clone(&self.told)))
            .account("slack", Messenger::new(slack))
            .settings(patient)
            .policy(Policy::gateway().with_seed(seed))
            .public_url("http://gateway.test")
            .clock(self.clock.clone())
            .ids(move || ids.lock().unwrap().u128(..))
            .probe(fate)
            .build()
            .unwrap()
    }
}
