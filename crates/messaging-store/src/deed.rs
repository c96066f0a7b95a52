use messaging_core::{
    UnixMillis,
    id::{IntentId, MessageId},
};
use serde::{Deserialize, Serialize};

/// What carrying a [`Draft`](crate::Draft) means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Deed {
    /// It becomes a new message.
    #[default]
    Post,
    /// A message that is there already shows exactly it from then on. Harmless to repeat.
    Finish {
        /// Which message.
        message: MessageId,
        /// How many bytes of the text it certainly shows already, and nothing behind them.
        shown: Option<usize>,
    },
    /// A message of ours goes. Harmless to repeat; nothing was said, so no line of the conversation is written.
    Discard {
        /// Which message. None if nobody heard whether it was begun: it is looked for.
        message: Option<MessageId>,
        /// What it carried as its intent.
        live: IntentId,
        /// No byte of it left before this moment.
        since: UnixMillis,
    },
}

impl Deed {
    /// Whether it takes something away, instead of saying something.
    #[must_use]
    pub fn is_discard(&self) -> bool {
        matches!(self, Self::Discard { .. })
    }

    /// Whether an attempt that nobody knows the outcome of is simply made again.
    #[must_use]
    pub fn may_repeat(&self) -> bool {
        matches!(self, Self::Finish { .. } | Self::Discard { .. })
    }
}
