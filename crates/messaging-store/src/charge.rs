use crate::Money;

/// What one message takes, before anybody has billed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Where the person is, as an ISO 3166-1 alpha-2 code; none if nobody knows.
    pub country: Option<String>,
    /// The channel, in a word: `sms`, `whatsapp`.
    pub channel: String,
    /// What the vendor counts: segments of an SMS, otherwise messages.
    pub units: u32,
    /// What that costs by the operator's price table; none if it has no price for it.
    pub cost: Option<Money>,
}

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// To us.
    Inbound,
    /// From us.
    Outbound,
}
