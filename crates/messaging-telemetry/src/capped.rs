use std::{
    collections::BTreeSet,
    sync::{Arc, PoisonError, RwLock},
};

/// Different values that one attribute takes at most; what comes later is `other`.
const MOST: usize = 1_000;

/// What stands for every value that came too late, or is not to be told.
pub(crate) const OTHER: &str = "other";

/// The values of an attribute that nobody bounds for us, such as channels and tenants.
#[derive(Debug)]
pub(crate) struct Capped {
    known: RwLock<BTreeSet<Arc<str>>>,
    other: Arc<str>,
}

impl Default for Capped {
    fn default() -> Self {
        Self { known: RwLock::default(), other: OTHER.into() }
    }
}

impl Capped {
    /// Returns `value`, or `other` if there were too many before it.
    pub(crate) fn value(&self, value: &str) -> Arc<str> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(value) {
            return Arc::clone(known);
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(value) {
            return Arc::clone(known);
        }
        if known.len() >= MOST {
            return Arc::clone(&self.other);
        }
        let value: Arc<str> = value.into();
        known.insert(Arc::clone(&value));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_too_late_is_other() {
        let capped = Capped::default();
        for number in 0..MOST {
            assert_eq!(*capped.value(&number.to_string()), number.to_string());
        }
        assert_eq!(&*capped.value("one more"), OTHER);
        assert_eq!(&*capped.value("7"), "7", "what was known stays");
    }
}
