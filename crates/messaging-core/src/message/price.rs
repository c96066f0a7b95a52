use serde::{Deserialize, Serialize};

use crate::{Place, id::MessageId};

/// Fetch what a message cost.
#[derive(Clone, Debug)]
pub struct FetchPrice {
    /// Where it was posted.
    pub conversation: Place,
    /// Which one.
    pub id: MessageId,
}

/// What a message cost, as the provider billed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Price {
    /// How much, as a decimal number that is not negative: `0.00790`.
    pub amount: String,
    /// Of what, as an ISO 4217 code: `USD`.
    pub currency: String,
}

impl Price {
    /// So much of a currency.
    pub fn new(amount: impl Into<String>, currency: impl Into<String>) -> Self {
        Self { amount: amount.into(), currency: currency.into() }
    }
}
