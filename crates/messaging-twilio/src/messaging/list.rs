use messaging_core::{Result, UnixMillis};

use super::Message;
use crate::{
    client::{
        self,
        call::{Root, Spelled},
    },
    date,
    fields::Fields,
};

/// Lists messages; all of the account unless told otherwise. Twilio lists the newest first.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct List {
    /// Those to this address.
    pub to: Option<String>,
    /// Those from this address.
    pub from: Option<String>,
    /// Those sent on the UTC day of this moment.
    pub sent_on: Option<UnixMillis>,
    /// Those sent on the UTC day of this moment or later.
    pub sent_since: Option<UnixMillis>,
    /// Those sent on the UTC day of this moment or earlier.
    pub sent_until: Option<UnixMillis>,
    /// How many come in one page, up to 1,000; 50 unless told otherwise.
    pub page_size: Option<u32>,
}

impl List {
    /// Those to one address.
    #[must_use]
    pub fn to(mut self, address: impl Into<String>) -> Self {
        self.to = Some(address.into());
        self
    }

    /// Those from one address.
    #[must_use]
    pub fn from(mut self, address: impl Into<String>) -> Self {
        self.from = Some(address.into());
        self
    }

    /// Those sent on the UTC day of a moment.
    #[must_use]
    pub fn sent_on(mut self, moment: UnixMillis) -> Self {
        self.sent_on = Some(moment);
        self
    }

    /// Those sent on the UTC day of a moment or later.
    #[must_use]
    pub fn sent_since(mut self, moment: UnixMillis) -> Self {
        self.sent_since = Some(moment);
        self
    }

    /// Those sent on the UTC day of a moment or earlier.
    #[must_use]
    pub fn sent_until(mut self, moment: UnixMillis) -> Self {
        self.sent_until = Some(moment);
        self
    }

    /// So many in one page, up to 1,000.
    #[must_use]
    pub fn page_size(mut self, size: u32) -> Self {
        self.page_size = Some(size);
        self
    }
}

impl client::List for List {
    type Item = Message;

    const KEY: &'static str = "messages";
    const WHAT: &'static str = "message";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        let query = Fields::default()
            .with_some("To", self.to.as_deref())
            .with_some("From", self.from.as_deref())
            .with_some("DateSent", self.sent_on.and_then(date::day))
            .with_some("DateSent>", self.sent_since.and_then(date::day))
            .with_some("DateSent<", self.sent_until.and_then(date::day))
            .with_some("PageSize", self.page_size.map(|size| size.clamp(1, 1_000).to_string()));
        Ok(Spelled::get(root.account("/Messages.json"), query))
    }
}
