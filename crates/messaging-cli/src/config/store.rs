use std::{fmt, path::PathBuf, sync::Arc, time::Duration};

use messaging::store::{MemoryOptions, MemoryStore, SqliteOptions, SqliteStore, Store};

use super::{ConfigError, Environment, File, layers::Layers};
use crate::exit::Failure;

/// Where the gateway keeps what it took in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StorePlace {
    /// `memory:`: gone with the process.
    Memory,
    /// `sqlite:PATH`: one file, one process.
    Sqlite(PathBuf),
}

impl StorePlace {
    /// Reads `memory:` or `sqlite:PATH`; `key` is where it is written.
    pub(crate) fn read(key: &str, text: &str) -> Result<Self, ConfigError> {
        let forms = "write `memory:` or `sqlite:./messaging.db`";
        match text.split_once(':') {
            Some(("memory", "")) => Ok(Self::Memory),
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.into())),
            Some(("postgres" | "postgresql", _)) => {
                Err(ConfigError::new(format!("`{key}` names a Postgres store, which this version does not have"))
                    .next(forms))
            }
            // The text is not quoted: a store's address may hold a password.
            _ => Err(ConfigError::new(format!("`{key}` is not a store")).next(forms)),
        }
    }

    /// Finds it as `serve` does: the flag, else `MESSAGING_STORE`, else the file, else the usual one.
    pub(crate) fn find(flag: Option<&str>, environment: &Environment, file: File) -> Result<Self, ConfigError> {
        let File { path, table } = file;
        let named = Layers::new("", table, environment).text("store", flag, Some("MESSAGING_STORE"));
        let place = named.and_then(|given| given.map(|given| given.read(Self::read)).transpose());
        let place = place.map_err(|error| match &path {
            Some(path) => error.in_file(path),
            None => error,
        })?;
        Ok(place.unwrap_or_default())
    }

    /// Opens it. Blocks while a file is opened.
    pub(crate) fn open(&self, hold_back: Duration) -> Result<Arc<dyn Store>, Failure> {
        Ok(match self {
            Self::Memory => Arc::new(MemoryStore::new(MemoryOptions { hold_back, ..MemoryOptions::default() })),
            Self::Sqlite(path) => {
                Arc::new(SqliteStore::open(path, SqliteOptions { hold_back, ..SqliteOptions::default() })?)
            }
        })
    }
}

impl Default for StorePlace {
    fn default() -> Self {
        Self::Sqlite("./messaging.db".into())
    }
}

impl fmt::Display for StorePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory => f.write_str("in memory, gone when this ends"),
            Self::Sqlite(path) => write!(f, "{}", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stores_there_are() {
        assert_eq!(StorePlace::read("store", "memory:"), Ok(StorePlace::Memory));
        assert_eq!(StorePlace::read("store", "sqlite:/var/x.db"), Ok(StorePlace::Sqlite("/var/x.db".into())));
        for (text, what) in [
            ("postgres://u:hunter2@h/db", "a Postgres store, which this version does not have"),
            ("mysql://u:hunter2@h", "not a store"),
            ("messaging.db", "not a store"),
            ("sqlite:", "not a store"),
            ("memory:x", "not a store"),
        ] {
            let error = StorePlace::read("store", text).unwrap_err();
            assert!(error.to_string().contains(what) && !error.to_string().contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn a_folder_that_does_not_exist_is_exit_3_with_the_next_step() {
        let failure = StorePlace::Sqlite("/nowhere/at/all.db".into()).open(Duration::ZERO).unwrap_err();
        assert_eq!(failure.exit.code(), 3);
        assert!(
            failure.to_string().contains("/nowhere/at/all.db") && failure.to_string().contains("name another file"),
            "{failure}"
        );
    }
}
