//! The settings, as `serve` reads them.

use messaging::Registry;

use super::Check;
use crate::{
    arguments::SettingsFile,
    config::{Account, Config, Environment, File, Flags},
    exit::{Failure, config},
    serve::tell_url,
};

/// The settings, and the URL that platforms call.
pub(super) struct Told {
    pub(super) config: Config,
    pub(super) public_url: String,
}

/// Reads the settings; every account is told its webhook's URL.
pub(super) fn read(file: &SettingsFile, environment: &Environment, registry: &Registry) -> Result<Told, Failure> {
    let file = File::find(file.config.as_deref(), environment)?;
    let mut config = Config::read(&Flags::default(), environment, file, registry)?;
    let public_url = config.public_url.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    config.accounts.iter_mut().for_each(|account| tell_url(account, &public_url));
    Ok(Told { config, public_url })
}

impl Told {
    pub(super) fn check(&self) -> Check {
        let Config { source, accounts, left_out, .. } = &self.config;
        let source = source.as_ref().map_or("flags and environment".to_owned(), |path| path.display().to_string());
        let names: Vec<_> = accounts.iter().map(|account| account.name.as_str()).collect();
        let left_out = if left_out.is_empty() { String::new() } else { format!("; without {}", left_out.join("; ")) };
        Check::ok("settings", format!("{source}: {}{left_out}", names.join(", ")))
    }

    /// The accounts that are looked at.
    pub(super) fn accounts(&self, only: Option<&str>) -> Result<Vec<&Account>, Failure> {
        let accounts = &self.config.accounts;
        let Some(only) = only else { return Ok(accounts.iter().collect()) };
        if let Some(account) = accounts.iter().find(|account| account.name == only) {
            return Ok(vec![account]);
        }
        let names = accounts.iter().map(|account| account.name.as_str());
        let hint = messaging::setting::did_you_mean(only, names.clone());
        let names: Vec<_> = names.collect();
        Err(config(format!("no account is named `{only}`{hint}")).next(format!("name one of: {}", names.join(", "))))
    }
}
