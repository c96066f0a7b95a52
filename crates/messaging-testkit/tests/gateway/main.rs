//! What a gateway makes of the events of a conversation, over a provider that tells them as JSON.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod actions;
mod bots;
mod burst;
mod choices;
mod closed;
mod concurrent;
mod decisions;
mod delivery;
mod endless;
mod hooks;
mod inline;
mod limited;
mod missed;
mod names;
mod plain;
mod spans;
mod stops;
