use std::{fmt, time::SystemTime};

use super::team::SlackTeam;

/// A token, and what it opens.
#[derive(Clone)]
pub(crate) struct Grant {
    pub(crate) token: String,
    pub(crate) kind: TokenKind,
    pub(crate) team_id: String,
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
}

impl Grant {
    /// The app's own token in a workspace.
    pub(crate) fn bot(token: &str, team: &SlackTeam) -> Self {
        Self {
            token: token.to_owned(),
            kind: TokenKind::Bot,
            team_id: team.team_id.clone(),
            user_id: team.bot_user_id.clone(),
            scopes: team.scopes.clone(),
            expires: None,
            revoked: false,
        }
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
