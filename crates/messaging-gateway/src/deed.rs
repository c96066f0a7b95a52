use std::{panic::AssertUnwindSafe, time::Duration};

use futures_util::FutureExt;
use messaging_core::{
    Context, Error, ErrorKind, Messenger, Request, Result, UnixMillis, Verb,
    command::NotAfter,
    id::{IntentId, MessageId},
    message::{DeleteMessage, DiscardStream, EditMessage, FindSend, FindStream, FinishStream, Found, Receipt},
};
use messaging_store::{Deed, Intent, Lease, Settled, StoreError};
use tokio::time::{Instant, timeout_at};

use crate::{
    Gateway,
    account::Account,
    following::{FAILED, calls},
    live::could_be,
};

/// Looks beyond the schedule for a message that nobody heard about, before a person is told.
const PATIENCE: usize = 8;

impl Gateway {
    /// Has a message that is there show what it is to show in the end.
    pub(crate) async fn finish_live(
        &self,
        account: &Account,
        lease: &Lease,
        intent: &Intent,
        id: MessageId,
        shown: Option<usize>,
    ) -> Result<Receipt> {
        let (messenger, message) = (&account.messenger, intent.message.clone());
        if Verb::FinishStream.is_offered_by(messenger.provider()) {
            let request = FinishStream::new(message.to, id, message.content).showing(shown);
            self.leave(messenger, lease, intent, request).await
        } else {
            let request = EditMessage { conversation: message.to, id, content: message.content };
            self.leave(messenger, lease, intent, request).await
        }
    }

    /// Takes a message of ours back; one that nobody heard about is looked for first.
    pub(crate) async fn discard_live(&self, account: &Account, lease: &Lease, intent: &Intent) -> Settled {
        let Deed::Discard { message, live, since } = &intent.deed else {
            return Settled::Dead { reason: "it takes nothing back".into() };
        };
        let messenger = &account.messenger;
        let id = match message {
            Some(id) => id.clone(),
            None => match self.find_live(messenger, lease, intent, live, *since).await {
                Ok(Found::Happened(receipt)) if receipt.id().is_some() => {
                    receipt.parts.into_iter().next().unwrap_or_else(|| "".into())
                }
                answer => return self.not_found(intent, *since, answer),
            },
        };
        let conversation = intent.message.to.clone();
        let gone = if Verb::DiscardStream.is_offered_by(messenger.provider()) {
            self.leave(messenger, lease, intent, DiscardStream { conversation, id }).await
        } else {
            self.leave(messenger, lease, intent, DeleteMessage { conversation, id }).await
        };
        match gone {
            Ok(()) => nothing(),
            Err(error) if error.kind() == ErrorKind::NotFound && !error.may_have_been_sent() => nothing(),
            Err(error) if error.may_have_been_sent() || error.is_transient() => self.again(intent, &error),
            Err(error) => Settled::Dead { reason: format!("a message that is no part of an answer stays: {error}") },
        }
    }

    /// That it is not there is believed at the last look only: its beginning may still be on its way.
    fn not_found(&self, intent: &Intent, since: UnixMillis, answer: Result<Found>) -> Settled {
        let looks = &self.parts.settings.sends.looks;
        let now = self.parts.clock.millis();
        let last = since.plus(self.parts.settings.turns.lease + looks.last().copied().unwrap_or_default());
        match answer {
            Ok(Found::DidNot) if now >= last => nothing(),
            Ok(Found::DidNot) => {
                let due = looks.iter().map(|look| since.plus(*look)).find(|due| *due > now);
                Settled::in_doubt(due.unwrap_or(last).since(now).max(Duration::from_millis(1)), "")
            }
            Ok(_) if intent.tries as usize > looks.len() + PATIENCE => Settled::Dead {
                reason: "nobody can tell whether a message that is no part of an answer was begun".into(),
            },
            Ok(_) => Settled::again(crate::classify::pause(intent.tries), "its records do not say whether it is there"),
            Err(error) => self.again(intent, &error),
        }
    }

    fn again(&self, intent: &Intent, error: &Error) -> Settled {
        if intent.tries.saturating_add(1) >= self.parts.settings.sends.tries {
            return Settled::Dead { reason: format!("a message that is no part of an answer stays: {error}") };
        }
        Settled::again(crate::classify::advice(error).max(crate::classify::pause(intent.tries)), error.to_string())
    }

    async fn find_live(
        &self,
        messenger: &Messenger,
        lease: &Lease,
        intent: &Intent,
        live: &IntentId,
        not_before: UnixMillis,
    ) -> Result<Found> {
        let unread = |error: StoreError| Error::new(ErrorKind::Unavailable, error.to_string());
        let beside = self.beside(lease).await.map_err(unread)?;
        let known = beside.into_iter().filter_map(|theirs| theirs.message).collect();
        let (message, id) = (intent.message.clone(), live.clone());
        let shown = message.content.text.clone();
        let found = if Verb::FindStream.is_offered_by(messenger.provider()) {
            let (conversation, text) = (message.to, message.content.text);
            self.leave(messenger, lease, intent, FindStream { conversation, text, intent: id, not_before, known }).await
        } else {
            self.leave(messenger, lease, intent, FindSend { intent: id, message, not_before, known }).await
        }?;
        let Found::Happened(receipt) = &found else { return Ok(found) };
        let beside = self.beside(lease).await.map_err(unread)?;
        let is_theirs = |id: &MessageId| beside.iter().any(|theirs| could_be(theirs, id, &shown));
        Ok(if receipt.id().is_some_and(is_theirs) { Found::CannotTell } else { found })
    }

    /// Makes one call under the lease of an intent.
    pub(crate) async fn leave<R: Request>(
        &self,
        messenger: &Messenger,
        lease: &Lease,
        intent: &Intent,
        request: R,
    ) -> Result<R::Output> {
        // A fence cannot reach into the provider. What keeps a holder that woke up late from sending is this.
        let until = lease.until.min(Instant::now() + self.parts.settings.sends.timeout);
        let lease_ends = lease.until;
        let mut context = Context::default();
        context.intent = Some(intent.id.clone());
        context.tenant = Some(intent.lane.tenant.clone());
        let calls = calls();
        if let Some(calls) = &calls {
            context.extensions.insert(calls.clone());
        }
        context.not_after = Some(NotAfter::new(move || Instant::now() >= lease_ends));
        // A panic in a provider is an answer that nobody got, not the end of the gateway.
        let call = AssertUnwindSafe(messenger.call_in(context, request)).catch_unwind();
        let answer = match timeout_at(until, call).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Error::new(ErrorKind::Unexpected, "the provider panicked")),
            Err(_) => Err(Error::new(ErrorKind::Timeout, "no answer in time")),
        };
        if let (Some(calls), Err(error)) = (calls, &answer) {
            calls.note(FAILED, Some(error.kind().word()));
        }
        answer
    }
}

/// It is gone, and nothing was said.
fn nothing() -> Settled {
    Settled::Sent(Receipt::of_none())
}
