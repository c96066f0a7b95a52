use std::sync::Arc;

use messaging_core::UnixMillis;
use serde::{Deserialize, Serialize};

/// Someone who wants nothing from us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptedOut {
    /// Whose account.
    pub tenant: Arc<str>,
    /// Which account.
    pub account: Arc<str>,
    /// Their address within it.
    pub address: String,
    /// When that was said; what the person said themselves, as the provider dates it, and the last time if they did so
    /// several times.
    pub at: UnixMillis,
    /// Who said so, and how.
    pub why: String,
}

/// What the ledger says of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Consent {
    /// When it was said that they want nothing from us, and who said so. A later word of theirs takes it back, an earlier
    /// one that is heard late does not.
    pub(crate) opted_out: Option<(UnixMillis, String)>,
    /// When they last wrote.
    pub(crate) last_inbound: Option<UnixMillis>,
}

/// What the ledger says where the person said so.
pub(crate) const THEY_SAID_SO: &str = "they wrote the keyword";

/// What the ledger says where the provider told us instead.
pub(crate) const THEY_ARE_OUT: &str = "the provider said so";

/// Why what was queued for someone is not sent, once they have opted out.
pub(crate) fn cancelled(why: &str) -> String {
    format!("the person opted out ({why}) before this was sent; it goes to nobody until they write START")
}
