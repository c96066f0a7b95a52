//! Which addresses of ours make a conversation of a message by themselves
//! (<https://www.twilio.com/docs/conversations-classic/api/address-configuration-resource>).

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    params::{Params, params},
    webhooks::Method,
    words::words,
};
use crate::fields::segment;

words! {
    /// The channel of an address.
    AddressType {
        /// A number or short code.
        Sms = "sms",
        /// `WhatsApp`.
        WhatsApp = "whatsapp",
        /// Facebook Messenger.
        Messenger = "messenger",
        /// Google Business Messages.
        Gbm = "gbm",
        /// E-mail.
        Email = "email",
        /// RCS.
        Rcs = "rcs",
        /// Apple Messages for Business.
        Apple = "apple",
        /// Web chat.
        Chat = "chat",
    }
}

words! {
    /// What a conversation that was created by itself is tied to.
    AutoCreationType {
        /// A webhook.
        Webhook = "webhook",
        /// A Studio flow.
        Studio = "studio",
        /// What the service says.
        Default = "default",
    }
}

/// What happens when somebody writes to an address of ours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddressConfiguration {
    /// Its SID, `IG…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The channel.
    pub r#type: Option<AddressType>,
    /// The address.
    pub address: Option<String>,
    /// What people call it.
    pub friendly_name: Option<String>,
    /// The country of a short code, as an ISO 3166-1 alpha-2 code.
    pub address_country: Option<String>,
    /// Which conversations are created by themselves.
    pub auto_creation: Option<AutoCreation>,
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

answer!(AddressConfiguration, "address configuration");

/// Which conversations are created by themselves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutoCreation {
    /// Whether any are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// What they are tied to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<AutoCreationType>,
    /// The service they are in, `IS…`; the default service otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation_service_sid: Option<String>,
    /// The URL of their webhook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_url: Option<String>,
    /// How that URL is called; Twilio answers with `POST` where `post` was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_method: Option<String>,
    /// The events that fire it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_filters: Option<Vec<String>>,
    /// The Studio flow, `FW…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub studio_flow_sid: Option<String>,
    /// How often the flow is called again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub studio_retry_count: Option<u64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

params! {
    /// Configures an address. Twilio needs the type.
    Create of {
        /// The address: a number, or as its channel writes it.
        address,
    } with {
        /// The channel.
        address_type: AddressType = "Type",
        /// What people call it, up to 256 characters.
        friendly_name: String = "FriendlyName",
        /// The country of a short code, as an ISO 3166-1 alpha-2 code.
        address_country: String = "AddressCountry",
        /// Whether conversations are created by themselves.
        auto_creation_enabled: bool = "AutoCreation.Enabled",
        /// What they are tied to.
        auto_creation_type: AutoCreationType = "AutoCreation.Type",
        /// The service they are in, `IS…`; the default service otherwise.
        auto_creation_conversation_service_sid: String = "AutoCreation.ConversationServiceSid",
        /// The URL of their webhook.
        auto_creation_webhook_url: String = "AutoCreation.WebhookUrl",
        /// How that URL is called.
        auto_creation_webhook_method: Method = "AutoCreation.WebhookMethod",
        /// The events that fire it.
        auto_creation_webhook_filters: Vec<String> = "AutoCreation.WebhookFilters",
        /// The Studio flow, `FW…`.
        auto_creation_studio_flow_sid: String = "AutoCreation.StudioFlowSid",
        /// How often the flow is called again.
        auto_creation_studio_retry_count: u32 = "AutoCreation.StudioRetryCount",
    }
}

params! {
    /// Changes what happens at an address. What is left out stays.
    Update of {
        /// Which configuration, by SID or address.
        configuration,
    } with {
        /// What people call it, up to 256 characters.
        friendly_name: String = "FriendlyName",
        /// Whether conversations are created by themselves.
        auto_creation_enabled: bool = "AutoCreation.Enabled",
        /// What they are tied to.
        auto_creation_type: AutoCreationType = "AutoCreation.Type",
        /// The service they are in, `IS…`; the default service otherwise.
        auto_creation_conversation_service_sid: String = "AutoCreation.ConversationServiceSid",
        /// The URL of their webhook.
        auto_creation_webhook_url: String = "AutoCreation.WebhookUrl",
        /// How that URL is called.
        auto_creation_webhook_method: Method = "AutoCreation.WebhookMethod",
        /// The events that fire it.
        auto_creation_webhook_filters: Vec<String> = "AutoCreation.WebhookFilters",
        /// The Studio flow, `FW…`.
        auto_creation_studio_flow_sid: String = "AutoCreation.StudioFlowSid",
        /// How often the flow is called again.
        auto_creation_studio_retry_count: u32 = "AutoCreation.StudioRetryCount",
    }
}

params! {
    /// Fetches what happens at an address.
    Fetch of {
        /// Which configuration, by SID or address.
        configuration,
    } with {}
}

params! {
    /// Deletes what happens at an address.
    Delete of {
        /// Which configuration, by SID or address.
        configuration,
    } with {}
}

params! {
    /// Lists configured addresses.
    List of {} with {
        /// Of this channel.
        address_type: AddressType = "Type",
        /// How many a page holds; up to 50.
        page_size: u32 = "PageSize",
    }
}

fn check(name: Option<&String>, service: Option<&String>, flow: Option<&String>) -> Result<()> {
    bounds::at_most("FriendlyName", name, bounds::NAME)?;
    bounds::sid("AutoCreation.ConversationServiceSid", service, "IS")?;
    bounds::sid("AutoCreation.StudioFlowSid", flow, "FW")
}

impl Call for Create {
    type Output = AddressConfiguration;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        if self.address_type.is_none() {
            return Err(bounds::refuse("Type", "is missing: the channel of the address"));
        }
        if self.address.is_empty() {
            return Err(bounds::refuse("Address", "is missing"));
        }
        let flow = self.auto_creation_studio_flow_sid.as_ref();
        check(self.friendly_name.as_ref(), self.auto_creation_conversation_service_sid.as_ref(), flow)?;
        let fields = self.fields().with("Address", self.address.as_str());
        Ok(Spelled::post("/v1/Configuration/Addresses".to_owned(), fields))
    }
}

impl Call for Update {
    type Output = AddressConfiguration;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        let flow = self.auto_creation_studio_flow_sid.as_ref();
        check(self.friendly_name.as_ref(), self.auto_creation_conversation_service_sid.as_ref(), flow)?;
        Ok(Spelled::post(path(&self.configuration)?, self.fields()))
    }
}

impl Call for Fetch {
    type Output = AddressConfiguration;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(&self.configuration)?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(&self.configuration)?))
    }
}

impl Lists for List {
    type Item = AddressConfiguration;
    const KEY: &'static str = "address_configurations";
    const WHAT: &'static str = "address configuration";

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 50)?;
        Ok(Spelled::get("/v1/Configuration/Addresses".to_owned(), self.fields()))
    }
}

fn path(configuration: &str) -> Result<String> {
    Ok(format!("/v1/Configuration/Addresses/{}", segment(configuration)?))
}
