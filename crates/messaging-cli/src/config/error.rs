use std::{
    fmt,
    path::{Path, PathBuf},
};

use messaging::setting::did_you_mean;

use crate::exit::{self, Failure};

/// A setting that cannot be used. Names the key, never the value: it may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ConfigError {
    file: Option<PathBuf>,
    is_elsewhere: bool,
    problem: String,
    next: Option<String>,
}

impl ConfigError {
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Self { file: None, is_elsewhere: false, problem: problem.into(), next: None }
    }

    /// A key that nobody reads; `within` is the table it is in, empty at the top.
    pub(crate) fn unknown<'k>(within: &str, key: &str, known: impl IntoIterator<Item = &'k str> + Clone) -> Self {
        let hint = did_you_mean(key, known.clone());
        let known: Vec<_> = known.into_iter().collect();
        Self::new(format!("there is no key `{}`{hint}", path(within, key))).next(format!(
            "{} takes: {}",
            table(within),
            known.join(", ")
        ))
    }

    /// A value of another type.
    pub(crate) fn wrong_type(key: &str, expected: &str, found: &str) -> Self {
        Self::new(format!("`{key}` must be {expected}; it is {found}"))
    }

    /// Says what to do about it.
    #[must_use]
    pub(crate) fn next(mut self, step: impl Into<String>) -> Self {
        self.next = Some(step.into());
        self
    }

    /// Says that it is not in the file, but in a flag or a variable.
    #[must_use]
    pub(crate) fn elsewhere(mut self) -> Self {
        self.is_elsewhere = true;
        self
    }

    /// Says which file it is in, unless it is elsewhere.
    #[must_use]
    pub(crate) fn in_file(mut self, file: &Path) -> Self {
        self.file = (!self.is_elsewhere).then(|| file.to_owned());
        self
    }
}

/// `accounts.support` and `auth_token` make `accounts.support.auth_token`.
pub(crate) fn path(within: &str, key: &str) -> String {
    if within.is_empty() { key.to_owned() } else { format!("{within}.{key}") }
}

fn table(within: &str) -> String {
    if within.is_empty() { "the top of the file".to_owned() } else { format!("[{within}]") }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}: ", file.display())?;
        }
        f.write_str(&self.problem)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        let failure = exit::config(error.to_string());
        match error.next {
            Some(next) => failure.next(next),
            None => failure,
        }
    }
}
