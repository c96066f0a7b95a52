use serde::Deserialize;

/// Longest text a visitor may write, and an agent may answer in one message, in characters.
pub const MAX_TEXT: usize = 4_000;

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
