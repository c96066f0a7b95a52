use std::{
    fs, io,
    path::{Path, PathBuf},
};

use toml::Table;

use super::{ConfigError, Environment};

/// The file that is read when nobody names one.
const USUAL: &str = "messaging.toml";

/// The settings file, as far as there is one.
#[derive(Clone, Debug, Default)]
pub(crate) struct File {
    pub(crate) path: Option<PathBuf>,
    pub(crate) table: Table,
}

impl File {
    /// Reads the one file that counts: `--config`, else `MESSAGING_CONFIG`, else `./messaging.toml` if it is there.
    pub(crate) fn find(flag: Option<&Path>, environment: &Environment) -> Result<Self, ConfigError> {
        let named = flag.map(|path| ("--config", path.to_owned()));
        let named = named.or_else(|| environment.get("MESSAGING_CONFIG").map(|path| ("MESSAGING_CONFIG", path.into())));
        let (who, path) = named.unwrap_or(("", USUAL.into()));
        match fs::read_to_string(&path) {
            Ok(text) => {
                let table = parse(&text).map_err(|error| error.in_file(&path))?;
                Ok(Self { path: Some(path), table })
            }
            Err(cause) if who.is_empty() && cause.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(cause) => {
                let who = if who.is_empty() { String::new() } else { format!(" (named by {who})") };
                Err(ConfigError::new(format!("`{}`{who} cannot be read: {cause}", path.display()))
                    .next("create the file, or let this user read it"))
            }
        }
    }
}

/// Parses the text. An error says where and what, and quotes nothing: the line may hold a secret.
pub(crate) fn parse(text: &str) -> Result<Table, ConfigError> {
    toml::from_str(text).map_err(|cause| {
        let before = cause.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let (line, start) = (before.matches('\n').count() + 1, before.rfind('\n').map_or(0, |at| at + 1));
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        ConfigError::new(format!("line {line}, column {column} is not TOML: {}", cause.message()))
            .next("strings are written in quotes, and every key once: `key = \"value\"`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_file_is_placed_and_not_quoted() {
        let error = parse("listen = \"x\"\n[accounts.a]\nauth_token = hunter2").unwrap_err().to_string();
        assert!(error.starts_with("line 3, column 14 is not TOML: ") && !error.contains("hunter2"), "{error}");
        let error = parse("auth_token = \"hunter2\n").unwrap_err().to_string();
        assert!(error.starts_with("line 1, ") && !error.contains("hunter2"), "{error}");
        let error = parse("a = 1\na = 2").unwrap_err().to_string();
        assert!(error.contains("duplicate key"), "{error}");
    }

    #[test]
    fn a_file_that_is_named_must_be_there() {
        let none = Environment::of(&[], &[]);
        let error = File::find(Some(Path::new("/nowhere/m.toml")), &none).unwrap_err().to_string();
        assert!(error.starts_with("`/nowhere/m.toml` (named by --config) cannot be read: "), "{error}");
        let named = Environment::of(&[("MESSAGING_CONFIG", "/nowhere/e.toml")], &[]);
        let error = File::find(None, &named).unwrap_err().to_string();
        assert!(error.starts_with("`/nowhere/e.toml` (named by MESSAGING_CONFIG) cannot be read: "), "{error}");
        assert!(File::find(None, &none).unwrap().path.is_none());
    }
}
