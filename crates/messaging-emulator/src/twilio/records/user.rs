use std::{collections::BTreeSet, time::SystemTime};

/// Somebody who takes part by the chat SDK, in a service.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) sid: String,
    pub(crate) identity: String,
    pub(crate) friendly_name: Option<String>,
    pub(crate) attributes: String,
    pub(crate) role_sid: String,
    /// The conversations that stay silent for this user (`NotificationLevel=muted`).
    pub(crate) muted: BTreeSet<String>,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
}

/// Most conversations that are remembered as silent for one user: as many as a user can be in.
const MOST_MUTED: usize = 1_000;

impl User {
    /// Silences a conversation for this user.
    pub(crate) fn mute(&mut self, conversation_sid: String) {
        if self.muted.len() >= MOST_MUTED {
            self.muted.pop_first();
        }
        self.muted.insert(conversation_sid);
    }
}
