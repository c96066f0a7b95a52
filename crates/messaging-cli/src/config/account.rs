use messaging::{Registration, Registry, Setting, place::is_name};
use serde_json::{Map, Value};
use toml::{Table, Value as Written};

use super::{
    ConfigError, Environment,
    secret_source::{resolve_all, type_of},
};

/// An account that is to be opened: a provider under a name, with its settings looked up.
#[derive(Clone)]
pub(crate) struct Account {
    pub(crate) name: String,
    pub(crate) provider: Registration,
    pub(crate) settings: Map<String, Value>,
}

impl Account {
    /// A setting that is text.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.settings.get(key).and_then(Value::as_str)
    }

    /// Whether anything is measured for it. What is neither yes nor no is refused when the account is opened.
    pub(crate) fn is_measured(&self) -> bool {
        match self.settings.get("enable_metrics") {
            Some(Value::String(told)) => told != "false",
            told => told != Some(&Value::Bool(false)),
        }
    }

    /// Whether the provider knows this setting.
    pub(crate) fn knows(&self, key: &str) -> bool {
        self.provider.settings().iter().any(|setting| setting.key == key)
    }
}

/// Reads every account that the file names, and those that the environment alone describes whole.
///
/// The second list says, for people, which accounts were left out and why.
pub(crate) fn read_all(
    named: &Table,
    environment: &Environment,
    registry: &Registry,
) -> Result<(Vec<Account>, Vec<String>), ConfigError> {
    let mut accounts = Vec::new();
    for (name, written) in named {
        accounts.push(read(name, written, environment, registry)?);
    }
    let mut left_out = Vec::new();
    for provider in registry.entries().filter(|entry| !named.contains_key(entry.name())) {
        let name = provider.name();
        let settings = from_environment(name, environment, provider)?;
        let missing = missing(provider.settings(), &settings);
        let absent = missing.iter().filter_map(|setting| setting.env).collect::<Vec<_>>().join(", ");
        match missing.is_empty() {
            true if settings.is_empty() => left_out.push(format!("`{name}`: [accounts.{name}] is not in the file")),
            true => accounts.push(Account { name: name.to_owned(), provider: *provider, settings }),
            false => left_out.push(format!("`{name}`: {absent} not set")),
        }
    }
    Ok((accounts, left_out))
}

fn read(name: &str, written: &Written, environment: &Environment, registry: &Registry) -> Result<Account, ConfigError> {
    let within = format!("accounts.{name}");
    if !is_name(name) {
        return Err(ConfigError::new(format!("`{name}` cannot name an account"))
            .next("use a-z, 0-9, `_` and `-`, at most 64 characters: the name is part of the webhook's URL"));
    }
    let Written::Table(table) = written else {
        return Err(ConfigError::wrong_type(&within, "a table", type_of(written)));
    };
    let provider = match table.get("provider") {
        Some(Written::String(provider)) => provider.as_str(),
        Some(other) => {
            return Err(ConfigError::wrong_type(&format!("{within}.provider"), "a string", type_of(other)));
        }
        None if registry.names().any(|known| known == name) => name,
        None => {
            let known = registry.names().collect::<Vec<_>>().join(", ");
            return Err(ConfigError::new(format!("`{within}` does not say which provider it is"))
                .next(format!("add `provider = \"…\"`, one of: {known}")));
        }
    };
    let provider =
        *registry.find(provider).map_err(|cause| ConfigError::new(format!("`{within}.provider`: {cause}")))?;
    let known = || provider.settings().iter().map(|setting| setting.key).chain(["provider"]);
    if let Some(key) = table.keys().find(|key| !known().any(|known| known == key.as_str())) {
        let known: Vec<_> = known().collect();
        return Err(ConfigError::unknown(&within, key, known));
    }
    let namesake = provider.name() == name;
    let first = if namesake { from_environment(name, environment, &provider)? } else { Map::new() };
    let tables: Vec<_> = tables(&provider, table).collect();
    let elsewhere = |key: &str| key == "provider" || first.contains_key(key);
    let mut settings = resolve_all(&within, table, environment, |key| {
        elsewhere(key) || tables.iter().any(|(known, _)| *known == key)
    })?;
    for (key, members) in tables.iter().filter(|(key, _)| !elsewhere(key)) {
        let members = resolve_all(&format!("{within}.{key}"), members, environment, |_| false)?;
        settings.insert((*key).to_owned(), Value::Object(members));
    }
    settings.extend(first);
    if let Some(setting) = missing(provider.settings(), &settings).first() {
        return Err(incomplete(&within, setting, namesake));
    }
    Ok(Account { name: name.to_owned(), provider, settings })
}

/// The settings that are tables of values, rather than a table that says where the one value is.
fn tables<'t>(provider: &Registration, written: &'t Table) -> impl Iterator<Item = (&'static str, &'t Table)> {
    provider.settings().iter().filter(|setting| setting.table).filter_map(|setting| {
        let members = written.get(setting.key)?.as_table()?;
        let looked_up = members.len() == 1 && members.keys().all(|key| matches!(key.as_str(), "env" | "file"));
        (!looked_up).then_some((setting.key, members))
    })
}

fn from_environment(
    name: &str,
    environment: &Environment,
    provider: &Registration,
) -> Result<Map<String, Value>, ConfigError> {
    let found = environment.settings(provider.settings());
    found.map_err(|cause| ConfigError::new(format!("account `{name}`: {cause}")))
}

/// The required settings that are absent or blank.
fn missing(settings: &'static [Setting], given: &Map<String, Value>) -> Vec<&'static Setting> {
    settings.iter().filter(|setting| setting.is_missing_in(given)).collect()
}

fn incomplete(within: &str, setting: &Setting, namesake: bool) -> ConfigError {
    let Setting { key, help, .. } = setting;
    let error = ConfigError::new(format!("`{within}.{key}` is missing: {help}"));
    error.next(match setting.env {
        Some(env) if namesake => format!("set {env}, or write `{key} = …` into [{within}]"),
        Some(env) => format!("write `{key} = {{ env = \"{env}\" }}` into [{within}]"),
        None => format!("write `{key} = …` into [{within}]"),
    })
}

/// Refuses secrets that an emulator made up, unless an emulator is what they are for.
pub(crate) fn refuse_generated(account: &Account) -> Result<(), ConfigError> {
    if account.text("base_url").is_some_and(is_loopback) {
        return Ok(());
    }
    let secrets = account.provider.settings().iter().filter(|setting| setting.secret);
    for Setting { key, .. } in secrets {
        let generated = match account.settings.get(*key) {
            Some(Value::String(text)) => is_generated(text),
            Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).any(is_generated),
            _ => false,
        };
        if generated {
            let name = &account.name;
            return Err(ConfigError::new(format!(
                "account `{name}`: `{key}` was made up by an emulator, and anybody can know it"
            ))
            .next(format!("put the vendor's own `{key}` there, or point `base_url` at an emulator on this machine")));
        }
    }
    Ok(())
}

fn is_generated(secret: &str) -> bool {
    // An app-level token names its app before the secret: `xapp-1-A…-emu…`.
    let is_app_token =
        secret.starts_with("xapp-") && secret.split('-').nth(3).is_some_and(|rest| rest.starts_with("emu"));
    secret.starts_with("emu") || secret.starts_with("xoxb-emu") || is_app_token
}

/// Whether a URL leads to this machine.
pub(crate) fn is_loopback(url: &str) -> bool {
    let Ok(url) = url.parse::<http::Uri>() else { return false };
    let host = url.host().unwrap_or_default();
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
