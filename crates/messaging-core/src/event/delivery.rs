use serde::{Deserialize, Serialize};

use crate::{
    error::VendorError,
    id::{IntentId, MessageId},
};

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

    /// Returns it in a word of ours; `other` for a vendor's own.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Undelivered => "undelivered",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
            Self::Other(_) => "other",
        }
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
