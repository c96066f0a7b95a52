use std::sync::Arc;

use serde_json::json;

use super::{error::Refusal, method::Method};
use crate::slack::{directory::Directory, grant::TokenKind, room::Kind};

/// Who calls which method.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) method: &'static Method,
    pub(crate) token: String,
    pub(crate) kind: TokenKind,
    /// The workspace that the call is about.
    pub(crate) directory: Arc<Directory>,
    /// The organization that the token is for.
    pub(crate) enterprise: Option<String>,
    /// Whom the token acts as.
    pub(crate) user: String,
    pub(crate) scopes: Vec<String>,
}

impl Caller {
    /// The workspace.
    pub(crate) fn team(&self) -> &str {
        &self.directory.team_id
    }

    pub(crate) fn may(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }

    /// Refuses whoever has none of these scopes.
    pub(crate) fn needs_one(&self, scopes: impl IntoIterator<Item = &'static str>) -> Result<(), Refusal> {
        let all: Vec<_> = scopes.into_iter().collect();
        if all.is_empty() || all.iter().any(|scope| self.may(scope)) {
            return Ok(());
        }
        let refusal = Refusal::new("missing_scope");
        Err(refusal.with("needed", json!(all.join(","))).with("provided", json!(self.scopes.join(","))))
    }

    /// Refuses whoever may not do this in such a channel.
    pub(crate) fn needs_for(&self, kind: Kind) -> Result<(), Refusal> {
        self.needs_one(self.method.scopes_for(kind))
    }
}
