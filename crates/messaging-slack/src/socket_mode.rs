use std::sync::OnceLock;

use messaging_http::duplex::Dialer;

use crate::api::Api;

/// What Socket Mode needs beside the bot token.
#[derive(Debug)]
pub(crate) struct SocketMode {
    /// Bound to the app-level token.
    pub(crate) api: Api,
    pub(crate) dialer: Dialer,
    /// That a check was given the address of a connection.
    pub(crate) proven: OnceLock<()>,
}
