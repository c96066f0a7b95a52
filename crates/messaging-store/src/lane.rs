use std::{
    cmp::Ordering,
    fmt,
    sync::{Arc, LazyLock},
};

use messaging_core::ConversationRef;
use serde::{Deserialize, Serialize};

/// One conversation of one tenant: the unit of order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

impl Ord for Lane {
    fn cmp(&self, other: &Self) -> Ordering {
        // Nearly all tenants that are compared are one and the same.
        let is_one = Arc::ptr_eq(&self.tenant, &other.tenant);
        let tenants = if is_one { Ordering::Equal } else { self.tenant.cmp(&other.tenant) };
        tenants.then_with(|| self.conversation.cmp(&other.conversation))
    }
}

impl PartialOrd for Lane {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.tenant, self.conversation)
    }
}
