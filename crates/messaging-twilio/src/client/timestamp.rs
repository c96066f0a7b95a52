use std::fmt;

use messaging_core::UnixMillis;
use serde::{Deserialize, Serialize};

use crate::date;

/// A moment as Twilio writes it: `2015-12-16T22:18:37Z`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(String);

impl Timestamp {
    /// Returns the text as it stands.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads it; none if it is no date.
    #[must_use]
    pub fn moment(&self) -> Option<UnixMillis> {
        date::read(&self.0)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
