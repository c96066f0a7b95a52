//! The provider `acme`: everything a provider of your own needs, and nothing else.
//!
//! Acme is made up. It takes `POST /messages` with a bearer token, finds earlier messages by the key they carried, and
//! signs its callbacks. Link it with `use custom_provider as _;`, then open it by its name.

mod config;
mod provider;
mod webhook;

pub use config::AcmeConfig;
pub use provider::Acme;
