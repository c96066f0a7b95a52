//! What is kept of somebody: shown, and removed here and where providers allow it.

use std::{panic::AssertUnwindSafe, time::Duration};

use futures_util::{FutureExt, StreamExt, stream};
use messaging_core::{Context, ErrorKind, Place, id::MessageId, message::DeleteMessage};
use messaging_store::{Erased, Erasure, Exported, Lane, Side, StoreError, Subject};
use serde::Serialize;
use tokio::time::{Instant, timeout_at};

use crate::{Gateway, media_key::MediaKey};

/// How long providers may take for all of it.
const PATIENCE: Duration = Duration::from_secs(20);

/// Most messages that providers are asked about at the same time.
const AT_ONCE: usize = 8;

/// What a provider did about one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Deletion {
    /// It is deleted.
    Deleted,
    /// It was not there any more.
    Gone,
    /// The provider refused.
    Refused,
    /// The provider deletes no messages, or keeps none, or the account is not configured any more.
    Impossible,
    /// Nobody can tell.
    Unknown,
    /// There was no time for it.
    NotTried,
}

impl Deletion {
    /// The word that counts it in receipts.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Gone => "gone",
            Self::Refused => "refused",
            Self::Impossible => "impossible",
            Self::Unknown => "unknown",
            Self::NotTried => "not_tried",
        }
    }
}

/// One message at a provider, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeletedMessage {
    /// Where it was.
    pub conversation: Place,
    /// Within which account.
    pub account: String,
    /// The provider's name for it.
    pub message: MessageId,
    /// What became of it.
    pub outcome: Deletion,
    /// Why, unless it is deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What an erasure did, here and at providers. Only the receipt is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ErasureReport {
    /// The receipt.
    pub receipt: Erased,
    /// Every message that a provider was to delete.
    pub messages: Vec<DeletedMessage>,
}

impl Gateway {
    /// Shows everything that is kept of a conversation or a person.
    ///
    /// # Errors
    /// The store did not answer, or it is too much for one export.
    pub async fn export(&self, subject: &Subject) -> messaging_store::Result<Vec<Exported>> {
        self.parts.store.export(subject).await
    }

    /// Removes everything that is kept of a conversation or a person: at providers, as far as they delete messages, in
    /// 20 s at most, then here. Answers once no byte of it is in the store's files.
    ///
    /// # Errors
    /// The store did not answer: what providers deleted stays deleted, and nothing is lost by erasing again.
    pub async fn erase(&self, subject: Subject) -> messaging_store::Result<ErasureReport> {
        let fresh = MediaKey::random().map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let kept = self.parts.store.export(&subject).await?;
        let until = Instant::now() + PATIENCE;
        let deleting = stream::iter(messages(&kept)).map(|(lane, message)| self.delete(lane, message, until));
        let messages: Vec<_> = deleting.buffered(AT_ONCE).collect().await;
        let id = format!("{:032x}", (self.parts.ids)());
        let mut erasure = Erasure::new(subject, id, fresh);
        for deleted in &messages {
            *erasure.provider.entry(deleted.outcome.word().to_owned()).or_default() += 1;
        }
        let receipt = self.parts.store.erase(erasure).await?;
        self.wake(Side::Turns);
        self.wake(Side::Sends);
        for item in &kept {
            if let Exported::Conversation { lane, .. } = item {
                self.announce(lane);
            }
        }
        Ok(ErasureReport { receipt, messages })
    }

    async fn delete(&self, lane: Lane, message: MessageId, until: Instant) -> DeletedMessage {
        let (outcome, why) = self.try_delete(&lane, &message, until).await;
        let account = lane.conversation.account().to_owned();
        DeletedMessage { conversation: lane.conversation.place().clone(), account, message, outcome, why }
    }

    async fn try_delete(&self, lane: &Lane, message: &MessageId, until: Instant) -> (Deletion, Option<String>) {
        let Some(account) = self.parts.accounts.get(lane.conversation.account()) else {
            return (Deletion::Impossible, Some("the account is not configured any more".into()));
        };
        if account.messenger.provider().deletes().is_none() {
            return (Deletion::Impossible, Some("the provider deletes no messages".into()));
        }
        if Instant::now() >= until {
            return (Deletion::NotTried, Some("there was no time for it".into()));
        }
        let mut context = Context::default();
        context.tenant = Some(lane.tenant.clone());
        let request = DeleteMessage { conversation: lane.conversation.place().clone(), id: message.clone() };
        let call = AssertUnwindSafe(account.messenger.call_in(context, request)).catch_unwind();
        let error = match timeout_at(until, call).await {
            Ok(Ok(Ok(()))) => return (Deletion::Deleted, None),
            Ok(Ok(Err(error))) => error,
            Ok(Err(_)) => return (Deletion::Unknown, Some("the provider panicked".into())),
            Err(_) => return (Deletion::Unknown, Some("no answer in time".into())),
        };
        let outcome = match error.kind() {
            ErrorKind::NotFound => Deletion::Gone,
            ErrorKind::Unsupported => Deletion::Impossible,
            _ if error.may_have_been_sent() => Deletion::Unknown,
            _ => Deletion::Refused,
        };
        (outcome, Some(error.to_string()))
    }
}

/// The names of messages at providers, each once, in the order in which they are kept.
fn messages(kept: &[Exported]) -> Vec<(Lane, MessageId)> {
    let mut all = Vec::new();
    for item in kept {
        let named = match item {
            Exported::Line { lane, record } => record.message.clone().map(|message| (lane.clone(), message)),
            Exported::Carried { lane, message } => Some((lane.clone(), message.clone())),
            _ => None,
        };
        all.extend(named);
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|named| seen.insert(named.clone()));
    all
}
