//! The real binary on disks that fail, are full, or cannot be written: nothing that was acknowledged is lost, nothing is
//! answered twice, and what happened is said.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod failing;
mod full;
mod mounted;
mod read_only;

use messaging_tests::{operated::Gateway, served::eventually};

/// Turns that take their time at most a tenth as long as they would.
const TURNS: &str = "lease = \"3s\"\nheartbeat = \"100ms\"\ntries = 1000\ncrashes = 1000";

async fn ready(gateway: &Gateway) {
    eventually("ready", || gateway.is_ready(), |ready| *ready).await;
}
