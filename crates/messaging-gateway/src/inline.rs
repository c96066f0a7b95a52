//! Replies inside the answer to a webhook.

use std::panic::{AssertUnwindSafe, catch_unwind};

use messaging_core::{capability::Verdict, id::EventKey};
use messaging_store::{Answer, Draft, EventId, Inline, Lane};
use tokio::{sync::oneshot, time::timeout};

use crate::{
    Gateway,
    waiters::{Seat, Waiter},
};

/// The replies of a turn, on their way into an answer.
pub(crate) struct Worded {
    pub(crate) inline: Inline,
    told: oneshot::Sender<()>,
}

impl Worded {
    /// Tells the webhook that its answer is stored.
    pub(crate) fn tell(self) {
        // A webhook that has gone will not hear it: the replies are doubts, and looked up.
        let _ = self.told.send(());
    }
}

impl Gateway {
    /// The stored answer to an event: when its turn ends in time, or ended so before. None for the ordinary reply.
    pub(crate) async fn answered(&self, seat: Option<Seat<'_>>, verdict: &Verdict) -> Option<Answer> {
        if !verdict.duplicate && !seat?.wait().await {
            return None;
        }
        let trouble = match timeout(self.parts.settings.limits.accept, self.parts.store.answer(verdict.cursor)).await {
            Ok(Ok(answer)) => return answer,
            Ok(Err(error)) => error.to_string(),
            Err(_) => "the store is too slow".into(),
        };
        tracing::warn!(event = verdict.id, trouble, "a stored answer could not be read; its replies are looked up");
        None
    }

    /// Words the replies to `event` as the answer its webhook waits for, if one does and they fit into it.
    pub(crate) fn word(&self, lane: &Lane, event: EventId, keys: &[EventKey], drafts: &[Draft]) -> Option<Worded> {
        let account = self.parts.accounts.get(lane.conversation.account())?;
        // A doubt that is not looked up would be sent beside the answer.
        if drafts.is_empty() || self.may_repeat(&account.messenger) {
            return None;
        }
        let Waiter { patience, word, told, .. } = self.parts.waiters.take(lane, keys)?;
        let messages: Vec<_> = drafts.iter().map(|draft| draft.message.clone()).collect();
        // A panic in a provider is a reply that does not fit, not the end of the gateway.
        let reply = catch_unwind(AssertUnwindSafe(|| word(&messages))).ok().flatten()?;
        let inline = Inline {
            event,
            answer: reply.into(),
            taken_within: patience,
            look: self.parts.settings.sends.looks.first().copied().unwrap_or_default(),
            admits: messages.iter().filter_map(|message| self.passes(account, message)).collect(),
        };
        Some(Worded { inline, told })
    }
}
