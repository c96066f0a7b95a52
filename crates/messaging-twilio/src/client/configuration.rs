//! The defaults of an account (<https://www.twilio.com/docs/conversations-classic/api/configuration-resource>) and of a
//! service (<https://www.twilio.com/docs/conversations-classic/api/service-configuration-resource>).

use std::{collections::BTreeMap, time::Duration};

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, bounds,
    call::{Root, Spelled, answer},
    params::{Params, params},
};
use crate::fields::segment;

/// The defaults of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Configuration {
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The default Conversations service, `IS…`.
    pub default_chat_service_sid: Option<String>,
    /// The Messaging Service of conversations that name none, `MG…`.
    pub default_messaging_service_sid: Option<String>,
    /// How long without news until a conversation becomes inactive, as an ISO 8601 duration.
    pub default_inactive_timer: Option<String>,
    /// How long without news until a conversation is closed, as an ISO 8601 duration.
    pub default_closed_timer: Option<String>,
    /// Its own URL.
    pub url: Option<String>,
    /// The URLs of what belongs to it.
    pub links: Option<BTreeMap<String, String>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Configuration, "configuration");

/// The defaults of a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ServiceConfiguration {
    /// The service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// The role of whoever creates a conversation, `RL…`.
    pub default_conversation_creator_role_sid: Option<String>,
    /// The role of whoever joins a conversation, `RL…`.
    pub default_conversation_role_sid: Option<String>,
    /// The role of a new user, `RL…`.
    pub default_chat_service_role_sid: Option<String>,
    /// Whether the service watches who is online.
    pub reachability_enabled: Option<bool>,
    /// Its own URL.
    pub url: Option<String>,
    /// The URLs of what belongs to it.
    pub links: Option<BTreeMap<String, String>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(ServiceConfiguration, "service configuration");

params! {
    /// Fetches the defaults of the account.
    Fetch of {} with {}
}

params! {
    /// Changes the defaults of the account. What is left out stays.
    Update of {} with {
        /// The default Conversations service, `IS…`.
        default_chat_service_sid: String = "DefaultChatServiceSid",
        /// The Messaging Service of conversations that name none, `MG…`.
        default_messaging_service_sid: String = "DefaultMessagingServiceSid",
        /// How long without news until a conversation becomes inactive; one minute or more.
        default_inactive_timer: Duration = "DefaultInactiveTimer",
        /// How long without news until a conversation is closed; ten minutes or more.
        default_closed_timer: Duration = "DefaultClosedTimer",
    }
}

params! {
    /// Fetches the defaults of a service.
    FetchService of {
        /// Which one, by SID.
        service,
    } with {}
}

params! {
    /// Changes the defaults of a service. What is left out stays.
    UpdateService of {
        /// Which one, by SID.
        service,
    } with {
        /// The role of whoever creates a conversation, `RL…`.
        default_conversation_creator_role_sid: String = "DefaultConversationCreatorRoleSid",
        /// The role of whoever joins a conversation, `RL…`.
        default_conversation_role_sid: String = "DefaultConversationRoleSid",
        /// The role of a new user, `RL…`.
        default_chat_service_role_sid: String = "DefaultChatServiceRoleSid",
        /// Whether the service watches who is online.
        reachability_enabled: bool = "ReachabilityEnabled",
    }
}

impl Call for Fetch {
    type Output = Configuration;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get("/v1/Configuration".to_owned(), self.fields()))
    }
}

impl Call for Update {
    type Output = Configuration;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        bounds::sid("DefaultChatServiceSid", self.default_chat_service_sid.as_ref(), "IS")?;
        bounds::sid("DefaultMessagingServiceSid", self.default_messaging_service_sid.as_ref(), "MG")?;
        bounds::timer("DefaultInactiveTimer", self.default_inactive_timer, 1)?;
        bounds::timer("DefaultClosedTimer", self.default_closed_timer, 10)?;
        Ok(Spelled::post("/v1/Configuration".to_owned(), self.fields()))
    }
}

impl Call for FetchService {
    type Output = ServiceConfiguration;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(format!("/v1/Services/{}/Configuration", segment(&self.service)?), self.fields()))
    }
}

impl Call for UpdateService {
    type Output = ServiceConfiguration;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        let creator = self.default_conversation_creator_role_sid.as_ref();
        bounds::sid("DefaultConversationCreatorRoleSid", creator, "RL")?;
        bounds::sid("DefaultConversationRoleSid", self.default_conversation_role_sid.as_ref(), "RL")?;
        bounds::sid("DefaultChatServiceRoleSid", self.default_chat_service_role_sid.as_ref(), "RL")?;
        Ok(Spelled::post(format!("/v1/Services/{}/Configuration", segment(&self.service)?), self.fields()))
    }
}
