//! Whether an account's credentials work, and what it names exists.

use std::path::Path;

use messaging::{Error, ErrorKind, Registry, Setting, message::CheckHealth};

use super::{Check, PATIENCE, settings::Told};
use crate::{config::Account, exit::Exit, serve::open};

pub(super) async fn check(account: &Account, registry: &Registry, told: &Told) -> Check {
    let name = format!("account {}", account.name);
    let messenger = match open(registry, account, told.config.source.as_deref()) {
        Ok(messenger) => messenger,
        Err(failure) => return Check::failed(name, &failure),
    };
    if messenger.provider().health().is_none() {
        return Check::ok(name, format!("{}: there is nothing to ask", account.provider.name()));
    }
    match tokio::time::timeout(PATIENCE, messenger.call(CheckHealth::default())).await {
        Ok(Ok(healthy)) => Check::ok(name, healthy.identity),
        Ok(Err(error)) => refused(name, account, &error, told.config.source.as_deref()),
        Err(_) => unreachable(name, account, &format!("no answer within {} s", PATIENCE.as_secs())),
    }
}

/// Says which setting, and so which variable, is wrong, and the next command.
pub(super) fn refused(name: String, account: &Account, error: &Error, source: Option<&Path>) -> Check {
    let settings = named(account, error, source);
    let again = format!("then `messaging doctor --account {}`", account.name);
    match error.kind() {
        ErrorKind::Unauthorized => {
            let settings = if settings.is_empty() { secrets(account, source) } else { settings };
            let next = format!("copy {settings} again from the vendor's console, {again}");
            Check::fail(name, Exit::Credentials, error.to_string(), next)
        }
        ErrorKind::NotFound => {
            let own = "`messaging doctor --setup twilio --create-service";
            let make = match account.provider.name() {
                "twilio" => format!(" or make a service: {own} --account {}`,", account.name),
                _ => String::new(),
            };
            Check::fail(name, Exit::NotFound, error.to_string(), format!("correct {settings},{make} {again}"))
        }
        ErrorKind::RateLimited => {
            Check::fail(name, Exit::Later, error.to_string(), "wait a minute, then `messaging doctor` again")
        }
        ErrorKind::Config | ErrorKind::Invalid => {
            Check::fail(name, Exit::Config, error.to_string(), format!("correct the account's settings, {again}"))
        }
        _ => unreachable(name, account, &error.to_string()),
    }
}

fn unreachable(name: String, account: &Account, why: &str) -> Check {
    let provider = account.provider.name();
    let next = match account.text("base_url") {
        Some(url) => format!("check that {url} (`base_url`) is the right one and runs"),
        None => format!("check this machine's way out (HTTPS_PROXY, firewall), and {provider}'s status page"),
    };
    Check::fail(name, Exit::Failed, format!("{provider} cannot be reached: {why}"), next)
}

/// The settings that an error names, each with where it is written.
fn named(account: &Account, error: &Error, source: Option<&Path>) -> String {
    // What we say ourselves; behind it are the vendor's words and advice.
    let text = error.to_string();
    let text = text.split(" (Twilio answered").next().unwrap_or_default();
    let named = account.provider.settings().iter().filter(|setting| text.contains(&format!("`{}`", setting.key)));
    listed(account, named, source)
}

fn secrets(account: &Account, source: Option<&Path>) -> String {
    listed(account, account.provider.settings().iter().filter(|setting| setting.required), source)
}

fn listed<'s>(account: &Account, settings: impl Iterator<Item = &'s Setting>, source: Option<&Path>) -> String {
    let namesake = account.provider.name() == account.name;
    let file = source.map_or_else(|| "messaging.toml".to_owned(), |path| path.display().to_string());
    let all: Vec<_> = settings
        .map(|Setting { key, env, .. }| match env {
            Some(env) if namesake => format!("{env} (`{key}`)"),
            _ => format!("`{key}` in [accounts.{}] of {file}", account.name),
        })
        .collect();
    all.join(" and ")
}
