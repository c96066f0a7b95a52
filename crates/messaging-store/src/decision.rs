use std::{fmt, str::FromStr};

use messaging_core::UnixMillis;
use serde::{Deserialize, Serialize};

use crate::{Shelf, ShelvedKind};

/// What a person decides about something on a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Decision {
    /// What failed is tried again, under the names it had: an event gets turns, a send is sent. What may have been
    /// carried is looked up first.
    Redrive,
    /// What nobody can tell the outcome of is sent again, without a look: people may see it twice.
    Resend,
    /// It was carried: somebody has seen it.
    Delivered,
    /// Nothing more is done about it.
    Drop,
}

impl Decision {
    const ALL: [Self; 4] = [Self::Redrive, Self::Resend, Self::Delivered, Self::Drop];

    /// The word that stands for it, as in the API.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Redrive => "redrive",
            Self::Resend => "resend",
            Self::Delivered => "delivered",
            Self::Drop => "drop",
        }
    }

    /// What can be decided about a thing; `kept` says whether all of it is still there.
    pub(crate) fn about(shelf: Shelf, kind: ShelvedKind, kept: bool) -> Vec<Self> {
        match (shelf, kind) {
            (Shelf::Rejected, _) => Vec::new(),
            (_, ShelvedKind::Event) if !kept => vec![Self::Drop],
            (Shelf::Dead, _) => vec![Self::Redrive, Self::Drop],
            (Shelf::Unknown, _) => vec![Self::Resend, Self::Delivered, Self::Drop],
        }
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A word that stands for no decision.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no decision: write redrive, resend, delivered or drop")]
pub struct NoDecision(String);

impl FromStr for Decision {
    type Err = NoDecision;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|decision| decision.word() == text).ok_or_else(|| NoDecision(text.to_owned()))
    }
}

/// What came of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Decided {
    /// It was written down, and takes effect.
    Done,
    /// It was decided before, by a person or by the provider's word; nothing was changed.
    Already {
        /// How.
        decision: Decision,
        /// When.
        at: UnixMillis,
    },
    /// That cannot be decided about it; nothing was changed.
    Unfit {
        /// What can.
        choices: Vec<Decision>,
    },
    /// Nothing of that name is on a shelf, or was within the time for which decisions are remembered.
    Missing,
}
