use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// How many bytes of bodies may be on their way in at once, over all connections.
#[derive(Clone, Debug)]
pub(super) struct Budget(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    most: usize,
    spent: AtomicUsize,
}

/// What one body has taken of the budget; given back on drop.
#[derive(Debug)]
pub(super) struct Share {
    budget: Budget,
    bytes: usize,
}

impl Budget {
    pub(super) fn new(most: usize) -> Self {
        Self(Arc::new(Shared { most, spent: AtomicUsize::new(0) }))
    }

    pub(super) fn share(&self) -> Share {
        Share { budget: self.clone(), bytes: 0 }
    }
}

impl Share {
    /// Takes `more` bytes; false if there are not so many left.
    pub(super) fn take(&mut self, more: usize) -> bool {
        let Shared { most, spent } = &*self.budget.0;
        let fits = |spent: usize| spent.checked_add(more).filter(|spent| spent <= most);
        let taken = spent.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_ok();
        if taken {
            self.bytes += more;
        }
        taken
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.budget.0.spent.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_body_has_taken_another_one_cannot() {
        let budget = Budget::new(10);
        let (mut first, mut second) = (budget.share(), budget.share());
        assert!(first.take(7) && !second.take(4) && second.take(3) && !first.take(1));
        drop(first);
        assert!(!second.take(8) && second.take(7) && !second.take(usize::MAX));
        drop(second);
        assert_eq!(budget.0.spent.load(Ordering::Relaxed), 0);
    }
}
