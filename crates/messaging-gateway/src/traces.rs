use serde::Deserialize;

/// Following messages from the webhook to what is told of the reply.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct TraceSettings {
    /// Whether the way of each message is kept with it, and told to whoever collects spans. True unless told otherwise.
    pub enabled: bool,
    /// Tenants whose texts may be in spans. None unless told otherwise: spans say how long a text is.
    pub text: Vec<String>,
}

impl Default for TraceSettings {
    fn default() -> Self {
        Self { enabled: true, text: Vec::new() }
    }
}
