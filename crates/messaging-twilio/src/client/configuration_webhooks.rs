//! Webhooks of an account (<https://www.twilio.com/docs/conversations-classic/api/conversation-webhook-resource>) and of
//! a service (<https://www.twilio.com/docs/conversations-classic/api/service-webhook-configuration-resource>).

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call,
    call::{Root, Spelled, answer},
    params::{Params, params},
    words::words,
};
use crate::fields::segment;

words! {
    /// How a URL is called.
    Method {
        /// With everything in the query.
        Get = "GET",
        /// With everything in a form.
        Post = "POST",
    }
}

words! {
    /// What an account's events go to.
    Target {
        /// The URLs.
        Webhook = "webhook",
        /// Flex.
        Flex = "flex",
    }
}

/// The webhooks of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Webhooks {
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// How the URLs are called.
    pub method: Option<Method>,
    /// The events they are called for.
    pub filters: Option<Vec<String>>,
    /// What is asked before something happens.
    pub pre_webhook_url: Option<String>,
    /// What is told after something happened.
    pub post_webhook_url: Option<String>,
    /// What the events go to.
    pub target: Option<Target>,
    /// Its own URL.
    pub url: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Webhooks, "webhook configuration");

/// The webhooks of a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ServiceWebhooks {
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// What is asked before something happens.
    pub pre_webhook_url: Option<String>,
    /// What is told after something happened.
    pub post_webhook_url: Option<String>,
    /// The events they are called for.
    pub filters: Option<Vec<String>>,
    /// How the URLs are called.
    pub method: Option<Method>,
    /// Its own URL.
    pub url: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(ServiceWebhooks, "webhook configuration");

params! {
    /// Fetches the webhooks of the account.
    Fetch of {} with {}
}

params! {
    /// Changes the webhooks of the account. What is left out stays.
    Update of {} with {
        /// How the URLs are called.
        method: Method = "Method",
        /// The events they are called for: `onMessageAdded`, `onMessageAdd`, ….
        filters: Vec<String> = "Filters",
        /// What is asked before something happens.
        pre_webhook_url: String = "PreWebhookUrl",
        /// What is told after something happened.
        post_webhook_url: String = "PostWebhookUrl",
        /// What the events go to.
        target: Target = "Target",
    }
}

params! {
    /// Fetches the webhooks of a service.
    FetchService of {
        /// Which one, by SID.
        service,
    } with {}
}

params! {
    /// Changes the webhooks of a service. What is left out stays.
    UpdateService of {
        /// Which one, by SID.
        service,
    } with {
        /// What is asked before something happens.
        pre_webhook_url: String = "PreWebhookUrl",
        /// What is told after something happened.
        post_webhook_url: String = "PostWebhookUrl",
        /// The events they are called for: `onMessageAdded`, `onMessageAdd`, ….
        filters: Vec<String> = "Filters",
        /// How the URLs are called.
        method: Method = "Method",
    }
}

impl Call for Fetch {
    type Output = Webhooks;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get("/v1/Configuration/Webhooks".to_owned(), self.fields()))
    }
}

impl Call for Update {
    type Output = Webhooks;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::post("/v1/Configuration/Webhooks".to_owned(), self.fields()))
    }
}

impl Call for FetchService {
    type Output = ServiceWebhooks;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(&self.service)?, self.fields()))
    }
}

impl Call for UpdateService {
    type Output = ServiceWebhooks;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::post(path(&self.service)?, self.fields()))
    }
}

fn path(service: &str) -> Result<String> {
    Ok(format!("/v1/Services/{}/Configuration/Webhooks", segment(service)?))
}
