use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// How many are under way, and how many ever were.
#[derive(Clone, Default)]
pub(crate) struct UnderWay(Arc<[AtomicUsize; 2]>);

/// One of those under way; gone when dropped, however it ends.
pub(crate) struct Place(UnderWay);

impl UnderWay {
    pub(crate) fn count(&self) -> usize {
        self.0[0].load(Ordering::SeqCst)
    }

    pub(crate) fn ever(&self) -> usize {
        self.0[1].load(Ordering::SeqCst)
    }

    pub(crate) fn enter(&self) -> Place {
        for count in &*self.0 {
            count.fetch_add(1, Ordering::SeqCst);
        }
        Place(self.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.0[0].fetch_sub(1, Ordering::SeqCst);
    }
}
