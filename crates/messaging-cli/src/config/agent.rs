use std::{fmt, sync::Arc, time::Duration};

use http::Uri;
use messaging::{
    Secret,
    agent::{Agent, EchoPlus, HttpAgent},
};
use messaging_http::{ClientSettings, streaming_client};

use super::{ConfigError, web_url::web_url};
use crate::exit::Failure;

/// Room for an answer that comes at the last moment of a turn.
const SLACK: Duration = Duration::from_secs(5);

/// Who answers.
#[derive(Clone, Debug)]
pub(crate) enum AgentChoice {
    /// The built-in `echo-plus`.
    EchoPlus,
    /// An HTTP service.
    Http { url: Uri, token: Option<Secret> },
}

impl AgentChoice {
    /// A service at `url`; `key` is where that is written.
    pub(crate) fn at(key: &str, url: &str, token: Option<Secret>) -> Result<Self, ConfigError> {
        // The text is not quoted: a URL may hold a password.
        let wrong = || {
            ConfigError::new(format!("`{key}` is not an http or https URL")).next("write `http://127.0.0.1:9000/agent`")
        };
        Ok(Self::Http { url: web_url(url).ok_or_else(wrong)?, token })
    }

    /// A built-in agent by name.
    pub(crate) fn builtin(key: &str, name: &str) -> Result<Self, ConfigError> {
        match name {
            "echo-plus" => Ok(Self::EchoPlus),
            other => {
                let hint = messaging::setting::did_you_mean(other, ["echo-plus"]);
                Err(ConfigError::new(format!("`{key}`: no agent called `{other}` is built in{hint}"))
                    .next("write `builtin = \"echo-plus\"`, or `url = …` for a service of your own"))
            }
        }
    }

    /// Makes the agent; no turn of it is longer than `max_turn`.
    pub(crate) fn connect(&self, max_turn: Duration) -> Result<Arc<dyn Agent>, Failure> {
        Ok(match self {
            Self::EchoPlus => Arc::new(EchoPlus),
            Self::Http { url, token } => {
                let mut settings = ClientSettings::default();
                settings.read_timeout = max_turn + SLACK;
                settings.total_timeout = max_turn + SLACK;
                let agent = HttpAgent::streaming(url.clone(), streaming_client(settings)?);
                match token {
                    Some(token) => Arc::new(agent.with_bearer(token.clone())),
                    None => Arc::new(agent),
                }
            }
        })
    }
}

impl fmt::Display for AgentChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EchoPlus => f.write_str("built-in `echo-plus`"),
            // Without user info and query, which may be secrets.
            Self::Http { url, .. } => write!(
                f,
                "{}://{}{}{}",
                url.scheme_str().unwrap_or("http"),
                url.host().unwrap_or_default(),
                url.port().map(|port| format!(":{port}")).unwrap_or_default(),
                url.path()
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_is_a_url_or_a_name() {
        let agent = AgentChoice::at("agent.url", "http://u:hunter2@127.0.0.1:9000/agent?key=1", None).unwrap();
        assert_eq!(agent.to_string(), "http://127.0.0.1:9000/agent");
        for wrong in ["127.0.0.1:9000", "ftp://x/", "", "http:///x", "hunter2 x"] {
            let error = AgentChoice::at("agent.url", wrong, None).unwrap_err().to_string();
            assert_eq!(error, "`agent.url` is not an http or https URL", "{wrong}");
        }
        let error = AgentChoice::builtin("agent.builtin", "echo").unwrap_err().to_string();
        assert!(error.starts_with("`agent.builtin`: no agent called `echo`"), "{error}");
    }
}
