//! The provider `acme`: everything a provider of your own needs. Acme is made up: it takes `POST /messages`, finds a
//! message by the key it carried, and signs its callbacks.

mod provider;
mod webhook;

pub use provider::Acme;

use messaging_core::{Configure, Result, Secret, Secrets, Setting};
use messaging_http::{ClientSettings, client};

/// Settings of [`Acme`].
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcmeConfig {
    token: Secret,
    signing_secret: Secrets,
    base_url: String,
}

impl Configure for AcmeConfig {
    const NAME: &'static str = "acme";
    const SETTINGS: &'static [Setting] = &[
        Setting::required("token", "the API token").env("ACME_TOKEN").secret(),
        Setting::required("signing_secret", "signs callbacks; a list rotates").env("ACME_SIGNING_SECRET").secret(),
        Setting::required("base_url", "where the API is, without a slash at the end").env("ACME_BASE_URL"),
    ];
    type Provider = Acme;

    fn build(self) -> Result<Acme> {
        Ok(Acme::new(self, client(ClientSettings::default())?))
    }
}

messaging_core::register!(AcmeConfig);
