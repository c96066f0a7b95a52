//! What addresses of the account do with messages that belong to no conversation
//! (<https://www.twilio.com/docs/conversations-classic/api/address-configuration-resource>).

use http::StatusCode;
use serde_json::{Value, json};

use super::asked::{apply, kind_and_address, none};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::no_content,
            fields,
            page::Page,
        },
        dates,
        records::{AddressConfiguration, AutoCreation, keep},
    },
};

const CREATE: Parameters = Parameters {
    operation: "POST Configuration Addresses",
    known: &[
        "Type",
        "Address",
        "FriendlyName",
        "AddressCountry",
        "AutoCreation.Enabled",
        "AutoCreation.Type",
        "AutoCreation.ConversationServiceSid",
        "AutoCreation.WebhookUrl",
        "AutoCreation.WebhookMethod",
        "AutoCreation.WebhookFilters",
        "AutoCreation.StudioFlowSid",
        "AutoCreation.StudioRetryCount",
    ],
    idle: &[],
};
const UPDATE: Parameters = Parameters {
    operation: "POST Configuration Address",
    known: &[
        "FriendlyName",
        "AutoCreation.Enabled",
        "AutoCreation.Type",
        "AutoCreation.ConversationServiceSid",
        "AutoCreation.WebhookUrl",
        "AutoCreation.WebhookMethod",
        "AutoCreation.WebhookFilters",
        "AutoCreation.StudioFlowSid",
        "AutoCreation.StudioRetryCount",
    ],
    idle: &[],
};
const LIST: Parameters = Parameters {
    operation: "GET Configuration Addresses",
    known: &["Type", "PageSize", "Page", "PageToken"],
    idle: &[],
};

impl TwilioEmulator {
    /// `POST /v1/Configuration/Addresses`
    pub(crate) fn create_address(&self, call: &Call) -> Outcome {
        let form = self.form(call, CREATE)?;
        let (kind, address) = kind_and_address(&form)?;
        let country = form.text("AddressCountry");
        if country.as_ref().is_some_and(|code| code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase())) {
            return Err(Refusal::invalid(20_422, "Invalid Parameter: AddressCountry must be two capital letters"));
        }
        let friendly_name = fields::friendly_name(&form)?;
        let mut creation = none();
        apply(&mut creation, &form)?;
        self.has_service(&creation)?;
        if matches!(kind.as_str(), "sms" | "whatsapp" | "rcs" | "messenger")
            && address.contains('+')
            && !self.account.settings.owns(&address)
        {
            return Err(Refusal::invalid(50_413, "Account is not authorized to use proxy address"));
        }
        let (sid, now) = (self.sid("IG"), self.desk.wall());
        let mut records = self.records();
        if records.addresses.iter().any(|other| other.address == address) {
            return Err(Refusal::conflict(20_409, format!("Conflict: {address} is configured already")));
        }
        let configuration =
            AddressConfiguration { sid, kind, address, friendly_name, country, creation, created: now, updated: now };
        keep(&mut records.addresses, configuration.clone());
        Ok(json_answer(StatusCode::CREATED, &self.address_configuration(&configuration)))
    }

    /// `POST /v1/Configuration/Addresses/{IG or address}`: changes what is named.
    pub(crate) fn update_address(&self, call: &Call, name: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let mut configuration = self.configured(call, name)?;
        configuration.friendly_name = fields::friendly_name(&form)?.or(configuration.friendly_name.take());
        apply(&mut configuration.creation, &form)?;
        self.has_service(&configuration.creation)?;
        configuration.updated = self.desk.wall();
        let mut records = self.records();
        let kept = records.addresses.iter_mut().find(|kept| kept.sid == configuration.sid);
        kept.ok_or_else(|| call.not_found())?.clone_from(&configuration);
        Ok(json_answer(StatusCode::OK, &self.address_configuration(&configuration)))
    }

    /// `GET /v1/Configuration/Addresses`
    pub(crate) fn list_addresses(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let kind = call.query.get("Type");
        let is_asked = |configuration: &&AddressConfiguration| kind.is_none_or(|kind| configuration.kind == kind);
        let all: Vec<_> = self.records().addresses.iter().filter(is_asked).cloned().collect();
        let page = Page::cut(all, &call.query, 50, |configuration| &configuration.sid)?;
        let items = page.items.iter().map(|configuration| self.address_configuration(configuration)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "address_configurations", items)))
    }

    /// `GET /v1/Configuration/Addresses/{IG or address}`
    pub(crate) fn fetch_address(&self, call: &Call, name: &str) -> Outcome {
        Ok(json_answer(StatusCode::OK, &self.address_configuration(&self.configured(call, name)?)))
    }

    /// `DELETE /v1/Configuration/Addresses/{IG or address}`
    pub(crate) fn delete_address(&self, call: &Call, name: &str) -> Outcome {
        let configuration = self.configured(call, name)?;
        self.records().addresses.retain(|other| other.sid != configuration.sid);
        Ok(no_content())
    }

    fn configured(&self, call: &Call, name: &str) -> Result<AddressConfiguration, Refusal> {
        let records = self.records();
        let found = records.addresses.iter().find(|other| other.sid == name || other.address == name);
        found.cloned().ok_or_else(|| call.not_found())
    }

    fn has_service(&self, creation: &AutoCreation) -> Result<(), Refusal> {
        match &creation.service_sid {
            Some(sid) if self.records().service(sid).is_none() => {
                Err(Refusal::invalid(50_050, "Service Instance not found"))
            }
            _ => Ok(()),
        }
    }

    fn address_configuration(&self, configuration: &AddressConfiguration) -> Value {
        let creation = &configuration.creation;
        let mut shown = json!({
            "enabled": creation.enabled,
            "type": creation.kind,
            "conversation_service_sid": creation.service_sid,
        });
        let extra = match creation.kind.as_str() {
            "webhook" => json!({
                "webhook_url": creation.webhook_url,
                "webhook_method": creation.webhook_method.as_str(),
                "webhook_filters": creation.webhook_filters,
            }),
            "studio" => json!({
                "studio_flow_sid": creation.studio_flow_sid,
                "studio_retry_count": creation.studio_retry_count,
            }),
            _ => json!({}),
        };
        if let (Some(shown), Value::Object(extra)) = (shown.as_object_mut(), extra) {
            shown.extend(extra);
        }
        json!({
            "sid": configuration.sid,
            "account_sid": self.account.settings.account_sid,
            "type": configuration.kind,
            "address": configuration.address,
            "friendly_name": configuration.friendly_name,
            "address_country": configuration.country,
            "auto_creation": shown,
            "date_created": dates::iso(configuration.created),
            "date_updated": dates::iso(configuration.updated),
            "url": self.absolute(&format!("/v1/Configuration/Addresses/{}", configuration.sid)),
        })
    }
}
