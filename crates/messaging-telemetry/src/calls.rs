use std::{
    borrow::Cow,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// Most of what happens during one call that is remembered.
const REMEMBERED: usize = 32;

/// What happens while a call is under way, for the span that it is part of. Cheap to clone; put one into
/// [`Context::extensions`](messaging_core::Context) and keep a clone.
#[derive(Clone, Debug)]
pub struct Calls(Arc<(Instant, Mutex<Vec<Happened>>)>);

/// Something that happened during a call.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Happened {
    /// What, in a word.
    pub name: &'static str,
    /// How long after the beginning.
    pub after: Duration,
    /// The kind of error that led to it.
    pub error: Option<Cow<'static, str>>,
}

impl Calls {
    /// Nothing has happened yet; time counts from `start`.
    #[must_use]
    pub fn since(start: Instant) -> Self {
        Self(Arc::new((start, Mutex::default())))
    }

    /// Notes something; the first 32 things are remembered.
    pub fn note(&self, name: &'static str, error: Option<&'static str>) {
        let mut happened = self.0.1.lock().unwrap_or_else(PoisonError::into_inner);
        if happened.len() < REMEMBERED {
            happened.push(Happened { name, after: self.0.0.elapsed(), error: error.map(Cow::Borrowed) });
        }
    }

    /// Returns what was noted, and forgets it.
    #[must_use]
    pub fn take(&self) -> Vec<Happened> {
        std::mem::take(&mut self.0.1.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
