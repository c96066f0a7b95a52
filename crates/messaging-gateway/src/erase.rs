//! What is kept of somebody: shown, and removed here and where providers allow it.

use std::{collections::BTreeMap, panic::AssertUnwindSafe, time::Duration};

use futures_util::{FutureExt, StreamExt, stream};
use messaging_core::{
    Context, ErrorKind, Place, Request,
    id::{ConversationId, MessageId},
    message::{DeleteConversation, DeleteMessage},
};
use messaging_store::{Erased, Erasure, Exported, Lane, Side, StoreError, Subject};
use serde::Serialize;
use tokio::time::{Instant, timeout_at};

use crate::{Gateway, media_key::MediaKey};

/// How long providers may take for all of it.
const PATIENCE: Duration = Duration::from_secs(20);

/// Most conversations or messages that providers are asked about at the same time.
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

/// One conversation at a provider, with everything said in it, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeletedConversation {
    /// Where it was.
    pub conversation: Place,
    /// Within which account.
    pub account: String,
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
    /// Every conversation that a provider was to delete as a whole.
    pub conversations: Vec<DeletedConversation>,
    /// Every message that a provider was to delete, by itself or with its conversation.
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

    /// Removes everything that is kept of a conversation or a person: at providers, as far as they delete
    /// conversations or messages, in 20 s at most, then here. Answers once no byte of it is in the store's files.
    ///
    /// # Errors
    /// The store did not answer: what providers deleted stays deleted, and nothing is lost by erasing again.
    pub async fn erase(&self, subject: Subject) -> messaging_store::Result<ErasureReport> {
        let fresh = MediaKey::random().map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let kept = self.parts.store.export(&subject).await?;
        let until = Instant::now() + PATIENCE;
        let deleting = stream::iter(self.whole(&kept)).map(|(lane, id)| self.delete_conversation(lane, id, until));
        let whole: BTreeMap<_, _> = deleting.buffered(AT_ONCE).collect().await;
        let deleting = stream::iter(messages(&kept)).map(|(lane, message)| {
            let with = whole.get(&lane).map(|deleted| deleted.outcome);
            self.delete(lane, message, with, until)
        });
        let messages: Vec<_> = deleting.buffered(AT_ONCE).collect().await;
        let conversations: Vec<_> = whole.into_values().collect();
        let id = format!("{:032x}", (self.parts.ids)());
        let mut erasure = Erasure::new(subject, id, fresh);
        let of_conversations = conversations.iter().map(|deleted| deleted.outcome);
        for outcome in of_conversations.chain(messages.iter().map(|deleted| deleted.outcome)) {
            *erasure.provider.entry(outcome.word().to_owned()).or_default() += 1;
        }
        let receipt = self.parts.store.erase(erasure).await?;
        self.wake(Side::Turns);
        self.wake(Side::Sends);
        for item in &kept {
            if let Exported::Conversation { lane, .. } = item {
                self.announce(lane);
            }
        }
        Ok(ErasureReport { receipt, conversations, messages })
    }

    /// The conversations that go as a whole, by their providers' names, where those delete them so.
    fn whole(&self, kept: &[Exported]) -> Vec<(Lane, ConversationId)> {
        let whole = kept.iter().filter_map(|item| match item {
            Exported::Conversation { lane, whole: true } => Some(lane),
            _ => None,
        });
        let named = whole.filter_map(|lane| {
            let account = self.parts.accounts.get(lane.conversation.account())?;
            let lifecycle = account.messenger.provider().lifecycle()?;
            Some((lane.clone(), lifecycle.deleted_with(lane.conversation.place())?))
        });
        named.collect()
    }

    async fn delete_conversation(&self, lane: Lane, id: ConversationId, until: Instant) -> (Lane, DeletedConversation) {
        let (outcome, why) = self.ask_to_delete(&lane, DeleteConversation { id }, until).await;
        let (conversation, account) = (lane.conversation.place().clone(), lane.conversation.account().to_owned());
        (lane, DeletedConversation { conversation, account, outcome, why })
    }

    /// Deletes a message, unless it went `with` its conversation.
    async fn delete(&self, lane: Lane, message: MessageId, with: Option<Deletion>, until: Instant) -> DeletedMessage {
        let (outcome, why) = match with {
            Some(Deletion::Deleted) => (Deletion::Deleted, None),
            Some(Deletion::Gone) => (Deletion::Gone, Some("its conversation was not there any more".into())),
            _ => self.try_delete(&lane, &message, until).await,
        };
        let account = lane.conversation.account().to_owned();
        DeletedMessage { conversation: lane.conversation.place().clone(), account, message, outcome, why }
    }

    async fn try_delete(&self, lane: &Lane, message: &MessageId, until: Instant) -> (Deletion, Option<String>) {
        let account = self.parts.accounts.get(lane.conversation.account());
        if account.is_some_and(|account| account.messenger.provider().deletes().is_none()) {
            return (Deletion::Impossible, Some("the provider deletes no messages".into()));
        }
        let request = DeleteMessage { conversation: lane.conversation.place().clone(), id: message.clone() };
        self.ask_to_delete(lane, request, until).await
    }

    async fn ask_to_delete(
        &self,
        lane: &Lane,
        request: impl Request<Output = ()>,
        until: Instant,
    ) -> (Deletion, Option<String>) {
        let Some(account) = self.parts.accounts.get(lane.conversation.account()) else {
            return (Deletion::Impossible, Some("the account is not configured any more".into()));
        };
        if Instant::now() >= until {
            return (Deletion::NotTried, Some("there was no time for it".into()));
        }
        let mut context = Context::default();
        context.tenant = Some(lane.tenant.clone());
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
