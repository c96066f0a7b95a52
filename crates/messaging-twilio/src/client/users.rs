//! Users (<https://www.twilio.com/docs/conversations-classic/api/user-resource>): who has an identity in a service.

use std::collections::BTreeMap;

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, JsonText, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    params::{Params, params},
};
use crate::fields::segment;

/// Who has an identity in a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct User {
    /// Their SID, `US…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// Their role in the service, `RL…`.
    pub role_sid: Option<String>,
    /// Their name in the service.
    pub identity: Option<String>,
    /// What people call them.
    pub friendly_name: Option<String>,
    /// The application's own data.
    pub attributes: Option<JsonText>,
    /// Whether they are connected; none unless the service watches that.
    pub is_online: Option<bool>,
    /// Whether a device of theirs takes push notifications; none unless the service watches that.
    pub is_notifiable: Option<bool>,
    /// When they were created.
    pub date_created: Option<Timestamp>,
    /// When they were changed last.
    pub date_updated: Option<Timestamp>,
    /// Their own URL.
    pub url: Option<String>,
    /// The URLs of what belongs to them.
    pub links: Option<BTreeMap<String, String>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(User, "user");

params! {
    /// Creates a user.
    Create of {
        /// Their name in the service, up to 256 characters.
        identity,
    } with {
        /// What people call them, up to 256 characters.
        friendly_name: String = "FriendlyName",
        /// The application's own data: JSON, up to 4 KiB.
        attributes: JsonText = "Attributes",
        /// Their role in the service, `RL…`.
        role_sid: String = "RoleSid",
    }
}

params! {
    /// Changes a user. What is left out stays.
    Update of {
        /// Whom, by SID or identity.
        user,
    } with {
        /// What people are to call them, up to 256 characters.
        friendly_name: String = "FriendlyName",
        /// The application's own data, replaced as a whole: JSON, up to 4 KiB.
        attributes: JsonText = "Attributes",
        /// Their role in the service, `RL…`.
        role_sid: String = "RoleSid",
    }
}

params! {
    /// Fetches a user.
    Fetch of {
        /// Whom, by SID or identity.
        user,
    } with {}
}

params! {
    /// Deletes a user, who leaves all conversations.
    Delete of {
        /// Whom, by SID or identity.
        user,
    } with {}
}

params! {
    /// Lists users.
    List of {} with {
        /// How many a page holds; up to 50.
        page_size: u32 = "PageSize",
    }
}

fn check(name: Option<&String>, attributes: Option<&JsonText>, role: Option<&String>) -> Result<()> {
    bounds::at_most("FriendlyName", name, bounds::NAME)?;
    bounds::json("Attributes", attributes, bounds::ATTRIBUTES)?;
    bounds::sid("RoleSid", role, "RL")
}

impl Call for Create {
    type Output = User;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        if self.identity.is_empty() {
            return Err(bounds::refuse("Identity", "is missing"));
        }
        bounds::at_most("Identity", Some(&self.identity), bounds::NAME)?;
        check(self.friendly_name.as_ref(), self.attributes.as_ref(), self.role_sid.as_ref())?;
        let fields = self.fields().with("Identity", self.identity.as_str());
        Ok(Spelled::post(root.scoped("/Users"), fields).gated())
    }
}

impl Call for Update {
    type Output = User;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        check(self.friendly_name.as_ref(), self.attributes.as_ref(), self.role_sid.as_ref())?;
        Ok(Spelled::post(path(root, &self.user)?, self.fields()).gated())
    }
}

impl Call for Fetch {
    type Output = User;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(root, &self.user)?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(root, &self.user)?).gated())
    }
}

impl Lists for List {
    type Item = User;
    const KEY: &'static str = "users";
    const WHAT: &'static str = "user";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 50)?;
        Ok(Spelled::get(root.scoped("/Users"), self.fields()))
    }
}

/// The path of one user.
pub(super) fn path(root: &Root<'_>, user: &str) -> Result<String> {
    Ok(root.scoped(&format!("/Users/{}", segment(user)?)))
}
