use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use messaging_core::{Clock, UnixMillis};
use messaging_store::memory::Tables;
use tokio::sync::{Notify, oneshot};

use super::{DiskModel, DiskStore, sabotage::Memory, writer};

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
pub(super) type Entry = (UnixMillis, Box<dyn Fn(&mut Tables, UnixMillis) + Send>);

pub(super) struct Platter {
    pub(super) log: Vec<Entry>,
    pub(super) durable: usize,
    /// Counts power cuts: a handle of an earlier life is refused.
    pub(super) life: u64,
    pub(super) powered: bool,
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
            tables: Tables::new(model.hold_back),
            memory: Memory::default(),
            waiting: Vec::new(),
        };
        Self { shared: Arc::new(Shared { model, clock, work: Notify::new(), platter: Mutex::new(platter) }) }
    }

    /// Opens the store on this disk; every handle of one life sees the same store. Needs a tokio runtime.
    #[must_use]
    pub fn open(&self) -> DiskStore {
        let mut platter = self.shared.lock();
        if !std::mem::replace(&mut platter.powered, true) {
            tokio::spawn(writer::write(Arc::clone(&self.shared), platter.life));
        }
        DiskStore::new(Arc::clone(&self.shared), platter.life)
    }

    /// Cuts the power: drops everything that was not synced, and every handle.
    pub fn crash(&self) {
        let mut platter = self.shared.lock();
        let durable = platter.durable;
        platter.log.truncate(durable);
        platter.life += 1;
        platter.powered = false;
        platter.waiting.clear();
        let mut tables = Tables::new(self.shared.model.hold_back);
        for (at, commit) in &platter.log {
            commit(&mut tables, *at);
        }
        platter.tables = tables;
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
