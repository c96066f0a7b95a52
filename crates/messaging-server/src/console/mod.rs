//! What operators see: the console's page, and what it reads.

mod builder;
mod contacts;
mod conversation;
mod costs;
mod dead;
mod erase;
mod files;
mod guard;
mod hops;
mod replay;
mod settings;
mod shelved;
mod status;
mod waterfall;

use std::sync::Arc;

use messaging_gateway::Gateway;
use tokio::time::Instant;

pub use builder::{ConsoleBuilder, console};
pub use settings::ConsoleSettings;

use crate::Readiness;

/// What the routes share.
struct Console {
    gateway: Gateway,
    readiness: Readiness,
    settings: ConsoleSettings,
    started: Instant,
}

type Shared = Arc<Console>;
