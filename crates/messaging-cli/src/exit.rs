use std::{fmt, process::ExitCode};

use messaging::{Error, ErrorKind, gateway::StartError, store::StoreError};

/// How the process ends. Listed in `messaging --help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// It was done.
    Done,
    /// It failed.
    Failed,
    /// A setting, a file or a port is wrong.
    Config,
    /// A vendor refused the credentials.
    Credentials,
    /// A vendor does not know something that was named.
    NotFound,
    /// Too many requests, or too early: try later.
    Later,
    /// Nobody can tell whether it was done.
    Unknown,
}

impl Exit {
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Config => 3,
            Self::Credentials => 4,
            Self::NotFound => 5,
            Self::Later => 6,
            Self::Unknown => 7,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// Why a verb did not do as asked: what, why, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    what: String,
    cause: Option<String>,
    next: Option<String>,
}

impl Failure {
    pub(crate) fn new(exit: Exit, what: impl Into<String>) -> Self {
        Self { exit, what: what.into(), cause: None, next: None }
    }

    /// What happened and why, and what to do about it.
    pub(crate) fn in_two(&self) -> (String, Option<String>) {
        let cause = self.cause.as_ref().map(|cause| format!(": {cause}")).unwrap_or_default();
        (format!("{}{cause}", self.what), self.next.clone())
    }

    /// Says why.
    #[must_use]
    pub(crate) fn because(mut self, cause: impl fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub(crate) fn next(mut self, step: impl Into<String>) -> Self {
        self.next = Some(step.into());
        self
    }
}

/// A setting that cannot be used.
pub(crate) fn config(what: impl Into<String>) -> Failure {
    Failure::new(Exit::Config, what)
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        if let Some(cause) = &self.cause {
            write!(f, "\n  cause: {cause}")?;
        }
        if let Some(next) = &self.next {
            write!(f, "\n  next:  {next}")?;
        }
        Ok(())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let exit = match error.kind() {
            _ if error.may_have_been_sent() => Exit::Unknown,
            ErrorKind::Config | ErrorKind::Invalid => Exit::Config,
            ErrorKind::Unauthorized => Exit::Credentials,
            ErrorKind::NotFound => Exit::NotFound,
            ErrorKind::RateLimited => Exit::Later,
            _ => Exit::Failed,
        };
        Self::new(exit, error.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match &error {
            // Both say what to do about it.
            StoreError::InUse(_) | StoreError::Open(_) => config(error.to_string()),
            _ => Self::new(Exit::Failed, error.to_string()),
        }
    }
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        let (exit, next) = match error {
            StartError::Credentials { .. } => (
                Exit::Credentials,
                "copy the credentials again from the vendor's console, then `messaging doctor` says whether they work",
            ),
            StartError::NotFound { .. } => (
                Exit::NotFound,
                "check the identifiers in the account's table; `messaging doctor` names the variable and the next command",
            ),
            StartError::Store(error) => return error.into(),
            _ => return Self::new(Exit::Failed, error.to_string()),
        };
        Self::new(exit, error.to_string()).next(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_why_and_what_next() {
        let failure = config("the port is taken").because("by `x`").next("take another");
        assert_eq!(failure.to_string(), "error: the port is taken\n  cause: by `x`\n  next:  take another");
        assert_eq!(failure.exit.code(), 3);
    }

    #[test]
    fn every_error_has_its_exit_code() {
        let exits = [
            (ErrorKind::Config, 3),
            (ErrorKind::Unauthorized, 4),
            (ErrorKind::NotFound, 5),
            (ErrorKind::RateLimited, 6),
            (ErrorKind::Timeout, 7),
            (ErrorKind::Unsupported, 1),
        ];
        for (kind, code) in exits {
            assert_eq!(Failure::from(Error::new(kind, "x")).exit.code(), code, "{kind:?}");
        }
        assert_eq!(Failure::from(StoreError::InUse("x".into())).exit.code(), 3);
    }
}
