use std::{
    collections::VecDeque,
    time::{Duration, SystemTime},
};

use super::{Hook, Role, User};

/// A Conversations service: a world of conversations, users and roles of its own.
#[derive(Clone, Debug)]
pub(crate) struct Service {
    pub(crate) sid: String,
    pub(crate) friendly_name: String,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
    pub(crate) users: VecDeque<User>,
    pub(crate) roles: VecDeque<Role>,
    pub(crate) defaults: Defaults,
    pub(crate) hook: Hook,
    /// When it was acted upon within the last second, as the emulator's age.
    pub(crate) actions: VecDeque<Duration>,
}

/// What somebody is given who is given nothing else.
#[derive(Clone, Debug)]
pub(crate) struct Defaults {
    /// The role of whoever creates a conversation.
    pub(crate) creator_role_sid: String,
    /// The role of whoever joins one.
    pub(crate) participant_role_sid: String,
    /// The role of a user.
    pub(crate) user_role_sid: String,
    pub(crate) reachability: bool,
}

impl Service {
    /// Finds a user by sid or identity.
    pub(crate) fn user(&self, name: &str) -> Option<&User> {
        self.users.iter().find(|user| user.sid == name || user.identity == name)
    }

    pub(crate) fn role(&self, sid: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.sid == sid)
    }
}
