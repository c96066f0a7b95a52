use std::time::SystemTime;

use http::Method;

/// What an address of the account does with messages that belong to no conversation (`/v1/Configuration/Addresses`).
#[derive(Clone, Debug)]
pub(crate) struct AddressConfiguration {
    pub(crate) sid: String,
    /// `sms`, `whatsapp`, `rcs`, …
    pub(crate) kind: String,
    pub(crate) address: String,
    pub(crate) friendly_name: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) creation: AutoCreation,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
}

/// Whether and how a conversation is created for such a message.
#[derive(Clone, Debug)]
pub(crate) struct AutoCreation {
    pub(crate) enabled: bool,
    /// `webhook`, `studio` or `default`.
    pub(crate) kind: String,
    /// The account's default service unless told otherwise.
    pub(crate) service_sid: Option<String>,
    pub(crate) webhook_url: Option<String>,
    pub(crate) webhook_method: Method,
    pub(crate) webhook_filters: Vec<String>,
    pub(crate) studio_flow_sid: Option<String>,
    pub(crate) studio_retry_count: Option<u64>,
}
