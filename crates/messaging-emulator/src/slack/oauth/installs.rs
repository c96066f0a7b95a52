use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use crate::slack::grant::TokenKind;

/// Most codes and refresh tokens remembered.
const MOST_KEPT: usize = 10_000;

/// What somebody agreed to, until the app asks for its tokens.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub(super) team: String,
    pub(super) user: String,
    pub(super) scopes: Vec<String>,
    /// What the app may do as whoever agreed.
    pub(super) user_scopes: Vec<String>,
    /// The organization it is for, if it is for all of it.
    pub(super) enterprise: Option<String>,
    pub(super) redirect_uri: Option<String>,
    /// What PKCE's verifier must hash to.
    pub(super) challenge: Option<String>,
    pub(super) made: Duration,
}

/// What a refresh token renews.
#[derive(Clone, Debug)]
pub(super) struct Renewable {
    pub(super) kind: TokenKind,
    pub(super) team: String,
    pub(super) scopes: Vec<String>,
    /// The organization it is for, if it is for all of it.
    pub(super) enterprise: Option<String>,
    /// Who installed the app.
    pub(super) user: String,
}

impl Renewable {
    /// The workspace, or the organization, that it is for.
    pub(super) fn place(&self) -> &str {
        self.enterprise.as_ref().unwrap_or(&self.team)
    }

    /// Whose tokens count together.
    pub(super) fn holder(&self) -> (String, Option<String>) {
        (self.place().to_owned(), (self.kind == TokenKind::User).then(|| self.user.clone()))
    }
}

/// Installations under way, and what renews them.
#[derive(Debug, Default)]
pub(crate) struct Installs {
    pub(super) codes: BTreeMap<String, Code>,
    /// By refresh token, each with when it was used first.
    renewable: BTreeMap<String, (Renewable, Option<Duration>)>,
    /// The tokens of each holder that expire, oldest first.
    pub(super) active: BTreeMap<(String, Option<String>), VecDeque<String>>,
    /// Tokens that were exchanged for ones that expire.
    pub(super) exchanged: Vec<String>,
    /// What the next token of app configuration is got with; the one of the settings if none was got yet.
    pub(super) configuration: Option<String>,
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
        self.renewable.insert(token, (renewable, None));
    }

    /// Uses a refresh token: it is good once, and for `grace` from then on.
    pub(super) fn refresh(&mut self, token: &str, now: Duration, grace: Duration) -> Option<Renewable> {
        let (renewable, used) = self.renewable.get_mut(token)?;
        match used {
            Some(first) if now >= *first + grace => {
                self.renewable.remove(token);
                None
            }
            _ => {
                used.get_or_insert(now);
                Some(renewable.clone())
            }
        }
    }

    /// Forgets what renews the tokens of a workspace or an organization.
    pub(super) fn forget(&mut self, place: &str) {
        self.renewable.retain(|_, (renewable, _)| renewable.place() != place);
        self.active.retain(|(held, _), _| held != place);
    }
}
