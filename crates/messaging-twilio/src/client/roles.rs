//! Roles (<https://www.twilio.com/docs/conversations-classic/api/role-resource>): what a participant may do in one
//! conversation, or a user in the whole service.

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, List as Lists, Timestamp, TwilioClient, bounds,
    call::{Root, Spelled, answer},
    params::{Params, params},
    words::words,
};
use crate::{fields::segment, roles::Scope};

/// The longest name of a role, in characters.
const NAME: usize = 64;

words! {
    /// Where a role holds.
    RoleType {
        /// Of a participant, in one conversation.
        Conversation = "conversation",
        /// Of a user, in the whole service.
        Service = "service",
    }
}

/// A role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// Its SID, `RL…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// What people call it.
    pub friendly_name: Option<String>,
    /// Where it holds.
    pub r#type: Option<RoleType>,
    /// What it permits.
    pub permissions: Option<Vec<String>>,
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

answer!(Role, "role");

params! {
    /// Creates a role. Twilio needs all three.
    Create of {} with {
        /// What people call it, up to 64 characters.
        friendly_name: String = "FriendlyName",
        /// Where it holds.
        role_type: RoleType = "Type",
        /// What it permits: `sendMessage`, `addParticipant`, ….
        permissions: Vec<String> = "Permission",
    }
}

params! {
    /// Changes what a role permits, as a whole.
    Update of {
        /// Which one, by SID.
        role,
    } with {
        /// What it permits. Twilio needs it.
        permissions: Vec<String> = "Permission",
    }
}

params! {
    /// Fetches a role.
    Fetch of {
        /// Which one, by SID.
        role,
    } with {}
}

params! {
    /// Deletes a role that nobody has.
    Delete of {
        /// Which one, by SID.
        role,
    } with {}
}

params! {
    /// Lists roles.
    List of {} with {
        /// How many a page holds; up to 50.
        page_size: u32 = "PageSize",
    }
}

impl TwilioClient {
    /// Returns the role SID that a word of the application's stands for in one conversation, of a participant: the
    /// settings say so in `roles`, and `channel_admin_role` and `channel_user_role` for `admin` and `user`.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](messaging_core::ErrorKind) where no setting does.
    pub fn conversation_role(&self, word: &str) -> Result<String> {
        self.twilio.account.roles.sid(word, Scope::Channel)
    }

    /// Returns the role SID that a word of the application's stands for in the whole service, of a user: the settings
    /// say so in `roles`, and `service_admin_role` and `service_user_role` for `admin` and `user`.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](messaging_core::ErrorKind) where no setting does.
    pub fn service_role(&self, word: &str) -> Result<String> {
        self.twilio.account.roles.sid(word, Scope::Service)
    }
}

fn check_permissions(permissions: Option<&Vec<String>>) -> Result<()> {
    if permissions.is_none_or(Vec::is_empty) {
        return Err(bounds::refuse("Permission", "is missing: a role permits something"));
    }
    Ok(())
}

impl Call for Create {
    type Output = Role;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::at_most("FriendlyName", self.friendly_name.as_ref(), NAME)?;
        if self.friendly_name.is_none() {
            return Err(bounds::refuse("FriendlyName", "is missing"));
        }
        if self.role_type.is_none() {
            return Err(bounds::refuse("Type", "is missing: `conversation` or `service`"));
        }
        check_permissions(self.permissions.as_ref())?;
        Ok(Spelled::post(root.scoped("/Roles"), self.fields()))
    }
}

impl Call for Update {
    type Output = Role;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        check_permissions(self.permissions.as_ref())?;
        Ok(Spelled::post(path(root, &self.role)?, self.fields()))
    }
}

impl Call for Fetch {
    type Output = Role;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(root, &self.role)?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(root, &self.role)?))
    }
}

impl Lists for List {
    type Item = Role;
    const KEY: &'static str = "roles";
    const WHAT: &'static str = "role";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 50)?;
        Ok(Spelled::get(root.scoped("/Roles"), self.fields()))
    }
}

fn path(root: &Root<'_>, role: &str) -> Result<String> {
    Ok(root.scoped(&format!("/Roles/{}", segment(role)?)))
}
