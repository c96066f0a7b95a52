//! What surrounds a call.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use crate::id::IntentId;

/// Facts about one call that are not part of the request itself.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Context {
    /// Which intent this call carries out: the provider writes it down, so that the send can be found again.
    pub intent: Option<IntentId>,
    /// Whose account this call is made for.
    pub tenant: Option<Arc<str>>,
    /// 0 on the first try; a retry layer counts up.
    pub attempt: u32,
    /// After this moment nothing may leave this process any more (a lease ends, a caller has gone).
    pub not_after: Option<NotAfter>,
    /// Room for a layer's own data.
    pub extensions: http::Extensions,
}

/// A moment on the monotonic clock of whoever made the context, as a question: has it passed?
///
/// A closure, because this crate has no clock of its own.
#[derive(Clone)]
pub struct NotAfter(Arc<dyn Fn() -> bool + Send + Sync>);

impl NotAfter {
    /// Passes when `passed` says so.
    pub fn new(passed: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(passed))
    }

    /// Whether the moment has passed.
    #[must_use]
    pub fn has_passed(&self) -> bool {
        (self.0)()
    }
}

impl std::fmt::Debug for NotAfter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("NotAfter").field(&self.has_passed()).finish()
    }
}

/// Whether the provider may hold a command, as [`Dispatch`](crate::dispatch::Dispatch) saw it.
///
/// Put one into [`Context::extensions`] and keep a clone: it answers when the call itself was dropped and cannot.
#[derive(Clone, Debug, Default)]
pub struct Departure(Arc<AtomicBool>);

impl Departure {
    /// Whether the command was handed to the provider and no answer since then took that back.
    #[must_use]
    pub fn has_left(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    /// Returns whether it had left before.
    pub(crate) fn leave(&self) -> bool {
        self.0.swap(true, Ordering::AcqRel)
    }

    pub(crate) fn take_back(&self) {
        self.0.store(false, Ordering::Release);
    }
}
