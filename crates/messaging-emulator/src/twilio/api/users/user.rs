//! Users (<https://www.twilio.com/docs/conversations-classic/api/user-resource>).

use std::collections::BTreeSet;

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
        records::{Scope, User, keep},
        sid::is_sid,
    },
};

const CREATE: Parameters =
    Parameters { operation: "POST Users", known: &["Identity", "FriendlyName", "Attributes", "RoleSid"], idle: &[] };
const UPDATE: Parameters =
    Parameters { operation: "POST User", known: &["FriendlyName", "Attributes", "RoleSid"], idle: &[] };
const LIST: Parameters = Parameters { operation: "GET Users", known: &["PageSize", "Page", "PageToken"], idle: &[] };

impl TwilioEmulator {
    /// `POST …/Users`
    pub(crate) fn create_user(&self, call: &Call) -> Outcome {
        let form = self.form(call, CREATE)?;
        let identity = fields::limited(&form, "Identity", 256, 50_207, "Identity too long")?;
        let identity = identity.ok_or_else(|| Refusal::invalid(50_204, "Identity not provided"))?;
        if is_sid("US", &identity) {
            return Err(Refusal::invalid(50_206, "Identity should not match user SID pattern"));
        }
        let mut user = self.user_of(call, identity);
        self.change_user(call, &mut user, &form)?;
        let mut records = self.records();
        let service = records.service(&call.service).ok_or_else(|| call.not_found())?;
        if service.user(&user.identity).is_some() {
            return Err(Refusal::conflict(50_201, "User already exists"));
        }
        keep(&mut service.users, user.clone());
        let is_reachable = service.defaults.reachability;
        drop(records);
        if call.tells {
            self.tell_user(&call.service, &user, "onUserAdded");
        }
        Ok(json_answer(StatusCode::CREATED, &self.user(&user, is_reachable, call)))
    }

    /// `POST …/Users/{US or identity}`: changes what is named.
    pub(crate) fn update_user(&self, call: &Call, name: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let (mut user, is_reachable) = self.find_user(call, name)?;
        self.change_user(call, &mut user, &form)?;
        user.updated = self.desk.wall();
        if let Some(service) = self.records().service(&call.service) {
            let kept = service.users.iter_mut().find(|kept| kept.sid == user.sid);
            kept.ok_or_else(|| call.not_found())?.clone_from(&user);
        }
        if call.tells {
            self.tell_user(&call.service, &user, "onUserUpdated");
        }
        Ok(json_answer(StatusCode::OK, &self.user(&user, is_reachable, call)))
    }

    /// `GET …/Users`
    pub(crate) fn list_users(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let service = self.records().service(&call.service).cloned().ok_or_else(|| call.not_found())?;
        let is_reachable = service.defaults.reachability;
        let page = Page::cut(Vec::from(service.users), &call.query, 50, |user| &user.sid)?;
        let items = page.items.iter().map(|user| self.user(user, is_reachable, call)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "users", items)))
    }

    /// `GET …/Users/{US or identity}`
    pub(crate) fn fetch_user(&self, call: &Call, name: &str) -> Outcome {
        let (user, is_reachable) = self.find_user(call, name)?;
        Ok(json_answer(StatusCode::OK, &self.user(&user, is_reachable, call)))
    }

    /// `DELETE …/Users/{US or identity}`, who leaves all conversations.
    pub(crate) fn delete_user(&self, call: &Call, name: &str) -> Outcome {
        let (user, _) = self.find_user(call, name)?;
        let mut records = self.records();
        if let Some(service) = records.service(&call.service) {
            service.users.retain(|other| other.sid != user.sid);
        }
        for conversation in records.conversations.iter_mut().filter(|other| other.service_sid == call.service) {
            conversation.participants.retain(|other| other.identity() != Some(&user.identity));
        }
        Ok(no_content())
    }

    /// Whoever takes part by an identity is a user.
    pub(crate) fn remember_user(&self, call: &Call, identity: &str) {
        let user = self.user_of(call, identity.to_owned());
        let mut records = self.records();
        let Some(service) = records.service(&call.service).filter(|service| service.user(identity).is_none()) else {
            return;
        };
        keep(&mut service.users, user.clone());
        drop(records);
        if call.tells {
            self.tell_user(&call.service, &user, "onUserAdded");
        }
    }

    /// A user with nothing but an identity.
    fn user_of(&self, call: &Call, identity: String) -> User {
        let (sid, now) = (self.sid("US"), self.desk.wall());
        let role_sid = self.records().service(&call.service).map(|service| service.defaults.user_role_sid.clone());
        User {
            sid,
            identity,
            friendly_name: None,
            attributes: "{}".to_owned(),
            role_sid: role_sid.unwrap_or_default(),
            muted: BTreeSet::new(),
            created: now,
            updated: now,
        }
    }

    fn change_user(&self, call: &Call, user: &mut User, form: &Form) -> Result<(), Refusal> {
        user.friendly_name = fields::friendly_name(form)?.or(user.friendly_name.take());
        if let Some(attributes) = fields::attributes(form, 4 * 1024)? {
            user.attributes = attributes;
        }
        let Some(sid) = form.text("RoleSid") else { return Ok(()) };
        let mut records = self.records();
        let role = records.service(&call.service).and_then(|service| service.role(&sid));
        if !role.is_some_and(|role| role.scope == Scope::Service) {
            return Err(Refusal::invalid(50_100, "Role not found"));
        }
        user.role_sid = sid;
        Ok(())
    }

    /// A user, and whether the service says who is reachable.
    pub(super) fn find_user(&self, call: &Call, name: &str) -> Result<(User, bool), Refusal> {
        let mut records = self.records();
        let service = records.service(&call.service).ok_or_else(|| call.not_found())?;
        let user = service.user(name).cloned().ok_or_else(|| call.not_found())?;
        Ok((user, service.defaults.reachability))
    }

    /// Nobody is ever online: the chat SDK's own connection is not emulated.
    fn user(&self, user: &User, is_reachable: bool, call: &Call) -> Value {
        let url = self.absolute(&format!("{}/Users/{}", call.root, user.sid));
        let online = is_reachable.then_some(false);
        json!({
            "sid": user.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": call.service,
            "role_sid": user.role_sid,
            "identity": user.identity,
            "friendly_name": user.friendly_name,
            "attributes": user.attributes,
            "is_online": online,
            "is_notifiable": online,
            "date_created": dates::iso(user.created),
            "date_updated": dates::iso(user.updated),
            "links": { "user_conversations": format!("{url}/Conversations") },
            "url": url,
        })
    }
}
