use std::{sync::Arc, time::Duration};

use http::Uri;
use messaging::{
    Secret,
    agent::{Hook, HttpHook},
};
use messaging_http::{ClientSettings, client};

use super::{ConfigError, web_url::web_url};
use crate::exit::Failure;

/// Longest wait for a decision: every platform acts unasked long before.
const PATIENCE: Duration = Duration::from_secs(30);

/// Who decides on what platforms ask before they act; nobody lets everything pass.
#[derive(Clone, Debug, Default)]
pub(crate) struct HookChoice(Option<(Uri, Option<Secret>)>);

impl HookChoice {
    /// A service at `url`, asked with the agent's token; `key` is where that is written.
    pub(crate) fn at(key: &str, url: &str, token: Option<Secret>) -> Result<Self, ConfigError> {
        // The text is not quoted: a URL may hold a password.
        let wrong = || {
            ConfigError::new(format!("`{key}` is not an http or https URL")).next("write `http://127.0.0.1:9000/hook`")
        };
        Ok(Self(Some((web_url(url).ok_or_else(wrong)?, token))))
    }

    /// Makes the hook.
    pub(crate) fn connect(&self) -> Result<Arc<dyn Hook>, Failure> {
        let Some((url, token)) = &self.0 else { return Ok(Arc::new(())) };
        let mut settings = ClientSettings::default();
        settings.read_timeout = PATIENCE;
        settings.total_timeout = PATIENCE;
        let hook = HttpHook::new(url.clone(), client(settings)?);
        Ok(match token {
            Some(token) => Arc::new(hook.with_bearer(token.clone())),
            None => Arc::new(hook),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hook_is_a_url_or_nobody() {
        assert!(HookChoice::default().connect().is_ok());
        assert!(HookChoice::at("agent.hook_url", "https://app.test/hook", None).unwrap().connect().is_ok());
        let error = HookChoice::at("agent.hook_url", "hunter2 x", None).unwrap_err().to_string();
        assert_eq!(error, "`agent.hook_url` is not an http or https URL");
    }
}
