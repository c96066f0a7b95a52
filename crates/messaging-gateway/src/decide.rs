use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use futures_util::FutureExt;
use http::{Response, StatusCode};
use messaging_core::capability::{Asked, Decision, DecisionWording, Question, Reply};
use std::time::Duration;
use tokio::time::timeout;

use crate::Gateway;

impl Gateway {
    /// Asks the application what a platform asks, for as long as the platform waits; nothing is stored.
    pub(crate) async fn decide(&self, account: &str, asked: Asked) -> Response<Bytes> {
        let Asked { question, deadline, ruling } = asked;
        let kind = question.kind.clone();
        let decision = self.ruled(account, question, deadline).await;
        catch_unwind(AssertUnwindSafe(|| ruling(decision))).unwrap_or_else(|_| {
            tracing::error!(account, kind, "the provider could not word a decision; the platform acts unasked");
            let mut response = Response::new(Bytes::new());
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            response
        })
    }

    /// Asks the application about what is stored, and words its answer.
    pub(crate) async fn worded(
        &self,
        account: &str,
        question: Question,
        left: Duration,
        reply: DecisionWording,
    ) -> Reply {
        let kind = question.kind.clone();
        let decision = self.ruled(account, question, left).await;
        catch_unwind(AssertUnwindSafe(|| reply(decision))).unwrap_or_else(|_| {
            tracing::error!(account, kind, "the provider could not word a decision; the platform hears nothing of it");
            Reply::empty()
        })
    }

    /// What the application decides within `deadline`; it passes where it does not.
    async fn ruled(&self, account: &str, question: Question, deadline: Duration) -> Decision {
        let kind = question.kind.clone();
        let pass = |why: &str| {
            tracing::warn!(account, kind, ?deadline, why, "a question passes without a decision");
            Decision::Pass
        };
        let decision = AssertUnwindSafe(self.parts.hook.decide(question)).catch_unwind();
        let decision = match timeout(deadline, decision).await {
            Ok(Ok(decision)) => decision,
            Ok(Err(_)) => pass("the hook panicked"),
            Err(_) => pass("the hook did not decide in time"),
        };
        if let Decision::Reject { reason } = &decision {
            tracing::info!(account, kind, reason, "the hook rejected what a platform asked");
        }
        decision
    }
}
