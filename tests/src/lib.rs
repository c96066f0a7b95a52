//! What the tests that cross crates share.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

pub mod console;
pub mod process;
pub mod python;
pub mod served;
pub mod sse;
pub mod thrice;
pub mod twilio_pair;
