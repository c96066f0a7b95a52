//! Where an account, a service or one conversation wants to be told of what happens.

use std::time::SystemTime;

use http::Method;

/// The webhooks of an account (`/v1/Configuration/Webhooks`) or of a service (`$S/Configuration/Webhooks`).
#[derive(Clone, Debug)]
pub(crate) struct Hook {
    /// Asked before anything is done.
    pub(crate) pre_url: Option<String>,
    /// Told after it was done.
    pub(crate) post_url: Option<String>,
    /// `GET` or `POST`.
    pub(crate) method: Method,
    /// The events that fire, before or after; none means every event after the act, and no event before it.
    pub(crate) filters: Option<Vec<String>>,
    /// `webhook` or `flex`; only the account has it.
    pub(crate) target: String,
}

impl Default for Hook {
    fn default() -> Self {
        Self { pre_url: None, post_url: None, method: Method::POST, filters: None, target: "webhook".to_owned() }
    }
}

/// What a conversation's own webhook calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A URL, for the events in `filters`.
    Webhook,
    /// A URL, for messages that contain one of the words in `triggers`.
    Trigger,
    /// A Studio flow, which is not emulated.
    Studio,
}

/// A webhook of one conversation. It hears only of what was done, never before.
#[derive(Clone, Debug)]
pub(crate) struct Scoped {
    pub(crate) sid: String,
    pub(crate) target: Target,
    pub(crate) url: Option<String>,
    /// `GET` or `POST`.
    pub(crate) method: Method,
    pub(crate) filters: Vec<String>,
    pub(crate) triggers: Vec<String>,
    pub(crate) flow_sid: Option<String>,
    /// Messages from this index on are told again when the webhook is made.
    pub(crate) replay_after: Option<i64>,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
}
