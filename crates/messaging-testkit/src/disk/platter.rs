use std::{
    collections::BTreeSet,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use messaging_core::{Clock, UnixMillis};
use messaging_store::memory::Tables;
use tokio::{
    sync::{Notify, oneshot},
    time::Instant,
};

use super::{DiskModel, DiskStore, Line, sabotage::Memory, writer};

/// A log of commits with a durable prefix. Outlives every process that opens it.
#[derive(Clone)]
pub struct Disk {
    pub(super) shared: Arc<Shared>,
}

pub(super) struct Shared {
    pub(super) model: DiskModel,
    pub(super) clock: Clock,
    pub(super) work: Notify,
    platter: Mutex<Platter>,
}

/// A commit, ready to be played again.
pub(super) struct Entry {
    pub(super) at: UnixMillis,
    pub(super) verb: Verb,
    /// What is left of it if the power is cut just behind it, where a defect puts half of it into the next commit.
    pub(super) torn: Option<Verb>,
}

/// What a commit does.
pub(super) type Verb = Box<dyn Fn(&mut Tables, UnixMillis) + Send>;

pub(super) struct Platter {
    pub(super) log: Vec<Entry>,
    pub(super) durable: usize,
    /// Counts power cuts: a handle of an earlier life is refused.
    pub(super) life: u64,
    pub(super) powered: bool,
    /// The lives in which a sync failed.
    pub(super) broken: BTreeSet<u64>,
    /// Until when nothing more can be written.
    pub(super) full_until: Option<Instant>,
    pub(super) tables: Tables,
    pub(super) memory: Memory,
    /// Who waits for which length of the log, in order. Not a `watch`: that one wakes in random order.
    pub(super) waiting: Vec<(usize, oneshot::Sender<()>)>,
}

impl Disk {
    /// An empty disk.
    #[must_use]
    pub fn new(model: DiskModel, clock: Clock) -> Self {
        let platter = Platter {
            log: Vec::new(),
            durable: 0,
            life: 0,
            powered: false,
            broken: BTreeSet::new(),
            full_until: None,
            tables: Tables::new(model.hold_back),
            memory: Memory::default(),
            waiting: Vec::new(),
        };
        Self { shared: Arc::new(Shared { model, clock, work: Notify::new(), platter: Mutex::new(platter) }) }
    }

    /// Opens the store on this disk; every handle of one life sees the same store. Needs a tokio runtime.
    #[must_use]
    pub fn open(&self) -> DiskStore {
        self.open_over(Line::default())
    }

    /// Opens the store over a line that may fail. Needs a tokio runtime.
    #[must_use]
    pub fn open_over(&self, line: Line) -> DiskStore {
        let mut platter = self.shared.lock();
        if !std::mem::replace(&mut platter.powered, true) {
            tokio::spawn(writer::write(Arc::clone(&self.shared), platter.life));
        }
        DiskStore::new(Arc::clone(&self.shared), platter.life, line)
    }

    /// Cuts the power: drops everything that was not synced, and every handle.
    pub fn crash(&self) {
        let mut platter = self.shared.lock();
        let durable = platter.durable;
        platter.log.truncate(durable);
        if let Some(last) = platter.log.last_mut()
            && let Some(torn) = last.torn.take()
        {
            last.verb = torn;
        }
        self.end_life(&mut platter);
    }

    /// Fails a sync: nobody knows whether what was not synced is there after the restart, so `keeps` says. Every handle
    /// answers [`Broken`](messaging_store::StoreError::Broken) from now on; whoever opens the store again goes on.
    pub fn fail_sync(&self, keeps: bool) {
        let mut platter = self.shared.lock();
        if keeps {
            platter.durable = platter.log.len();
        }
        let (durable, life) = (platter.durable, platter.life);
        platter.log.truncate(durable);
        platter.broken.insert(life);
        self.end_life(&mut platter);
    }

    /// Fills the disk until a moment: what must be written is refused, and nothing of it is done.
    pub fn fill(&self, until: Instant) {
        self.shared.lock().full_until = Some(until);
    }

    fn end_life(&self, platter: &mut Platter) {
        platter.life += 1;
        platter.powered = false;
        platter.waiting.clear();
        platter.play_again(self.shared.model.hold_back);
    }
}

impl Platter {
    /// Builds the tables from the log.
    pub(super) fn play_again(&mut self, hold_back: Duration) {
        let mut tables = Tables::new(hold_back);
        for entry in &self.log {
            (entry.verb)(&mut tables, entry.at);
        }
        self.tables = tables;
    }

    pub(super) fn is_full(&self) -> bool {
        self.full_until.is_some_and(|until| Instant::now() < until)
    }
}

impl Shared {
    /// Never held across an await: every caller drops it before it waits.
    pub(super) fn lock(&self) -> MutexGuard<'_, Platter> {
        self.platter.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let platter = self.shared.lock();
        f.debug_struct("Disk").field("durable", &platter.durable).field("log", &platter.log.len()).finish()
    }
}
