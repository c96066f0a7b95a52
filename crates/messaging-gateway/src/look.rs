use std::{panic::AssertUnwindSafe, time::Duration};

use futures_util::FutureExt;
use messaging_core::{
    Error, ErrorKind, Messenger, Reached,
    message::{FindSend, Found},
};
use messaging_store::{Doubt, Intent, Settled};
use tokio::time::Instant;

use crate::{
    Gateway, Point, UnknownPolicy,
    account::Account,
    classify::{advice, pause},
    following::calls,
};

/// Looks beyond the schedule that may fail before nobody is expected to know.
const PATIENCE: usize = 8;

/// Whether nothing was asked because there is no installation to ask as: no later look can be made either.
fn is_homeless(messenger: &Messenger, error: &Error) -> bool {
    let installs = messenger.provider().installs().is_some();
    installs && error.kind() == ErrorKind::Unauthorized && error.reached() == Reached::NotSent
}

impl Gateway {
    /// Looks a doubtful send up, once. The schedule is in the store, so it survives us.
    pub(crate) async fn look(&self, account: &Account, intent: &Intent, doubt: &Doubt) -> Settled {
        let (started, messenger) = (Instant::now(), &account.messenger);
        self.at(Point::LookStarted).await;
        let request = FindSend {
            intent: intent.id.clone(),
            message: intent.message.clone(),
            not_before: doubt.not_before,
            known: doubt.known.clone(),
        };
        let offered = messaging_core::Verb::Find.is_offered_by(messenger.provider());
        let answer = AssertUnwindSafe(messenger.call(request)).catch_unwind().await;
        let answer = answer.unwrap_or_else(|_| Err(Error::new(ErrorKind::Unexpected, "the provider panicked")));
        let (found, trouble) = match answer {
            Ok(found) => (found, None),
            Err(error) => (Found::CannotTell, Some(error)),
        };
        self.at(Point::LookReturned).await;
        let verdict = match &found {
            Found::Happened(_) => "happened",
            Found::DidNot => "did_not",
            Found::CannotTell => "cannot_tell",
        };
        account.meters.looked(verdict);
        if let Some(calls) = calls() {
            calls.note(verdict, trouble.as_ref().map(|error| error.kind().word()));
        }
        if let Some(error) = trouble.as_ref().filter(|error| is_homeless(messenger, error)) {
            return Settled::Dead {
                reason: format!("{error}; it may have been carried before, and nobody can look that up any more"),
            };
        }

        let sends = &self.parts.settings.sends;
        // Never by our own wall clock: one that is a minute ahead would make the first look the last.
        let now = doubt.claimed.plus(started.elapsed());
        let settled_by = doubt.since.plus(sends.looks.last().copied().unwrap_or_default());
        let looks = doubt.looks as usize;
        match found {
            Found::Happened(receipt) => Settled::Sent(receipt),
            Found::DidNot if now >= settled_by && intent.tries.saturating_add(1) >= sends.tries => {
                Settled::Dead { reason: format!("not carried in {} tries: the provider never answered", sends.tries) }
            }
            Found::DidNot if now >= settled_by => {
                Settled::again(Duration::ZERO, "its records say that it was not carried")
            }
            // A lookup that failed is no verdict, and costs no look of the schedule.
            Found::CannotTell if now >= settled_by && (!offered || looks > sends.looks.len() + PATIENCE) => {
                let why = trouble.map_or_else(|| "its records do not say".into(), |error| error.to_string());
                let reason = format!("the provider cannot tell whether it was carried: {why}");
                match sends.on_unknown {
                    UnknownPolicy::GiveUp => Settled::Dead { reason },
                    _ => Settled::Held { reason },
                }
            }
            _ => {
                let due = sends.looks.get(looks + 1).map(|due| doubt.since.plus(*due));
                let next = due.unwrap_or_else(|| now.plus(sends.looks.first().copied().unwrap_or_default()));
                let asked = trouble.as_ref().map_or(Duration::ZERO, advice);
                // Beyond the schedule the looks spread out, or an outage of a minute would use up all patience.
                let spread = if due.is_none() && trouble.is_some() { pause(doubt.looks) } else { Duration::ZERO };
                let reason =
                    trouble.map_or_else(String::new, |error| format!("its records could not be read: {error}"));
                Settled::in_doubt(next.since(now).max(asked).max(spread), reason)
            }
        }
    }
}
