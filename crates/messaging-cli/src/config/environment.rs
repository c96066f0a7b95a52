use std::{env, fmt, fs, io};

use messaging::{Result as CoreResult, Secret, Setting, setting::from_env};
use serde_json::{Map, Value};

use super::ConfigError;

type Lookup = dyn Fn(&str) -> Option<String> + Send + Sync;
type Read = dyn Fn(&str) -> io::Result<String> + Send + Sync;

/// The environment, and the files it names. An empty variable counts as absent.
pub(crate) struct Environment {
    lookup: Box<Lookup>,
    read: Box<Read>,
}

impl Environment {
    /// This process's.
    pub(crate) fn of_process() -> Self {
        Self::new(|name| env::var(name).ok(), |path| fs::read_to_string(path))
    }

    /// One that answers as it is told.
    pub(crate) fn new(
        lookup: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
        read: impl Fn(&str) -> io::Result<String> + Send + Sync + 'static,
    ) -> Self {
        Self { lookup: Box::new(lookup), read: Box::new(read) }
    }

    /// A variable that is set and not blank.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        (self.lookup)(name).filter(|value| !value.trim().is_empty())
    }

    /// A variable, or the content of the file that `{name}_FILE` names.
    pub(crate) fn get_or_file(&self, name: &str) -> Result<Option<String>, ConfigError> {
        if let Some(value) = self.get(name) {
            return Ok(Some(value));
        }
        let named = format!("{name}_FILE");
        self.get(&named).map(|path| self.file(&named, &path)).transpose()
    }

    /// A secret of ours.
    pub(crate) fn secret(&self, name: &str) -> Result<Option<Secret>, ConfigError> {
        Ok(self.get_or_file(name)?.map(Secret::new))
    }

    /// The content of a file, without the line's end; `key` is what names it.
    pub(crate) fn file(&self, key: &str, path: &str) -> Result<String, ConfigError> {
        let text = (self.read)(path).map_err(|cause| {
            ConfigError::new(format!("`{key}` names the file `{path}`, which cannot be read: {cause}"))
                .next("create the file, or let this user read it")
        })?;
        let text = text.trim_end_matches(['\n', '\r']);
        if text.trim().is_empty() {
            return Err(ConfigError::new(format!("`{key}` names the file `{path}`, which is empty")));
        }
        Ok(text.to_owned())
    }

    /// What the variables of a provider say, by key.
    pub(crate) fn settings(&self, settings: &[Setting]) -> CoreResult<Map<String, Value>> {
        from_env(settings, &self.lookup, &self.read)
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment").finish_non_exhaustive()
    }
}

#[cfg(test)]
impl Environment {
    /// One that knows these variables and these files.
    pub(crate) fn of(variables: &[(&str, &str)], files: &[(&str, &str)]) -> Self {
        let own = |pairs: &[(&str, &str)]| -> std::collections::BTreeMap<String, String> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let (variables, files) = (own(variables), own(files));
        Self::new(
            move |name| variables.get(name).cloned(),
            move |path| files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into()),
        )
    }
}
