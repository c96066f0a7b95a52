use messaging_core::{Configure, Result, Setting};
use serde::Deserialize;

use crate::Web;

/// Settings of the provider `web`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct WebConfig {
    /// Other origins whose pages may embed the chat, such as `https://shop.example.com`. The gateway's own always may.
    pub allowed_origins: Vec<String>,
    /// Whether this account shows up in metrics. True unless told otherwise.
    pub enable_metrics: Option<bool>,
}

impl Configure for WebConfig {
    const NAME: &'static str = "web";
    const SETTINGS: &'static [Setting] = &[
        Setting::optional("allowed_origins", "other origins whose pages may embed the chat"),
        Setting::optional("enable_metrics", "whether the account shows up in metrics"),
    ];
    type Provider = Web;

    fn build(self) -> Result<Web> {
        Ok(Web::new(self))
    }
}

messaging_core::register!(WebConfig);
