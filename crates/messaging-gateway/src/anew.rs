//! An answer whose message is gone, because somebody deleted it before it was complete, or cannot show it. Nothing of it is
//! left on the screen, so all of it is posted as new messages.

use std::time::Duration;

use messaging_core::{
    Error, ErrorKind, SendMessage, Verb,
    id::IntentId,
    message::{DeleteMessage, DiscardStream, Receipt},
    text,
};
use messaging_store::{Deed, Intent, Lease, Settled};

use crate::{
    Gateway,
    account::Account,
    classify::{Outcome, advice, classify, pause},
};

/// Whether the message that was to be finished is not there any more.
pub(crate) fn is_gone(error: &Error) -> bool {
    error.kind() == ErrorKind::NotFound && !error.may_have_been_sent()
}

/// Whether the message will never show what it is to show, such as a text that is too long for it.
fn is_unfit(error: &Error) -> bool {
    error.kind() == ErrorKind::Invalid && !error.may_have_been_sent()
}

impl Gateway {
    /// Posts what cannot be finished because of `error`: its message is gone, or goes because it will never show that.
    /// None where something else is the matter.
    pub(crate) async fn say_anew(
        &self,
        account: &Account,
        lease: &Lease,
        intent: &Intent,
        error: &Error,
        message: SendMessage,
    ) -> Option<Settled> {
        let Deed::Finish { message: id, .. } = &intent.deed else { return None };
        if is_unfit(error) {
            let (messenger, conversation, id) = (&account.messenger, message.to.clone(), id.clone());
            // It is no stream any more: whoever could not finish it has stopped it.
            let gone = if Verb::DeleteMessage.is_offered_by(messenger.provider()) {
                self.leave(messenger, lease, intent, DeleteMessage { conversation, id }).await
            } else {
                self.leave(messenger, lease, intent, DiscardStream { conversation, id }).await
            };
            match gone {
                Err(error) if is_gone(&error) => {}
                Err(_) if intent.tries.saturating_add(1) >= self.parts.settings.sends.tries => return None,
                Err(error) if error.is_transient() || error.may_have_been_sent() => {
                    return Some(Settled::again(advice(&error).max(pause(intent.tries)), error.to_string()));
                }
                Err(_) => return None,
                Ok(()) => {}
            }
        } else if !is_gone(error) {
            return None;
        }
        Some(self.post_anew(account, lease, intent, message).await)
    }

    /// Posts the text of a message that is gone. Every part has a name of its own, the last one the intent's, because its
    /// echo proves all of them; after a doubt, each is looked up before it is posted.
    async fn post_anew(&self, account: &Account, lease: &Lease, intent: &Intent, message: SendMessage) -> Settled {
        let messenger = &account.messenger;
        let parts = match text::fit(&message, &messenger.provider().limits(&message)) {
            Ok(parts) => parts,
            Err(error) => return Settled::Dead { reason: error.to_string() },
        };
        let (count, mut told) = (parts.len(), Vec::new());
        for (at, part) in parts.into_iter().enumerate() {
            let id = if at + 1 == count { intent.id.clone() } else { IntentId::from(format!("{}-{at}", intent.id)) };
            let part = Intent { id, message: part, ..intent.clone() };
            if let Some(doubt) = intent.doubt.as_ref().filter(|_| !self.may_repeat(messenger)) {
                match self.look(account, &part, doubt).await {
                    Settled::Sent(receipt) => {
                        told.extend(receipt.parts);
                        continue;
                    }
                    Settled::Again { .. } => {}
                    undecided => return undecided,
                }
            }
            let answer = self.leave(messenger, lease, &part, part.message.clone()).await;
            match classify(answer, intent.tries) {
                Outcome::Accepted(receipt) => told.extend(receipt.parts),
                Outcome::Rejected(reason) => return Settled::Dead { reason },
                Outcome::NotSent(after, reason) | Outcome::Throttled(after, reason)
                    if told.is_empty() && intent.doubt.is_none() =>
                {
                    return Settled::again(after, reason);
                }
                // What is there already must not be posted again: the next attempt looks for it.
                Outcome::NotSent(after, reason) | Outcome::Throttled(after, reason) => {
                    return Settled::in_doubt(after.max(self.last_look()), reason);
                }
                Outcome::Unknown => {
                    let reason = "the provider did not say whether it took it";
                    return Settled::in_doubt(self.last_look(), reason);
                }
            }
        }
        let mut receipt = Receipt::of_none();
        receipt.parts = told;
        Settled::Sent(receipt)
    }

    /// How long after an attempt its absence is believed.
    fn last_look(&self) -> Duration {
        self.parts.settings.sends.looks.last().copied().unwrap_or_default()
    }
}
