use std::time::Duration;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AgentError {
    /// It may work later: the same messages come again.
    #[error("{reason}")]
    Retry {
        /// Why, for people.
        reason: String,
        /// When to come back, if the agent says so.
        after: Option<Duration>,
    },
    /// It never will: the messages are dead-lettered with this reason.
    #[error("{reason}")]
    Refused {
        /// Why, for people.
        reason: String,
    },
}

impl AgentError {
    /// It may work later.
    pub fn retry(reason: impl Into<String>) -> Self {
        Self::Retry { reason: reason.into(), after: None }
    }

    /// It never will.
    pub fn refused(reason: impl Into<String>) -> Self {
        Self::Refused { reason: reason.into() }
    }
}
