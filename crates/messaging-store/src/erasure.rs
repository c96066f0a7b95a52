use std::{collections::BTreeMap, fmt, sync::Arc};

use messaging_core::{
    Event, EventKind, Secret, UnixMillis,
    signature::{hmac_sha256, is_hmac_sha256_hex},
};
use serde::{Deserialize, Serialize};

use crate::Lane;

/// The secret of a store under which what must outlive an erasure is kept.
pub(crate) const SECRET: &str = "erasure";

/// What the ledger of contacts says of somebody who was erased after they had opted out.
pub(crate) const ERASED_OUT: &str = "they had opted out before they were erased";

/// Whose data: a conversation, or a person wherever they wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Subject {
    /// Everything of one conversation.
    Conversation(Lane),
    /// Everything of one person of a tenant, in every account: whole conversations in which nobody else wrote, or which
    /// are named after them, and what they said and were answered in others.
    Person {
        /// Whose.
        tenant: Arc<str>,
        /// As authors and contacts are named: an address such as `+15550100777`, an identity, a user's id.
        id: String,
    },
}

impl Subject {
    /// Returns the person, if it is one.
    pub(crate) fn person(&self) -> Option<&str> {
        match self {
            Self::Person { id, .. } => Some(id),
            Self::Conversation(_) => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conversation(lane) => write!(f, "conversation {lane}"),
            Self::Person { tenant, id } => write!(f, "person {tenant}/{id}"),
        }
    }
}

/// An erasure, as it is asked for.
#[derive(Clone, Debug)]
pub struct Erasure {
    /// Whose data go.
    pub subject: Subject,
    /// The receipt's name. Random.
    pub id: String,
    /// The key for what must outlive it, unless the store has one.
    pub fresh: Secret,
    /// What providers did before, counted by outcome.
    pub provider: BTreeMap<String, u64>,
}

impl Erasure {
    /// An erasure that no provider took part in.
    #[must_use]
    pub fn new(subject: Subject, id: impl Into<String>, fresh: Secret) -> Self {
        Self { subject, id: id.into(), fresh, provider: BTreeMap::new() }
    }
}

/// What an erasure removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Removed {
    /// Conversations in which there was anything.
    pub conversations: u64,
    /// Events that wanted an answer, with what the provider told.
    pub events: u64,
    /// Those among them that had not ended, or waited for a person: they are counted as erased from now on.
    pub ended: u64,
    /// Lines of history.
    pub lines: u64,
    /// Replies in the outbox or on a shelf.
    pub sends: u64,
    /// Those among them, and messages being written, that may have been carried: the provider may know more of them
    /// than this store did.
    pub may_have_been_carried: u64,
    /// Opt-outs that still hold, kept as an HMAC.
    pub opt_outs: u64,
}

/// The receipt of an erasure. It names nobody, and outlives what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Erased {
    /// Its name.
    pub id: String,
    /// When.
    pub at: UnixMillis,
    /// Of whom: an HMAC under the store's secret, the same whenever the same subject is erased.
    pub subject: String,
    /// What this store removed.
    pub removed: Removed,
    /// What providers did, counted by outcome.
    #[serde(default)]
    pub provider: BTreeMap<String, u64>,
    /// The receipt before this one for the same subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<String>,
    /// An HMAC over everything above under the store's secret.
    pub signature: String,
}

impl Erased {
    /// Writes the receipt of an erasure, signed.
    pub(crate) fn new(
        erasure: &Erasure,
        seal: &Seal,
        at: UnixMillis,
        removed: Removed,
        earlier: Option<String>,
    ) -> Self {
        let (id, provider) = (erasure.id.clone(), erasure.provider.clone());
        let subject = seal.subject(&erasure.subject);
        let mut receipt = Self { id, at, subject, removed, provider, earlier, signature: String::new() };
        receipt.signature = seal.word("receipt", &receipt.signed());
        receipt
    }

    fn signed(&self) -> String {
        let Self { id, at, subject, removed, provider, earlier, .. } = self;
        serde_json::json!([id, at, subject, removed, provider, earlier]).to_string()
    }

    /// Whether it was signed under this secret, the store's own called `erasure`, and says what it said then.
    #[must_use]
    pub fn is_signed_under(&self, secret: &Secret) -> bool {
        let given = self.signature.strip_prefix(PREFIX).unwrap_or_default();
        is_hmac_sha256_hex(secret.expose(), &[b"receipt\0", self.signed().as_bytes()], given)
    }
}

/// What every word begins with that stands for something erased.
const PREFIX: &str = "erased:";

/// What turns names into words that only tell whether they are the same.
#[derive(Debug)]
pub(crate) struct Seal(pub(crate) Secret);

impl Seal {
    /// Stands for a key of an event.
    pub(crate) fn key(&self, key: &str) -> String {
        self.word("key", key)
    }

    /// Stands for a contact's address.
    pub(crate) fn address(&self, address: &str) -> String {
        self.word("address", address)
    }

    /// Stands for whoever was erased.
    pub(crate) fn subject(&self, subject: &Subject) -> String {
        self.word("subject", &subject.to_string())
    }

    fn word(&self, purpose: &str, text: &str) -> String {
        use fmt::Write;
        let hash = hmac_sha256(self.0.expose(), &[purpose.as_bytes(), b"\0", text.as_bytes()]);
        hash.iter().fold(PREFIX.to_owned(), |mut word, byte| {
            let _ = write!(word, "{byte:02x}");
            word
        })
    }
}

/// Whether a person did it.
pub(crate) fn is_by(event: &Event, person: &str) -> bool {
    author(event).is_some_and(|author| author == person)
}

/// Who did it, where an agent is asked about it.
pub(crate) fn author(event: &Event) -> Option<&str> {
    match &event.kind {
        EventKind::MessageAdded(message) => Some(&message.author.id),
        EventKind::Action(action) => Some(&action.author.id),
        EventKind::Command(command) => Some(&command.author.id),
        _ => None,
    }
}

/// Whether a conversation is named after a person.
pub(crate) fn is_named_after(lane: &Lane, person: &str) -> bool {
    lane.conversation.place().parts().iter().any(|part| part == person)
}
