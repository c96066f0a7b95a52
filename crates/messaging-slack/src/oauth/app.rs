use messaging_core::{Error, ErrorKind, Result, Secret};
use serde::{Deserialize, Deserializer, de};

/// What answering people takes unless told otherwise: hearing mentions, messages and threads everywhere the bot is,
/// posting, reactions, files, names of people and channels, finding and opening direct messages.
const SCOPES: [&str; 14] = [
    "app_mentions:read",
    "channels:history",
    "channels:read",
    "chat:write",
    "files:read",
    "files:write",
    "groups:history",
    "im:history",
    "im:read",
    "im:write",
    "mpim:history",
    "reactions:read",
    "reactions:write",
    "users:read",
];

/// Whom the installations of an app belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Tenants {
    /// The one default tenant.
    #[default]
    One,
    /// Each workspace, or organisation, is a tenant of its own, named by its id.
    Workspace,
}

/// Scopes as they are written: a list, or one text with commas or spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scopes(Vec<String>);

impl Default for Scopes {
    fn default() -> Self {
        Self(SCOPES.map(str::to_owned).to_vec())
    }
}

impl<'de> Deserialize<'de> for Scopes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a list of scopes, or a text with commas")]
        enum Written {
            Text(String),
            List(Vec<String>),
        }
        let texts = match Written::deserialize(deserializer)? {
            Written::Text(text) => vec![text],
            Written::List(texts) => texts,
        };
        let split = texts.iter().flat_map(|text| text.split([',', ' '])).filter(|scope| !scope.is_empty());
        let scopes: Vec<_> = split.map(str::to_owned).collect();
        let plain = |scope: &String| scope.bytes().all(|b| b.is_ascii_alphanumeric() || b":._-".contains(&b));
        if scopes.is_empty() || !scopes.iter().all(plain) {
            return Err(de::Error::custom("expected scopes such as `chat:write`"));
        }
        Ok(Self(scopes))
    }
}

/// The app as Slack's OAuth pages know it.
#[derive(Clone, Debug)]
pub(crate) struct OAuthApp {
    pub(crate) client_id: String,
    pub(crate) client_secret: Secret,
    pub(crate) scopes: Scopes,
    pub(crate) tenants: Tenants,
}

impl OAuthApp {
    /// Puts the two credentials together; none if neither is there.
    pub(crate) fn of(
        client_id: Option<&str>,
        client_secret: Option<&Secret>,
        scopes: Option<&Scopes>,
        tenants: Tenants,
    ) -> Result<Option<Self>> {
        let client_id = client_id.map(str::trim).filter(|id| !id.is_empty());
        let client_secret = client_secret.filter(|secret| !secret.expose().trim().is_empty());
        let missing = |key, variable| {
            let message = format!(
                "`{key}` ({variable}) is missing: many workspaces need both credentials of the app's page Basic \
                 Information; with one workspace, leave both out and set `bot_token` (SLACK_BOT_TOKEN)"
            );
            Err(Error::new(ErrorKind::Config, message))
        };
        match (client_id, client_secret) {
            (None, None) => Ok(None),
            (None, Some(_)) => missing("client_id", "SLACK_CLIENT_ID"),
            (Some(_), None) => missing("client_secret", "SLACK_CLIENT_SECRET"),
            (Some(client_id), Some(client_secret)) => Ok(Some(Self {
                client_id: client_id.to_owned(),
                client_secret: Secret::new(client_secret.expose().trim()),
                scopes: scopes.cloned().unwrap_or_default(),
                tenants,
            })),
        }
    }

    /// The scopes as Slack's page wants them.
    pub(crate) fn scope(&self) -> String {
        self.scopes.0.join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_credentials_or_none() {
        let secret = Secret::new("canary");
        let of = |id, secret| OAuthApp::of(id, secret, None, Tenants::One);
        assert!(of(None, None).unwrap().is_none() && of(Some(" "), None).unwrap().is_none());
        assert!(of(Some("1.2"), Some(&secret)).unwrap().is_some());
        assert!(of(Some("1.2"), None).unwrap_err().to_string().contains("SLACK_CLIENT_SECRET"));
        assert!(of(None, Some(&secret)).unwrap_err().to_string().contains("SLACK_CLIENT_ID"));
    }

    #[test]
    fn scopes_are_a_list_or_a_text() {
        let read = |text: &str| serde_json::from_str::<Scopes>(text).map(|scopes| scopes.0.join(","));
        assert_eq!(read(r#""chat:write, im:history""#).unwrap(), "chat:write,im:history");
        assert_eq!(read(r#"["chat:write","users:read.email"]"#).unwrap(), "chat:write,users:read.email");
        for wrong in [r#""""#, "[]", r#""chat:write&x=1""#, "1"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
