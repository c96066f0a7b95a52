//! What happened on the provider's side.

mod command;
mod delivery;
mod installation;
mod interaction;
mod reaction;
mod reply_attributes;
mod said;
mod stop;

use serde::{Deserialize, Serialize};

use crate::{
    Place, UnixMillis,
    id::{EventKey, IntentId, MessageId},
    message::{ConversationState, Message, Participant},
};

pub use command::Command;
pub use delivery::{Delivery, DeliveryStatus};
pub use installation::Installation;
pub use interaction::Interaction;
pub use reaction::Reaction;
pub use reply_attributes::ReplyAttributes;
pub use stop::Stop;

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
    /// What the replies to it carry along, such as the address that they go to. Kept until the replies have left.
    #[serde(default, skip_serializing_if = "ReplyAttributes::is_empty")]
    pub reply_attributes: ReplyAttributes,
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
            reply_attributes: ReplyAttributes::default(),
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

    /// Says what the replies to it carry in [`SendMessage::attributes`](crate::SendMessage::attributes).
    #[must_use]
    pub fn with_reply_attributes(mut self, attributes: ReplyAttributes) -> Self {
        self.reply_attributes = attributes;
        self
    }

    /// Whether an agent is to be asked about it, were it addressed to us.
    #[must_use]
    pub fn wants_turn(&self) -> bool {
        let asks = matches!(self.kind, EventKind::MessageAdded(_) | EventKind::Action(_) | EventKind::Command(_));
        asks && matches!(self.keyword, None | Some(Keyword::Yes))
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
    /// Meant for us, and no part of what is said there: a button, a command. It gets a turn, and what others say
    /// afterwards is no more addressed to us than before.
    Aside,
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
    /// A person pressed a button, chose in a menu, sent a form or used a shortcut. Gets a turn.
    Action(Interaction),
    /// A person gave a command, such as `/deploy staging`. Gets a turn.
    Command(Command),
    /// Somebody reacted to a message.
    ReactionAdded(Reaction),
    /// Somebody took a reaction back.
    ReactionRemoved(Reaction),
    /// A person stopped the answer that is being given. Cancels the running turn.
    Stopped(Stop),
    /// The conversation has another title.
    TitleChanged(String),
    /// The app was removed, or may do less than before.
    Installation(Installation),
    /// Something this version has no word for, by the vendor's name. Stored, never answered.
    Other(String),
}
