//! Installing the app, and refreshing its tokens.

use messaging_core::{Result, Secret};
use serde_json::{Map, Value};

use super::{Call, Credentials, macros::answer};

answer! {
    /// A workspace or an organisation, by name.
    Named {
        id: String = "Its id.",
        name: String = "Its name.",
    }
}

answer! {
    /// Who installed the app, and their own token, where scopes of theirs were asked for.
    AuthedUser {
        id: String = "Their id.",
        scope: String = "What their token may do.",
        access_token: Secret = "Their token.",
        token_type: String = "`user`.",
        refresh_token: Secret = "What their next token is got with.",
        expires_in: u64 = "For how many seconds theirs holds.",
    }
}

answer! {
    /// A webhook that was installed with the app.
    IncomingWebhook {
        channel: String = "The channel's name.",
        channel_id: String = "The channel.",
        configuration_url: String = "Where people change it.",
        url: Secret = "Its URL.",
    }
}

answer! {
    /// A token, and whose it is.
    Access {
        access_token: Secret = "The token.",
        token_type: String = "`bot` or `user`.",
        scope: String = "What it may do, with commas.",
        bot_user_id: String = "The bot's user.",
        app_id: String = "The app.",
        team: Named = "The workspace; none for an organisation.",
        enterprise: Named = "The organisation.",
        is_enterprise_install: bool = "Whether an organisation installed it.",
        authed_user: AuthedUser = "Who installed it.",
        incoming_webhook: IncomingWebhook = "The webhook that was installed with it.",
        refresh_token: Secret = "What the next token is got with, once; where tokens rotate.",
        expires_in: u64 = "For how many seconds it holds; where tokens rotate.",
    }
}

/// What a token is got for.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Grant {
    /// The code that an installation came back with; good once, for about 10 minutes.
    Code {
        /// The code.
        code: Secret,
        /// The URL it came back to, if the installation began with one.
        redirect_uri: Option<String>,
        /// What the challenge was made of, with PKCE.
        code_verifier: Option<Secret>,
    },
    /// A refresh token; good once.
    Refresh(Secret),
}

/// Gets a token for a code or a refresh token. The app's own credentials travel in the header.
///
/// <https://docs.slack.dev/reference/methods/oauth.v2.access>
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct V2Access {
    /// The client id.
    pub client_id: String,
    /// The client secret.
    pub client_secret: Secret,
    /// What for.
    pub grant: Grant,
}

impl V2Access {
    /// Gets a token for `grant`.
    pub fn new(client_id: impl Into<String>, client_secret: Secret, grant: Grant) -> Self {
        Self { client_id: client_id.into(), client_secret, grant }
    }
}

impl Call for V2Access {
    type Output = Access;
    const METHOD: &'static str = "oauth.v2.access";

    fn arguments(&self) -> Result<Map<String, Value>> {
        let pairs = match &self.grant {
            Grant::Code { code, redirect_uri, code_verifier } => [
                ("code", Some(code.expose())),
                ("redirect_uri", redirect_uri.as_deref()),
                ("code_verifier", code_verifier.as_ref().map(Secret::expose)),
            ],
            Grant::Refresh(token) => {
                [("grant_type", Some("refresh_token")), ("refresh_token", Some(token.expose())), ("", None)]
            }
        };
        Ok(pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.into()))).collect())
    }

    fn credentials(&self) -> Credentials<'_> {
        Credentials::App { id: &self.client_id, secret: &self.client_secret }
    }
}

/// Exchanges the client's long-lived token for one that rotates.
///
/// <https://docs.slack.dev/reference/methods/oauth.v2.exchange>
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct V2Exchange {
    /// The client id.
    pub client_id: String,
    /// The client secret.
    pub client_secret: Secret,
}

impl V2Exchange {
    /// Exchanges the token of this app.
    pub fn new(client_id: impl Into<String>, client_secret: Secret) -> Self {
        Self { client_id: client_id.into(), client_secret }
    }
}

impl Call for V2Exchange {
    type Output = Access;
    const METHOD: &'static str = "oauth.v2.exchange";

    fn arguments(&self) -> Result<Map<String, Value>> {
        let pairs = [("client_id", self.client_id.as_str()), ("client_secret", self.client_secret.expose())];
        Ok(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect())
    }
}
