//! Socket Mode against the emulator: connections that break in the middle of traffic, in one process under a paused
//! clock and over real sockets.
#![cfg(test)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod answers;
mod disconnects;
mod driver;
mod loopback;
mod workspace;
