//! What anybody may call: webhooks, endpoints of providers, files of messages, the web chat, and whether we are there.

mod endpoints;
mod front;
mod health;
mod media;
mod media_type;
mod path;
mod router;
mod webhooks;

pub use front::Public;
pub use router::public;
