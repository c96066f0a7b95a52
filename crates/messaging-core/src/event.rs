//! What happened on the provider's side.

use serde::{Deserialize, Serialize};

use crate::{
    Place, UnixMillis,
    error::VendorError,
    id::{EventKey, IntentId, MessageId},
    message::{ConversationState, Message, Participant},
};

/// Something that happened, as the provider told it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Event {
    /// The provider's names for it. Any of them seen before: it is the same event told twice.
    pub keys: Vec<EventKey>,
    /// Where it happened.
    pub conversation: Place,
    /// What it was.
    pub kind: EventKind,
    /// Whether it was meant for us.
    #[serde(default)]
    pub addressed: Addressed,
    /// The keyword of consent that it is, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keyword: Option<Keyword>,
    /// When, where the provider says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred_at: Option<UnixMillis>,
    /// Its place in the conversation, counted from 0 without gaps, if the provider counts so by nature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<u64>,
    /// The payload as it came, for whoever needs a field we did not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
}

impl Event {
    /// Something that happened in `conversation`, known by `key`.
    pub fn new(key: impl Into<EventKey>, conversation: Place, kind: EventKind) -> Self {
        Self {
            keys: vec![key.into()],
            conversation,
            kind,
            addressed: Addressed::default(),
            keyword: None,
            occurred_at: None,
            sequence: None,
            raw: None,
        }
    }

    /// Adds another name for the same thing.
    #[must_use]
    pub fn or_key(mut self, key: impl Into<EventKey>) -> Self {
        self.keys.push(key.into());
        self
    }

    /// Says whether it was meant for us.
    #[must_use]
    pub fn addressed(mut self, addressed: Addressed) -> Self {
        self.addressed = addressed;
        self
    }

    /// Marks it as a keyword of consent, which gets no turn unless it is [`Keyword::Yes`].
    #[must_use]
    pub fn with_keyword(mut self, keyword: Keyword) -> Self {
        self.keyword = Some(keyword);
        self
    }

    /// Says when it happened.
    #[must_use]
    pub fn at(mut self, moment: UnixMillis) -> Self {
        self.occurred_at = Some(moment);
        self
    }

    /// Gives it a place in the conversation. Only for providers that count from 0 without gaps.
    #[must_use]
    pub fn in_sequence(mut self, place: u64) -> Self {
        self.sequence = Some(place);
        self
    }

    /// Keeps the payload.
    #[must_use]
    pub fn with_raw(mut self, raw: impl Into<String>) -> Self {
        self.raw = Some(raw.into());
        self
    }

    /// Whether an agent is to be asked about it, were it addressed to us.
    #[must_use]
    pub fn wants_turn(&self) -> bool {
        matches!(self.keyword, None | Some(Keyword::Yes)) && matches!(self.kind, EventKind::MessageAdded(_))
    }
}

/// Whether an event was meant for us.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Addressed {
    /// Said to us alone: an SMS, a direct message.
    #[default]
    Direct,
    /// Said to us by name, among others.
    Mention,
    /// Said among others. It gets a turn only where an earlier event of the conversation was addressed to us.
    Ambient,
}

/// A message by which a person gives, takes back or asks about their consent to be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keyword {
    /// Write no more.
    Stop,
    /// You may write again.
    Start,
    /// `Start` where the person had said stop, and an answer like any other where not: it gets a turn.
    Yes,
    /// Who are you? The platform answers.
    Help,
}

/// The kinds of [`Event`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventKind {
    /// A person wrote.
    MessageAdded(Message),
    /// A message of ours came back to us. Gets no turn; proves the send it names.
    MessageEchoed {
        /// The message.
        message: Message,
        /// The intent it carried, if it can be read.
        intent: Option<IntentId>,
    },
    /// Somebody changed a message; this is what it says now.
    MessageEdited(Message),
    /// Somebody took a message back.
    MessageRemoved(MessageId),
    /// A message of ours got further, or failed.
    Delivery(Delivery),
    /// A conversation changed its state.
    ConversationState(ConversationState),
    /// Someone joined.
    ParticipantAdded(Participant),
    /// Someone left.
    ParticipantRemoved(Participant),
    /// Something this version has no word for, by the vendor's name. Stored, never answered.
    Other(String),
}

/// How far a message of ours got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Delivery {
    /// The provider's name for the message.
    pub message: MessageId,
    /// The intent the message carried, if the callback says so: proof that the send took effect.
    pub intent: Option<IntentId>,
    /// How far.
    pub status: DeliveryStatus,
    /// Why it failed.
    pub error: Option<VendorError>,
}

impl Delivery {
    /// `message` has got as far as `status`.
    pub fn new(message: impl Into<MessageId>, status: DeliveryStatus) -> Self {
        Self { message: message.into(), intent: None, status, error: None }
    }
}

/// How far a message got. Callbacks may come in any order, and twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum DeliveryStatus {
    /// The provider has it, or keeps it for a later moment.
    Accepted,
    /// It waits for its turn to leave.
    Queued,
    /// It is leaving.
    Sending,
    /// The provider has handed it on.
    Sent,
    /// It arrived.
    Delivered,
    /// It was read.
    Read,
    /// It was handed on and did not arrive.
    Undelivered,
    /// It was not handed on.
    Failed,
    /// It was taken back before it left.
    Canceled,
    /// A status this version does not know, in the vendor's word.
    #[serde(untagged)]
    Other(String),
}

impl DeliveryStatus {
    /// Returns what is known once `other` is told as well, whichever of the two was told first.
    ///
    /// A later step of a life wins over an earlier one; an end wins over every step on the way to it.
    #[must_use]
    pub fn or_later(self, other: Self) -> Self {
        if other.rank() > self.rank() { other } else { self }
    }

    /// Whether nothing else will be told, except that what was delivered is then read.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Delivered | Self::Read | Self::Undelivered | Self::Failed | Self::Canceled)
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Other(_) => 0,
            Self::Accepted => 1,
            Self::Queued => 2,
            Self::Sending => 3,
            Self::Sent => 4,
            Self::Delivered => 5,
            Self::Read => 6,
            Self::Canceled => 7,
            Self::Failed => 8,
            Self::Undelivered => 9,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_callbacks_does_not_matter() {
        let life = ["accepted", "queued", "sending", "sent", "delivered", "read"];
        let life = life.map(|word| serde_json::from_str::<DeliveryStatus>(&format!("\"{word}\"")).unwrap());
        for earlier in &life {
            for later in &life {
                let (one, other) = (earlier.clone().or_later(later.clone()), later.clone().or_later(earlier.clone()));
                assert_eq!(one, other);
            }
        }
        assert_eq!(life.into_iter().rev().reduce(DeliveryStatus::or_later), Some(DeliveryStatus::Read));
    }
}
