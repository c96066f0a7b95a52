use std::{
    fmt,
    sync::{Arc, LazyLock},
};

use messaging_core::ConversationRef;
use serde::{Deserialize, Serialize};

/// One conversation of one tenant: the unit of order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Lane {
    /// Who owns the account.
    pub tenant: Arc<str>,
    /// Which conversation.
    pub conversation: ConversationRef,
}

impl Lane {
    /// The tenant of whoever names none.
    pub const DEFAULT_TENANT: &'static str = "default";

    /// A conversation of the default tenant.
    #[must_use]
    pub fn new(conversation: ConversationRef) -> Self {
        static DEFAULT: LazyLock<Arc<str>> = LazyLock::new(|| Lane::DEFAULT_TENANT.into());
        Self { tenant: Arc::clone(&DEFAULT), conversation }
    }
}

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.tenant, self.conversation)
    }
}
