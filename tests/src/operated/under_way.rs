//! Counts.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// How many are under way, and how many ever were.
#[derive(Clone, Debug, Default)]
pub struct UnderWay(Arc<[AtomicUsize; 2]>);

/// One of those under way; gone when dropped, however it ends.
#[derive(Debug)]
pub struct Place(UnderWay);

impl UnderWay {
    /// How many are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0[0].load(Ordering::SeqCst)
    }

    /// How many were or are.
    #[must_use]
    pub fn ever(&self) -> usize {
        self.0[1].load(Ordering::SeqCst)
    }

    /// One more.
    #[must_use]
    pub fn enter(&self) -> Place {
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
