use std::{sync::Arc, time::Duration};

use messaging_core::{BoxError, Command, Error, ErrorKind, Outcome, Reached, command::NotAfter, operation::Repeat};
use messaging_telemetry::{AccountMeters, Calls};
use tokio::time::{Instant, Sleep};

use super::{budget::Budgets, jitter::Jitter, schedule::Schedule};
use crate::{Policy, waited::Waited};

/// Decides what is tried again, and when.
///
/// A command is repeated if its error may pass, and a second one can do no harm: the verb is
/// [`Harmless`](Repeat::Harmless), or the provider did nothing, or it drops a second copy by itself (see
/// [`with_idempotent_sends`](Self::with_idempotent_sends)). Waits double from 250 ms (1 s after "too many requests") up
/// to 60 s with full jitter; the provider's own `Retry-After` wins over that. After 8 tries, after 15 min, when the
/// budget is spent or the caller's `not_after` has passed, the last error is the answer. A wait beyond
/// [`max_wait`](Self::with_max_wait) is not slept: the error comes back at once and says in `retry_after` how long.
///
/// If any try may have been sent, the answer says so, whatever became of later tries.
///
/// It is a [`tower::retry::Policy`]; [`RetryLayer`](super::RetryLayer) is the way to use it.
#[derive(Clone, Debug)]
pub struct RetryPolicy {
    schedule: Schedule,
    idempotent_sends: bool,
    max_wait: Duration,
    budgets: Arc<Budgets>,
    jitter: Jitter,
    meters: AccountMeters,
    session: Session,
}

/// What one command has been through.
#[derive(Clone, Copy, Debug, Default)]
struct Session {
    started: Option<Instant>,
    repeats: u32,
    doubt: bool,
}

/// What to do with an error.
enum Verdict {
    Return,
    ReturnSaying(Duration),
    RepeatAfter(Duration),
}

/// No repeat starts later than this after the first try.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

impl RetryPolicy {
    /// Tries a command at most `tries` times, the first included.
    #[must_use]
    pub fn with_tries(mut self, tries: u32) -> Self {
        self.schedule = Schedule::new(tries);
        self
    }

    /// Repeats even sends that may have been sent, if they carry an intent: the provider drops a second copy by itself.
    ///
    /// Say so only for a provider whose [`Descriptor`](messaging_core::Descriptor) does.
    #[must_use]
    pub fn with_idempotent_sends(mut self, honoured: bool) -> Self {
        self.idempotent_sends = honoured;
        self
    }

    /// Limits how long one command may sleep in all, layers that share its waits included; 10 min by default.
    #[must_use]
    pub fn with_max_wait(mut self, max_wait: Duration) -> Self {
        self.max_wait = max_wait;
        self
    }

    /// Always allows `per_second` repeats of each verb, averaged over 10 s, and one more for every five successes.
    ///
    /// Waits that a provider asked for with "too many requests" are free: they add no load that it has not agreed to.
    #[must_use]
    pub fn with_budget(mut self, per_second: u32) -> Self {
        self.budgets = Arc::new(Budgets::new(per_second));
        self
    }

    /// Seeds the jitter, so that a run can be replayed.
    #[must_use]
    pub fn with_seed(mut self, seed: u64) -> Self {
        self.jitter = Jitter::seeded(seed);
        self
    }

    /// Counts repeats, and those that the budget did not allow, with `meters`.
    #[must_use]
    pub fn with_meters(mut self, meters: AccountMeters) -> Self {
        self.meters = meters;
        self
    }

    /// The same policy for a new command.
    pub(super) fn begin(&self) -> Self {
        Self { session: Session { started: Some(Instant::now()), ..Session::default() }, ..self.clone() }
    }

    fn judge(&mut self, command: &mut Command, error: &Error) -> Verdict {
        let too_late = command.context.not_after.as_ref().is_some_and(NotAfter::has_passed);
        if !error.is_transient() || !self.is_safe(command, error) || too_late {
            return Verdict::Return;
        }
        let Some(scheduled) = self.schedule.wait(error.kind(), self.session.repeats) else { return Verdict::Return };
        let advice = error.retry_after().filter(|advice| !advice.is_zero());
        let wait = advice.unwrap_or_else(|| self.jitter.draw(scheduled));
        let waited = Waited::of(command);
        if !waited.has_room(wait, self.max_wait) {
            return Verdict::ReturnSaying(wait);
        }
        let started = *self.session.started.get_or_insert_with(Instant::now);
        if started.elapsed().saturating_add(wait) > PATIENCE {
            return Verdict::Return;
        }
        let paced = error.kind() == ErrorKind::RateLimited && advice.is_some();
        if !paced && !self.budgets.withdraw(command.verb()) {
            self.meters.not_retried(command.verb().name());
            tracing::debug!(verb = command.verb().name(), "the retry budget is spent: not repeating");
            return Verdict::Return;
        }
        waited.add(wait);
        Verdict::RepeatAfter(wait)
    }

    fn is_safe(&self, command: &Command, error: &Error) -> bool {
        command.verb().repeat() == Repeat::Harmless
            || !error.may_have_been_sent()
            || (self.idempotent_sends && command.context.intent.is_some())
    }
}

impl Default for RetryPolicy {
    /// 8 tries, waits up to 10 min, 10 repeats per second, jitter seeded by the operating system.
    fn default() -> Self {
        Self::from(&Policy::default())
    }
}

impl From<&Policy> for RetryPolicy {
    fn from(policy: &Policy) -> Self {
        Self {
            schedule: Schedule::new(policy.tries),
            idempotent_sends: false,
            max_wait: policy.max_wait,
            budgets: Arc::new(Budgets::new(policy.repeats_per_second)),
            jitter: policy.seed.map_or_else(Jitter::random, Jitter::seeded),
            meters: AccountMeters::default(),
            session: Session::default(),
        }
    }
}

impl tower::retry::Policy<Command, Outcome, BoxError> for RetryPolicy {
    type Future = Sleep;

    fn retry(&mut self, command: &mut Command, result: &mut Result<Outcome, BoxError>) -> Option<Sleep> {
        let error = match result {
            Ok(_) => {
                self.budgets.deposit(command.verb());
                return None;
            }
            // A stranger's error says nothing about what reached the provider; callers read it as "may have been sent".
            Err(error) => error.downcast_mut::<Error>()?,
        };
        let verdict = self.judge(command, error);
        self.session.doubt |= error.may_have_been_sent();
        match verdict {
            Verdict::RepeatAfter(wait) => {
                self.session.repeats += 1;
                command.context.attempt = command.context.attempt.saturating_add(1);
                let (verb, kind) = (command.verb().name(), error.kind());
                self.meters.retried(verb, kind.word());
                if let Some(calls) = command.context.extensions.get::<Calls>() {
                    calls.note("retry", Some(kind.word()));
                }
                tracing::debug!(verb, ?kind, repeat = self.session.repeats, ?wait, "trying again");
                return Some(tokio::time::sleep(wait));
            }
            Verdict::ReturnSaying(wait) => amend(error, |error| error.with_retry_after(wait)),
            Verdict::Return => {}
        }
        if self.session.doubt {
            amend(error, |error| error.with_reached(Reached::MaybeSent));
        }
        None
    }

    fn clone_request(&mut self, command: &Command) -> Option<Command> {
        Some(command.clone())
    }
}

/// Applies one of [`Error`]'s consuming setters in place.
fn amend(error: &mut Error, change: impl FnOnce(Error) -> Error) {
    let owned = std::mem::replace(error, Error::new(ErrorKind::Unexpected, ""));
    *error = change(owned);
}
