use std::time::SystemTime;

/// What the holders of a role may do.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) sid: String,
    pub(crate) friendly_name: String,
    pub(crate) scope: Scope,
    pub(crate) permissions: Vec<String>,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
}

/// Where a role counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Service,
    Conversation,
}

impl Scope {
    /// As REST writes it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Conversation => "conversation",
        }
    }
}
