//! A gateway over sockets: what `dev` and `serve` have in common.

mod listeners;
mod secrets;
mod start;
mod telemetry;
mod watch;

pub(crate) use listeners::Listeners;
pub(crate) use secrets::{random, token};
pub(crate) use start::{Node, Plan};
pub(crate) use telemetry::Telemetry;
pub(crate) use watch::watch;
