//! Many workspaces: people install the app themselves, and each workspace has tokens of its own.
//!
//! <https://docs.slack.dev/authentication/installing-with-oauth>

mod app;
mod exchange;
mod page;
mod pages;
mod rotation;
mod state;
mod tokens;
mod workspaces;

pub use app::Tenants;
pub(crate) use app::{OAuthApp, Scopes};
pub(crate) use workspaces::Workspaces;
