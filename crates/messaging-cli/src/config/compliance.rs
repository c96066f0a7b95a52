use std::path::Path;

use messaging::gateway::{ComplianceSettings, PriceTable};
use toml::{Table, Value as Written};

use super::{ConfigError, Environment, file::parse, section};

/// `[compliance]`: `prices` as a table or the name of a file with one, and `limits`.
pub(super) fn read(
    mut table: Table,
    source: Option<&Path>,
    environment: &Environment,
) -> Result<ComplianceSettings, ConfigError> {
    if let Some(Written::String(name)) = table.get("prices") {
        let prices = from_file(name, source, environment)?;
        table.insert("prices".to_owned(), Written::Table(prices));
    }
    let settings: ComplianceSettings = section::read("compliance", &table)?;
    settings.check().map_err(ConfigError::new)?;
    Ok(settings)
}

/// A price table of its own file, which lies beside the settings unless its name says otherwise.
fn from_file(name: &str, source: Option<&Path>, environment: &Environment) -> Result<Table, ConfigError> {
    let folder = source.and_then(Path::parent).unwrap_or(Path::new(""));
    let path = folder.join(name).display().to_string();
    let text = environment.file("compliance.prices", &path)?;
    let wrong = |why: String| ConfigError::new(format!("{path}: {why}")).elsewhere();
    let table = parse(&text).map_err(|error| wrong(error.to_string()))?;
    let checked: Result<PriceTable, _> = table.clone().try_into();
    checked.map_err(|cause| wrong(cause.message().to_owned()))?;
    Ok(table)
}
