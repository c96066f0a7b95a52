use messaging_core::{
    Event, SendMessage, UnixMillis,
    id::{IntentId, MessageId},
};
use serde::Serialize;

use crate::{EventId, Lane, Record, Shelved};

/// Most items of one export.
pub(crate) const MOST: usize = 100_000;

/// One thing that is kept of a conversation or a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Exported {
    /// A conversation; what follows of it is kept in it.
    Conversation {
        /// Which.
        lane: Lane,
        /// Whether all of it is theirs: nobody else's is in it.
        whole: bool,
    },
    /// A name that people are shown for an author.
    Name {
        /// Where.
        lane: Lane,
        /// The author.
        id: String,
        /// The name.
        name: String,
    },
    /// Something that came in and wanted an answer, as the provider told it.
    Event {
        /// Where.
        lane: Lane,
        /// The store's name for it.
        id: EventId,
        /// What happened.
        event: Box<Event>,
    },
    /// A line of history.
    Line {
        /// Where.
        lane: Lane,
        /// What was said.
        record: Box<Record>,
    },
    /// A reply that is to go out, or waits for a person.
    Send {
        /// Where.
        lane: Lane,
        /// Its name.
        id: IntentId,
        /// What it says.
        message: Box<SendMessage>,
        /// Whether it may have been carried.
        may_have_been_carried: bool,
    },
    /// A message of ours, as the provider names it.
    Carried {
        /// Where.
        lane: Lane,
        /// Its name.
        message: MessageId,
    },
    /// Something on a shelf.
    Shelved(Shelved),
    /// What the ledger of contacts says of somebody.
    Contact {
        /// Within which account.
        account: String,
        /// Their address.
        address: String,
        /// Since when they want nothing from us.
        opted_out: Option<UnixMillis>,
        /// When they last wrote.
        last_inbound: Option<UnixMillis>,
    },
}

/// Refuses an export of too many items.
pub(crate) fn bounded(items: Vec<Exported>) -> crate::Result<Vec<Exported>> {
    if items.len() > MOST {
        let why = format!(
            "{} items are more than the {MOST} of one export; export it conversation by conversation",
            items.len()
        );
        return Err(crate::StoreError::Full(why));
    }
    Ok(items)
}
