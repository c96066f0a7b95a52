//! The application's words for roles, and what they are at Twilio.

use std::collections::BTreeMap;

use messaging_core::{Error, ErrorKind, Result};

use crate::sid::{self, is_sid};

/// Where a role holds: Twilio keeps two kinds apart (<https://www.twilio.com/docs/conversations-classic/api/role-resource>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Of a participant, in one conversation.
    Channel,
    /// Of a user, in the whole service.
    Service,
}

/// Which role SID each word stands for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roles {
    /// The application's own words.
    pub(crate) named: BTreeMap<String, String>,
    pub(crate) service_admin: Option<String>,
    pub(crate) service_user: Option<String>,
    pub(crate) channel_admin: Option<String>,
    pub(crate) channel_user: Option<String>,
}

impl Roles {
    /// Refuses what is no role SID.
    pub(crate) fn check(&self) -> Result<()> {
        let own = [
            ("service_admin_role", &self.service_admin),
            ("service_user_role", &self.service_user),
            ("channel_admin_role", &self.channel_admin),
            ("channel_user_role", &self.channel_user),
        ];
        own.into_iter()
            .filter_map(|(key, value)| Some((key, value.as_ref()?)))
            .try_for_each(|(key, value)| sid::check(key, value, "RL"))?;
        self.named.iter().try_for_each(|(word, value)| sid::check(&format!("roles.{word}"), value, "RL"))
    }

    /// The SID that `word` stands for: from `roles`, otherwise from the settings for `admin` and `user`. A role SID
    /// stands for itself.
    ///
    /// # Errors
    /// [`ErrorKind::Config`]: no setting says so. The error names the setting, and the variable where there is one.
    pub(crate) fn sid(&self, word: &str, scope: Scope) -> Result<String> {
        let (setting, known) = match (word, scope) {
            ("admin", Scope::Channel) => ("channel_admin_role", &self.channel_admin),
            ("user", Scope::Channel) => ("channel_user_role", &self.channel_user),
            ("admin", Scope::Service) => ("service_admin_role", &self.service_admin),
            ("user", Scope::Service) => ("service_user_role", &self.service_user),
            _ => ("", &None),
        };
        if let Some(sid) = self.named.get(word).or(known.as_ref()) {
            return Ok(sid.clone());
        }
        if is_sid(word, "RL") {
            return Ok(word.to_owned());
        }
        let step = if setting.is_empty() {
            format!("set `roles = {{ \"{word}\" = \"RL…\" }}` of `twilio`")
        } else {
            let variable = setting.to_ascii_uppercase();
            format!("set `{setting}` of `twilio`, or TWILIO_{variable}, or `roles = {{ {word} = \"RL…\" }}`")
        };
        let message = format!("nothing says which role of Twilio's `{word}` is: {step}; `GET /v1/Roles` lists them");
        Err(Error::new(ErrorKind::Config, message))
    }

    /// The word for a role SID; the SID itself where no setting names it.
    pub(crate) fn word(&self, role: String, scope: Scope) -> String {
        let (admin, user) = match scope {
            Scope::Channel => (&self.channel_admin, &self.channel_user),
            Scope::Service => (&self.service_admin, &self.service_user),
        };
        if let Some((word, _)) = self.named.iter().find(|(_, sid)| **sid == role) {
            word.clone()
        } else if admin.as_ref() == Some(&role) {
            "admin".to_owned()
        } else if user.as_ref() == Some(&role) {
            "user".to_owned()
        } else {
            role
        }
    }
}
