//! Webhooks of one conversation (<https://www.twilio.com/docs/conversations-classic/api/conversation-scoped-webhook-resource>).
//! They fire after the fact only, and a conversation has five at most.

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    conversations,
    params::{Params, params},
    words::words,
};
use crate::fields::segment;

words! {
    /// What is called.
    Target {
        /// A URL, for every event of the filters.
        Webhook = "webhook",
        /// A URL, for messages with one of the keywords.
        Trigger = "trigger",
        /// A Studio flow.
        Studio = "studio",
    }
}

words! {
    /// How a URL is called.
    Method {
        /// With everything in the query.
        Get = "get",
        /// With everything in a form.
        Post = "post",
    }
}

/// A webhook of one conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Webhook {
    /// Its SID, `WH…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// The conversation, `CH…`.
    pub conversation_sid: Option<String>,
    /// What is called.
    pub target: Option<Target>,
    /// How it is called.
    pub configuration: Option<Configuration>,
    /// When it was created.
    pub date_created: Option<Timestamp>,
    /// When it was changed last.
    pub date_updated: Option<Timestamp>,
    /// Its own URL.
    pub url: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Webhook, "webhook");

/// How a webhook is called.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Configuration {
    /// The URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How the URL is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// The events that fire it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<String>>,
    /// The keywords that fire it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub triggers: Option<Vec<String>>,
    /// The Studio flow, `FW…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_sid: Option<String>,
    /// The message from which on it was replayed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replay_after: Option<u64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

params! {
    /// Adds a webhook.
    Create of {
        /// To which conversation, by SID or unique name.
        conversation,
    } with {
        /// What is called. Twilio needs it.
        target: Target = "Target",
        /// The URL, for `webhook` and `trigger`.
        url: String = "Configuration.Url",
        /// How the URL is called; `get` unless told otherwise.
        method: Method = "Configuration.Method",
        /// The events that fire it, for `webhook`: `onMessageAdded`, `onParticipantAdded`, ….
        filters: Vec<String> = "Configuration.Filters",
        /// The keywords that fire it, for `trigger`.
        triggers: Vec<String> = "Configuration.Triggers",
        /// The Studio flow, `FW…`, for `studio`.
        flow_sid: String = "Configuration.FlowSid",
        /// Fires for the messages from this index on, although they are there already.
        replay_after: u64 = "Configuration.ReplayAfter",
    }
}

params! {
    /// Changes a webhook. What is left out stays.
    Update of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Which one, by SID.
        webhook,
    } with {
        /// The URL.
        url: String = "Configuration.Url",
        /// How the URL is called.
        method: Method = "Configuration.Method",
        /// The events that fire it.
        filters: Vec<String> = "Configuration.Filters",
        /// The keywords that fire it.
        triggers: Vec<String> = "Configuration.Triggers",
        /// The Studio flow, `FW…`.
        flow_sid: String = "Configuration.FlowSid",
    }
}

params! {
    /// Fetches a webhook.
    Fetch of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Which one, by SID.
        webhook,
    } with {}
}

params! {
    /// Deletes a webhook.
    Delete of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Which one, by SID.
        webhook,
    } with {}
}

params! {
    /// Lists webhooks.
    List of {
        /// Of which conversation, by SID or unique name.
        conversation,
    } with {
        /// How many a page holds; up to 5.
        page_size: u32 = "PageSize",
    }
}

impl Call for Create {
    type Output = Webhook;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::sid("Configuration.FlowSid", self.flow_sid.as_ref(), "FW")?;
        let missing = |name: &str| Err(bounds::refuse(name, "is missing"));
        match &self.target {
            None => return missing("Target"),
            Some(Target::Webhook | Target::Trigger) if self.url.is_none() => return missing("Configuration.Url"),
            Some(Target::Studio) if self.flow_sid.is_none() => return missing("Configuration.FlowSid"),
            Some(_) => {}
        }
        Ok(Spelled::post(conversations::path(root, &self.conversation, "/Webhooks")?, self.fields()))
    }
}

impl Call for Update {
    type Output = Webhook;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::sid("Configuration.FlowSid", self.flow_sid.as_ref(), "FW")?;
        Ok(Spelled::post(path(root, &self.conversation, &self.webhook)?, self.fields()))
    }
}

impl Call for Fetch {
    type Output = Webhook;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(root, &self.conversation, &self.webhook)?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(root, &self.conversation, &self.webhook)?))
    }
}

impl Lists for List {
    type Item = Webhook;
    const KEY: &'static str = "webhooks";
    const WHAT: &'static str = "webhook";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 5)?;
        Ok(Spelled::get(conversations::path(root, &self.conversation, "/Webhooks")?, self.fields()))
    }
}

fn path(root: &Root<'_>, conversation: &str, webhook: &str) -> Result<String> {
    conversations::path(root, conversation, &format!("/Webhooks/{}", segment(webhook)?))
}
