use messaging_core::{Configure, Result, Secret, Secrets, Setting};
use messaging_http::{ClientSettings, client};
use serde::Deserialize;

use crate::Acme;

/// Settings of [`Acme`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AcmeConfig {
    /// The API token.
    pub token: Secret,
    /// What callbacks are signed with; a list while it is being rotated.
    pub signing_secret: Secrets,
    /// Where the API is, without a slash at the end.
    #[serde(default = "production")]
    pub base_url: String,
}

impl Configure for AcmeConfig {
    const NAME: &'static str = "acme";
    const SETTINGS: &'static [Setting] = &[
        Setting::required("token", "the API token").env("ACME_TOKEN").secret(),
        Setting::required("signing_secret", "what signs callbacks").env("ACME_SIGNING_SECRET").secret(),
        Setting::optional("base_url", "another host, such as a test's").env("ACME_BASE_URL"),
    ];
    type Provider = Acme;

    fn build(self) -> Result<Acme> {
        Ok(Acme::new(self, client(ClientSettings::default())?))
    }
}

messaging_core::register!(AcmeConfig);

fn production() -> String {
    "https://api.acme.example".to_owned()
}
