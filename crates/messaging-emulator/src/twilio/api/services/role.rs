//! Roles (<https://www.twilio.com/docs/conversations-classic/api/role-resource>).

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
            form::Form,
            page::Page,
        },
        dates,
        opening::{ANYWHERE, IN_CONVERSATION, IN_SERVICE},
        records::{Role, Scope, keep},
    },
};

const CREATE: Parameters =
    Parameters { operation: "POST Roles", known: &["FriendlyName", "Type", "Permission"], idle: &[] };
const UPDATE: Parameters = Parameters { operation: "POST Role", known: &["Permission"], idle: &[] };
const LIST: Parameters = Parameters { operation: "GET Roles", known: &["PageSize", "Page", "PageToken"], idle: &[] };

impl TwilioEmulator {
    /// `POST …/Roles`
    pub(crate) fn create_role(&self, call: &Call) -> Outcome {
        let form = self.form(call, CREATE)?;
        let friendly_name = fields::limited(&form, "FriendlyName", 64, 50_003, "Friendly name too long")?;
        let friendly_name = friendly_name.ok_or_else(|| Refusal::invalid(50_000, "FriendlyName not provided"))?;
        let scope = match form.get("Type") {
            Some("conversation") => Scope::Conversation,
            Some("service") => Scope::Service,
            _ => return Err(Refusal::invalid(50_105, "Invalid role type")),
        };
        let permissions = permissions(&form, scope)?;
        let now = self.desk.wall();
        let role = Role { sid: self.sid("RL"), friendly_name, scope, permissions, created: now, updated: now };
        let mut records = self.records();
        keep(&mut records.service(&call.service).ok_or_else(|| call.not_found())?.roles, role.clone());
        Ok(json_answer(StatusCode::CREATED, &self.role(&role, call)))
    }

    /// `POST …/Roles/{RL}`: its permissions are those that are named, and no others.
    pub(crate) fn update_role(&self, call: &Call, sid: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let now = self.desk.wall();
        let mut records = self.records();
        let service = records.service(&call.service).ok_or_else(|| call.not_found())?;
        let role = service.roles.iter_mut().find(|role| role.sid == sid).ok_or_else(|| call.not_found())?;
        role.permissions = permissions(&form, role.scope)?;
        role.updated = now;
        let role = role.clone();
        Ok(json_answer(StatusCode::OK, &self.role(&role, call)))
    }

    /// `GET …/Roles`
    pub(crate) fn list_roles(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let all = self.records().service(&call.service).map(|service| Vec::from(service.roles.clone()));
        let page = Page::cut(all.unwrap_or_default(), &call.query, 50, |role| &role.sid)?;
        let items = page.items.iter().map(|role| self.role(role, call)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "roles", items)))
    }

    /// `GET …/Roles/{RL}`
    pub(crate) fn fetch_role(&self, call: &Call, sid: &str) -> Outcome {
        let role = self.records().service(&call.service).and_then(|service| service.role(sid).cloned());
        Ok(json_answer(StatusCode::OK, &self.role(&role.ok_or_else(|| call.not_found())?, call)))
    }

    /// `DELETE …/Roles/{RL}`, unless the service still gives it to others.
    pub(crate) fn delete_role(&self, call: &Call, sid: &str) -> Outcome {
        let mut records = self.records();
        let service = records.service(&call.service).ok_or_else(|| call.not_found())?;
        service.role(sid).ok_or_else(|| call.not_found())?;
        let defaults = &service.defaults;
        if [&defaults.creator_role_sid, &defaults.participant_role_sid, &defaults.user_role_sid]
            .contains(&&sid.to_owned())
        {
            return Err(Refusal::conflict(20_409, "Conflict: it is one of the service's default roles"));
        }
        service.roles.retain(|role| role.sid != sid);
        Ok(no_content())
    }

    fn role(&self, role: &Role, call: &Call) -> Value {
        json!({
            "sid": role.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": call.service,
            "friendly_name": role.friendly_name,
            "type": role.scope.word(),
            "permissions": role.permissions,
            "date_created": dates::iso(role.created),
            "date_updated": dates::iso(role.updated),
            "url": self.absolute(&format!("{}/Roles/{}", call.root, role.sid)),
        })
    }
}

/// One permission at least, each of them known in that scope.
fn permissions(form: &Form, scope: Scope) -> Result<Vec<String>, Refusal> {
    let own: &[&str] = match scope {
        Scope::Conversation => &IN_CONVERSATION,
        Scope::Service => &IN_SERVICE,
    };
    let is_known = |given: &&str| ANYWHERE.contains(given) || own.contains(given);
    let given: Vec<_> = form.all("Permission").filter(|given| !given.is_empty()).collect();
    if given.is_empty() || !given.iter().all(is_known) {
        return Err(Refusal::invalid(50_104, "Permission not found"));
    }
    Ok(given.into_iter().map(str::to_owned).collect())
}
