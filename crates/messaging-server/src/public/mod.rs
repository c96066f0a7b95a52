//! What anybody may call: webhooks, the web chat, and whether we are there.

mod health;
mod path;
mod router;
mod webhooks;

pub use router::public;
