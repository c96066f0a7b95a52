//! What anybody may call: webhooks, endpoints of providers, the web chat, and whether we are there.

mod endpoints;
mod health;
mod path;
mod router;
mod webhooks;

pub use router::public;
