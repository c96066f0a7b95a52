//! HTTP as a function: one service type on both sides of every wire.
//!
//! A [`Transport`] takes a request and gives a response. In production it is [`client`]; in tests and in the simulated
//! world it is an emulator in the same process.

mod answer;
mod client;
mod retry_after;
mod transport;

pub use answer::{answered, error_of, failed, unreadable};
pub use client::{ClientSettings, client};
pub use retry_after::retry_after;
pub use transport::{Transport, TransportError};
