//! Services (<https://www.twilio.com/docs/conversations-classic/api/service-resource>).

use http::StatusCode;
use serde_json::{Value, json};

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
        dates, opening,
        records::{Service, keep},
    },
};

const CREATE: Parameters = Parameters { operation: "POST Services", known: &["FriendlyName"], idle: &[] };
const LIST: Parameters = Parameters { operation: "GET Services", known: &["PageSize", "Page", "PageToken"], idle: &[] };

impl TwilioEmulator {
    /// `POST /v1/Services`
    pub(crate) fn create_service(&self, call: &Call) -> Outcome {
        let form = self.form(call, CREATE)?;
        let name = fields::friendly_name(&form)?;
        let name = name.ok_or_else(|| Refusal::invalid(50_000, "FriendlyName not provided"))?;
        let service = opening::service(&self.sid("IS"), &name, &self.desk, self.desk.wall());
        keep(&mut self.records().services, service.clone());
        Ok(json_answer(StatusCode::CREATED, &self.service_json(&service)))
    }

    /// `GET /v1/Services`
    pub(crate) fn list_services(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let all = Vec::from(self.records().services.clone());
        let page = Page::cut(all, &call.query, 100, |service| &service.sid)?;
        let items = page.items.iter().map(|service| self.service_json(service)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "services", items)))
    }

    /// `GET /v1/Services/{IS}`
    pub(crate) fn fetch_service(&self, call: &Call, sid: &str) -> Outcome {
        let service = self.records().service(sid).cloned().ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.service_json(&service)))
    }

    /// `DELETE /v1/Services/{IS}`, with everything in it. The default service stays.
    pub(crate) fn delete_service(&self, call: &Call, sid: &str) -> Outcome {
        let mut records = self.records();
        if records.configuration.default_service_sid == sid {
            return Err(Refusal::conflict(20_409, "Conflict: it is the account's default service"));
        }
        let before = records.services.len();
        records.services.retain(|service| service.sid != sid);
        records.conversations.retain(|conversation| conversation.service_sid != sid);
        if records.services.len() == before { Err(call.not_found()) } else { Ok(no_content()) }
    }

    fn service_json(&self, service: &Service) -> Value {
        let url = self.absolute(&format!("/v1/Services/{}", service.sid));
        json!({
            "sid": service.sid,
            "account_sid": self.account.settings.account_sid,
            "friendly_name": service.friendly_name,
            "date_created": dates::iso(service.created),
            "date_updated": dates::iso(service.updated),
            "links": {
                "conversations": format!("{url}/Conversations"),
                "users": format!("{url}/Users"),
                "roles": format!("{url}/Roles"),
                "bindings": format!("{url}/Bindings"),
                "configuration": format!("{url}/Configuration"),
                "participant_conversations": format!("{url}/ParticipantConversations"),
                "conversation_with_participants": format!("{url}/ConversationWithParticipants"),
            },
            "url": url,
        })
    }

    /// The URL of a path, as clients of this emulator reach it.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.account.settings.base_url.trim_end_matches('/'))
    }
}
