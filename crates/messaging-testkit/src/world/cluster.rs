use std::{
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use fastrand::Rng;
use messaging_core::Clock;
use messaging_emulator::Journal;
use messaging_gateway::{Gateway, Ingress, Settings};
use messaging_http::{StreamTransport, Transport, TransportError};
use messaging_resilience::Policy;
use messaging_store::Keyring;
use tokio::{
    sync::{
        Notify,
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    },
    time::{Instant, sleep},
};
use tower::ServiceExt;

use super::{World, agent::Watched, body::Body, stage::Stage};
use crate::{Disk, Line, LineFault};

/// Seals what is installed in workspaces; nothing of it is random but what nobody sees.
const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// The nodes, and whoever starts them again.
pub(super) struct Cluster {
    disk: Disk,
    stage: Stage,
    agent: Watched,
    settings: Settings,
    journal: Journal,
    skew: Duration,
    keys: Option<Keyring>,
    nodes: Mutex<Vec<Option<Node>>>,
    dice: Mutex<Rng>,
    graveyard: UnboundedSender<(usize, String)>,
    mourners: Mutex<Option<UnboundedReceiver<(usize, String)>>>,
    deaths: AtomicUsize,
}

struct Node {
    body: Arc<Body>,
    ingress: Ingress,
    fronts: Vec<Option<StreamTransport>>,
    line: Line,
    drain: Arc<Notify>,
}

impl Cluster {
    pub(super) fn new(
        world: &World,
        disk: Disk,
        stage: Stage,
        agent: Watched,
        journal: Journal,
        seed: u64,
    ) -> Arc<Self> {
        let (graveyard, mourners) = unbounded_channel();
        Arc::new(Self {
            disk,
            stage,
            settings: world.settings.clone(),
            journal,
            skew: world.faults.chaos.skew,
            keys: Keyring::read(&KEY.into()).ok(),
            agent,
            nodes: Mutex::new((0..world.nodes).map(|_| None).collect()),
            dice: Mutex::new(Rng::with_seed(seed)),
            graveyard,
            mourners: Mutex::new(Some(mourners)),
            deaths: AtomicUsize::new(0),
        })
    }

    /// Starts every node, and starts again whatever dies.
    pub(super) fn start(self: &Arc<Self>) {
        (0..self.len()).for_each(|node| self.birth(node));
        let mourners = self.mourners.lock().unwrap_or_else(PoisonError::into_inner).take();
        let cluster = Arc::clone(self);
        tokio::spawn(async move {
            let Some(mut mourners) = mourners else { return };
            while let Some((node, why)) = mourners.recv().await {
                cluster.deaths.fetch_add(1, Ordering::Relaxed);
                cluster.note(format_args!("death {node} {why}"));
                if cluster.body(node).is_some() {
                    // An earlier life of a node that has long been started again.
                    continue;
                }
                let pause = cluster.dice().u64(100..5_000);
                let cluster = Arc::clone(&cluster);
                tokio::spawn(async move {
                    sleep(Duration::from_millis(pause)).await;
                    cluster.birth(node);
                });
            }
        });
    }

    /// Starts another life of a node.
    pub(super) fn birth(&self, index: usize) {
        let seed = self.dice().u64(..);
        let ids = Mutex::new(Rng::with_seed(self.dice().u64(..)));
        let body = Body::new(index, self.graveyard.clone());
        let (line, clock) = (Line::default(), self.clock_of(index));
        let mut builder = Gateway::builder(Arc::new(self.disk.open_over(line.clone())), self.agent.within(&body));
        if let Some(keys) = &self.keys {
            builder = builder.encryption_keys(keys.clone());
        }
        for (name, messenger) in self.stage.accounts(&clock) {
            builder = builder.account(name, messenger);
        }
        let built = builder
            .settings(self.settings.clone())
            .policy(Policy::gateway().with_seed(seed))
            .public_url("http://gateway.test")
            .node(format!("node-{index}"))
            .clock(clock)
            .ids(move || ids.lock().unwrap_or_else(PoisonError::into_inner).u128(..))
            .probe(Arc::clone(&body) as _)
            .build();
        let gateway = match built {
            Ok(gateway) => gateway,
            Err(error) => return self.note(format_args!("stillborn {index}: {error}")),
        };
        let drain = Arc::new(Notify::new());
        let (ingress, fronts) = (gateway.ingress(), self.stage.fronts(&gateway));
        let node = Node { body: Arc::clone(&body), ingress, fronts, line, drain: Arc::clone(&drain) };
        if let Some(place) = self.nodes().get_mut(index) {
            *place = Some(node);
        }
        self.note(format_args!("birth {index}"));
        let host = Arc::clone(&body);
        tokio::spawn(host.host(async move {
            let drained = AtomicBool::new(false);
            let stop = async {
                drain.notified().await;
                drained.store(true, Ordering::Relaxed);
            };
            gateway.run(stop).await;
            body.kill(if drained.load(Ordering::Relaxed) { "drained" } else { "by its own decision" }.into());
        }));
    }

    /// Where callbacks go: some node that seems to be alive.
    pub(super) fn door(self: &Arc<Self>) -> Transport {
        let cluster = Arc::clone(self);
        Transport::new(tower::service_fn(move |request| {
            let cluster = Arc::clone(&cluster);
            async move {
                let chosen = cluster.choose(|node| Some(node.ingress.clone()));
                let (body, ingress) = chosen.ok_or_else(|| TransportError::not_sent("nobody is up"))?;
                // A task of the node's own: a caller that hangs up does not take the handler with it, a death does.
                match tokio::spawn(body.host(ingress.oneshot(request))).await {
                    Ok(Some(Ok(response))) => Ok(response),
                    _ => Err(TransportError::maybe_sent("connection reset")),
                }
            }
        }))
    }

    /// What some node that seems to be alive serves to the people of a pair, and the body that it is part of.
    pub(super) fn some_front(&self, pair: usize) -> Option<(Arc<Body>, StreamTransport)> {
        self.choose(|node| node.fronts.get(pair)?.clone())
    }

    fn choose<T>(&self, of: impl Fn(&Node) -> Option<T>) -> Option<(Arc<Body>, T)> {
        let nodes = self.nodes();
        let alive: Vec<_> = nodes.iter().flatten().filter(|node| !node.body.is_dead()).collect();
        let chosen = (!alive.is_empty()).then(|| self.dice().usize(..alive.len()))?;
        alive.get(chosen).and_then(|node| Some((Arc::clone(&node.body), of(node)?)))
    }

    /// Cuts the power of everything.
    pub(super) fn cut(&self) {
        self.note("power cut");
        self.disk.crash();
        for node in 0..self.len() {
            if let Some(body) = self.body(node) {
                body.kill("in the power cut".into());
            }
        }
    }

    /// Breaks the line between a node and the store for a while.
    pub(super) fn part(&self, node: usize, fault: LineFault, time: Duration) {
        self.note(format_args!("line of {node} {fault:?} for {time:?}"));
        if let Some(Some(node)) = self.nodes().get(node) {
            node.line.fail(fault, Instant::now() + time);
        }
    }

    /// Fails a sync of the disk. Nodes that go on are stopped by nobody but themselves.
    pub(super) fn fail_sync(&self, keeps: bool) {
        self.note("a sync fails");
        self.disk.fail_sync(keeps);
    }

    /// Fills the disk for a while.
    pub(super) fn fill(&self, time: Duration) {
        self.note(format_args!("disk full for {time:?}"));
        self.disk.fill(Instant::now() + time);
    }

    /// What a node takes the time for.
    fn clock_of(&self, index: usize) -> Clock {
        let (wall, most) = (self.journal.clone(), u64::try_from(self.skew.as_millis()).unwrap_or(u64::MAX));
        if most == 0 || index == 0 {
            return Clock::new(move || wall.wall());
        }
        let off = Duration::from_millis(self.dice().u64(..=most));
        let is_ahead = self.dice().bool();
        self.note(format_args!("clock of {index} {} {off:?}", if is_ahead { "ahead" } else { "behind" }));
        Clock::new(move || if is_ahead { wall.wall() + off } else { wall.wall() - off })
    }

    /// Asks a node to drain.
    pub(super) fn drain(&self, node: usize) {
        self.note(format_args!("drain {node}"));
        if let Some(Some(node)) = self.nodes().get(node) {
            node.drain.notify_one();
        }
    }

    /// The living body of a node.
    pub(super) fn body(&self, node: usize) -> Option<Arc<Body>> {
        let body = Arc::clone(&self.nodes().get(node)?.as_ref()?.body);
        (!body.is_dead()).then_some(body)
    }

    pub(super) fn len(&self) -> usize {
        self.nodes().len()
    }

    pub(super) fn is_frozen(&self) -> bool {
        self.nodes().iter().flatten().any(|node| node.body.is_frozen())
    }

    pub(super) fn deaths(&self) -> usize {
        self.deaths.load(Ordering::Relaxed)
    }

    pub(super) fn note(&self, line: impl fmt::Display) {
        self.journal.note(line);
    }

    fn nodes(&self) -> MutexGuard<'_, Vec<Option<Node>>> {
        self.nodes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn dice(&self) -> MutexGuard<'_, Rng> {
        self.dice.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
