use toml::{Table, Value as Written};

use super::{
    ConfigError, Environment,
    error::path,
    secret_source::{resolve, type_of},
};

/// One table of the file below the environment below the flags.
pub(super) struct Layers<'e> {
    within: &'static str,
    table: Table,
    environment: &'e Environment,
}

/// A text, and what to call the place it is from.
pub(super) struct Given {
    key: String,
    pub(super) text: String,
    in_file: bool,
}

impl Given {
    /// Reads the text; `parse` is told what to call its place.
    pub(super) fn read<T>(&self, parse: impl FnOnce(&str, &str) -> Result<T, ConfigError>) -> Result<T, ConfigError> {
        parse(&self.key, &self.text).map_err(|error| if self.in_file { error } else { error.elsewhere() })
    }
}

impl<'e> Layers<'e> {
    /// `within` is the table's name, empty for the whole file.
    pub(super) fn new(within: &'static str, table: Table, environment: &'e Environment) -> Self {
        Self { within, table, environment }
    }

    /// A text: the flag if it is given, else the variable, else the file.
    pub(super) fn text(
        &self,
        key: &'static str,
        flag: Option<&str>,
        variable: Option<&'static str>,
    ) -> Result<Option<Given>, ConfigError> {
        if let Some(text) = flag {
            let name = if self.within.is_empty() { key } else { self.within };
            return Ok(Some(Given {
                key: format!("--{}", name.replace('_', "-")),
                text: text.to_owned(),
                in_file: false,
            }));
        }
        if let Some(variable) = variable
            && let Some(text) = self.environment.get_or_file(variable).map_err(ConfigError::elsewhere)?
        {
            return Ok(Some(Given { key: variable.to_owned(), text, in_file: false }));
        }
        let Some(written) = self.table.get(key) else { return Ok(None) };
        let key = path(self.within, key);
        let text = match written {
            Written::String(text) => text.clone(),
            Written::Table(_) => resolve(&key, written, self.environment)?.as_str().unwrap_or_default().to_owned(),
            other => return Err(ConfigError::wrong_type(&key, "a string", type_of(other))),
        };
        Ok(Some(Given { key, text, in_file: true }))
    }

    /// A table of the file; empty if it is not there.
    pub(super) fn table(&self, key: &'static str) -> Result<Table, ConfigError> {
        match self.table.get(key) {
            None => Ok(Table::new()),
            Some(Written::Table(table)) => Ok(table.clone()),
            Some(other) => Err(ConfigError::wrong_type(&path(self.within, key), "a table", type_of(other))),
        }
    }
}
