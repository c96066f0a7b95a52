use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

/// Most codes and refresh tokens remembered.
const MOST_KEPT: usize = 10_000;

/// What somebody agreed to, until the app asks for its tokens.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub(super) team: String,
    pub(super) user: String,
    pub(super) scopes: Vec<String>,
    /// Whether it is for the whole organization of the workspace.
    pub(super) is_enterprise: bool,
    pub(super) redirect_uri: Option<String>,
    /// What PKCE's verifier must hash to.
    pub(super) challenge: Option<String>,
    pub(super) made: Duration,
}

/// What a refresh token renews.
#[derive(Clone, Debug)]
pub(super) struct Renewable {
    pub(super) team: String,
    pub(super) scopes: Vec<String>,
    pub(super) is_enterprise: bool,
    pub(super) user: String,
}

/// Installations under way, and what renews them.
#[derive(Debug, Default)]
pub(crate) struct Installs {
    pub(super) codes: BTreeMap<String, Code>,
    pub(super) renewable: BTreeMap<String, Renewable>,
    /// The tokens of each workspace that expire, oldest first.
    pub(super) active: BTreeMap<String, VecDeque<String>>,
    /// Tokens that were exchanged for ones that expire.
    pub(super) exchanged: Vec<String>,
}

impl Installs {
    pub(super) fn keep(&mut self, code: String, agreed: Code) {
        if self.codes.len() >= MOST_KEPT {
            self.codes.pop_first();
        }
        self.codes.insert(code, agreed);
    }

    pub(super) fn renew(&mut self, token: String, renewable: Renewable) {
        if self.renewable.len() >= MOST_KEPT {
            self.renewable.pop_first();
        }
        self.renewable.insert(token, renewable);
    }
}
