//! The app itself.

use messaging_core::{Result, Secret};
use serde_json::{Map, Value};

use super::{
    Call,
    macros::{answer, call, list},
};

answer! {
    /// Where to connect to.
    Connection {
        url: Secret = "The URL, good for one connection.",
    }
}

call! {
    /// Asks where to connect to for Socket Mode, with the app-level token.
    ConnectionsOpen: "apps.connections.open" => Connection, of {} with {}
}

answer! {
    /// An installation that sees an event.
    Authorization {
        enterprise_id: String = "The organisation.",
        team_id: String = "The workspace.",
        user_id: String = "The user.",
        is_bot: bool = "Whether the user is the bot.",
        is_enterprise_install: bool = "Whether an organisation installed the app.",
    }
}

answer! {
    /// Installations.
    Authorizations {
        authorizations: Vec<Authorization> = "The installations.",
    }
}

list! {
    /// Lists every installation that sees an event, with the app-level token.
    EventAuthorizationsList: "apps.event.authorizations.list" => Authorizations,
    by 100 authorizations: Authorization = "How many a page holds.",
    of {
        event_context: String = "What the event carried.",
    } with {}
}

/// Uninstalls the app from the token's workspace.
///
/// <https://docs.slack.dev/reference/methods/apps.uninstall>
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Uninstall {
    /// The client id.
    pub client_id: String,
    /// The client secret.
    pub client_secret: Secret,
}

impl Uninstall {
    /// Uninstalls this app.
    pub fn new(client_id: impl Into<String>, client_secret: Secret) -> Self {
        Self { client_id: client_id.into(), client_secret }
    }
}

impl Call for Uninstall {
    type Output = ();
    const METHOD: &'static str = "apps.uninstall";

    fn arguments(&self) -> Result<Map<String, Value>> {
        let pairs = [("client_id", self.client_id.as_str()), ("client_secret", self.client_secret.expose())];
        Ok(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect())
    }
}
