use std::{fmt, time::SystemTime};

use super::{directory::Directory, team::SlackTeam};

/// A token, and what it opens.
#[derive(Clone)]
pub(crate) struct Grant {
    pub(crate) token: String,
    pub(crate) kind: TokenKind,
    /// The workspace it is for, or that its installation was begun in.
    pub(crate) team_id: String,
    /// The organization that it is for, in each of its workspaces.
    pub(crate) enterprise: Option<String>,
    /// Whom it acts as.
    pub(crate) user_id: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) expires: Option<SystemTime>,
    pub(crate) revoked: bool,
}

/// What a token begins with says what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// `xoxb-…`
    Bot,
    /// `xoxp-…`
    User,
    /// `xoxe.xoxp-…`, for the pages on which apps are set up; no method that is emulated takes one.
    Configuration,
}

impl Grant {
    /// The app's own token in a workspace.
    pub(crate) fn bot(token: &str, team: &SlackTeam) -> Self {
        Self {
            token: token.to_owned(),
            kind: TokenKind::Bot,
            team_id: team.team_id.clone(),
            enterprise: None,
            user_id: team.bot_user_id.clone(),
            scopes: team.scopes.clone(),
            expires: None,
            revoked: false,
        }
    }

    /// Whether it acts in a workspace.
    pub(crate) fn covers(&self, directory: &Directory) -> bool {
        match &self.enterprise {
            Some(enterprise) => directory.enterprise_id.as_ref() == Some(enterprise),
            None => self.team_id == directory.team_id,
        }
    }

    /// The workspace, or the organization, that it is for.
    pub(crate) fn place(&self) -> &str {
        self.enterprise.as_ref().unwrap_or(&self.team_id)
    }

    /// Why it opens nothing any more, in Slack's words.
    pub(crate) fn refusal(&self, now: SystemTime) -> Option<&'static str> {
        if self.revoked {
            return Some("token_revoked");
        }
        self.expires.is_some_and(|end| end <= now).then_some("token_expired")
    }
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grant")
            .field("kind", &self.kind)
            .field("team_id", &self.team_id)
            .field("scopes", &self.scopes)
            .field("revoked", &self.revoked)
            .finish_non_exhaustive()
    }
}
