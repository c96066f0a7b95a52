//! How a workspace installs the app: <https://docs.slack.dev/authentication/installing-with-oauth>.

mod access;
mod authorizations;
mod authorize;
mod configuration;
mod exchange;
mod installs;
mod page;
mod tokens;
mod uninstall;

pub(crate) use access::METHODS;
pub use authorize::{AuthorizeError, SlackConsent};
pub(crate) use installs::Installs;
