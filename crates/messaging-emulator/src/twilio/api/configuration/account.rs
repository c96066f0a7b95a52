//! What the account's conversations begin with
//! (<https://www.twilio.com/docs/conversations-classic/api/configuration-resource>).

use bytes::Bytes;
use http::{Response, StatusCode};
use serde_json::json;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::{closed, inactive},
        },
        sid::is_sid,
    },
};

const UPDATE: Parameters = Parameters {
    operation: "POST Configuration",
    known: &["DefaultChatServiceSid", "DefaultMessagingServiceSid", "DefaultInactiveTimer", "DefaultClosedTimer"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET /v1/Configuration`
    pub(crate) fn fetch_configuration(&self) -> Response<Bytes> {
        let configuration = self.records().configuration.clone();
        let url = self.absolute("/v1/Configuration");
        let service = self.absolute(&format!("/v1/Services/{}/Configuration", configuration.default_service_sid));
        let body = json!({
            "account_sid": self.account.settings.account_sid,
            "default_chat_service_sid": configuration.default_service_sid,
            "default_messaging_service_sid": configuration.default_messaging_service_sid,
            "default_inactive_timer": configuration.inactive_timer,
            "default_closed_timer": configuration.closed_timer,
            "links": { "service": service, "webhooks": format!("{url}/Webhooks") },
            "url": url,
        });
        json_answer(StatusCode::OK, &body)
    }

    /// `POST /v1/Configuration`: changes what is named. `PT0S` takes a timer away.
    pub(crate) fn update_configuration(&self, call: &Call) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let (wait_inactive, wait_closed) =
            (inactive(&form, "DefaultInactiveTimer")?, closed(&form, "DefaultClosedTimer")?);
        let (service, messaging) = (form.text("DefaultChatServiceSid"), form.text("DefaultMessagingServiceSid"));
        if messaging.as_deref().is_some_and(|sid| !is_sid("MG", sid)) {
            return Err(Refusal::invalid(50_341, "Invalid messaging service SID"));
        }
        if messaging.as_ref().is_some_and(|sid| *sid != self.account.settings.messaging_service_sid) {
            return Err(Refusal::invalid(50_342, "Messaging service does not belong to account"));
        }
        {
            let mut records = self.records();
            if service.as_deref().is_some_and(|sid| records.service(sid).is_none()) {
                return Err(Refusal::invalid(50_050, "Service Instance not found"));
            }
            let configuration = &mut records.configuration;
            if let Some(service) = service {
                configuration.default_service_sid = service;
            }
            if let Some(wait) = wait_inactive {
                configuration.inactive_timer = form.text("DefaultInactiveTimer").filter(|_| !wait.is_zero());
            }
            if let Some(wait) = wait_closed {
                configuration.closed_timer = form.text("DefaultClosedTimer").filter(|_| !wait.is_zero());
            }
        }
        Ok(self.fetch_configuration())
    }
}
