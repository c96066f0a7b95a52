//! What a service gives to those who are given nothing else
//! (<https://www.twilio.com/docs/conversations-classic/api/service-configuration-resource>).

use http::StatusCode;
use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            fields,
            form::Form,
        },
        records::{Scope, Service},
    },
};

const UPDATE: Parameters = Parameters {
    operation: "POST Services Configuration",
    known: &[
        "DefaultConversationCreatorRoleSid",
        "DefaultConversationRoleSid",
        "DefaultChatServiceRoleSid",
        "ReachabilityEnabled",
    ],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET /v1/Services/{IS}/Configuration`
    pub(crate) fn fetch_service_configuration(&self, call: &Call) -> Outcome {
        let service = self.records().service(&call.service).cloned().ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.service_configuration(&service)))
    }

    /// `POST /v1/Services/{IS}/Configuration`: changes what is named.
    pub(crate) fn update_service_configuration(&self, call: &Call) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let mut records = self.records();
        let service = records.service(&call.service).ok_or_else(|| call.not_found())?;
        let mut defaults = service.defaults.clone();
        for (kept, name, scope, code) in [
            (&mut defaults.creator_role_sid, "DefaultConversationCreatorRoleSid", Scope::Conversation, 50_106),
            (&mut defaults.participant_role_sid, "DefaultConversationRoleSid", Scope::Conversation, 50_109),
            (&mut defaults.user_role_sid, "DefaultChatServiceRoleSid", Scope::Service, 50_100),
        ] {
            if let Some(sid) = role(&form, name, service, scope, code)? {
                *kept = sid;
            }
        }
        defaults.reachability = fields::flag(&form, "ReachabilityEnabled")?.unwrap_or(defaults.reachability);
        service.defaults = defaults;
        let service = service.clone();
        Ok(json_answer(StatusCode::OK, &self.service_configuration(&service)))
    }

    fn service_configuration(&self, service: &Service) -> Value {
        let url = self.absolute(&format!("/v1/Services/{}/Configuration", service.sid));
        json!({
            "chat_service_sid": service.sid,
            "default_conversation_creator_role_sid": service.defaults.creator_role_sid,
            "default_conversation_role_sid": service.defaults.participant_role_sid,
            "default_chat_service_role_sid": service.defaults.user_role_sid,
            "reachability_enabled": service.defaults.reachability,
            "links": { "notifications": format!("{url}/Notifications"), "webhooks": format!("{url}/Webhooks") },
            "url": url,
        })
    }
}

fn role(form: &Form, name: &str, service: &Service, scope: Scope, code: u32) -> Result<Option<String>, Refusal> {
    let Some(sid) = form.text(name) else { return Ok(None) };
    if service.role(&sid).is_some_and(|role| role.scope == scope) {
        return Ok(Some(sid));
    }
    Err(Refusal::invalid(code, format!("{name}: role not found")))
}
