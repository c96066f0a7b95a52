use std::{fmt, future::Future, sync::Arc};

use async_trait::async_trait;
use messaging_core::capability::{Decision, Question};

/// Answers a platform that asks: before it acts, as by a pre-action webhook, or about what it has just told, as of a form
/// that a person sent. A question about what was told may come twice, and the agent gets its turn whatever is answered.
///
/// The platform waits for a few seconds only, and acts unasked afterwards; a hook that is late, or panics, lets it pass.
#[async_trait]
pub trait Hook: Send + Sync + 'static {
    /// Decides on one question. May be dropped at any await, once the platform's deadline is over.
    async fn decide(&self, question: Question) -> Decision;
}

/// Lets everything pass.
#[async_trait]
impl Hook for () {
    async fn decide(&self, _: Question) -> Decision {
        Decision::Pass
    }
}

#[async_trait]
impl<T: Hook + ?Sized> Hook for Arc<T> {
    async fn decide(&self, question: Question) -> Decision {
        (**self).decide(question).await
    }
}

/// Makes a hook of an async closure.
///
/// ```
/// use messaging_agent::hook_fn;
/// use messaging_core::capability::{Decision, Question};
///
/// let hook = hook_fn(|question: Question| async move {
///     match question.fields.get("Body") {
///         Some(body) if body.contains("secret") => Decision::Reject { reason: "no secrets here".into() },
///         _ => Decision::Pass,
///     }
/// });
/// ```
pub fn hook_fn<F, R>(decide: F) -> HookFn<F>
where
    F: Fn(Question) -> R + Send + Sync + 'static,
    R: Future<Output = Decision> + Send + 'static,
{
    HookFn(decide)
}

/// The hook made by [`hook_fn`].
#[derive(Clone)]
pub struct HookFn<F>(F);

#[async_trait]
impl<F, R> Hook for HookFn<F>
where
    F: Fn(Question) -> R + Send + Sync + 'static,
    R: Future<Output = Decision> + Send + 'static,
{
    async fn decide(&self, question: Question) -> Decision {
        (self.0)(question).await
    }
}

impl<F> fmt::Debug for HookFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HookFn").finish_non_exhaustive()
    }
}
