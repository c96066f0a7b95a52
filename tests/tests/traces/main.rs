//! One tree per message, as a collector gets it from the real binary.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod agent;
mod house;
mod killed;
mod line;
mod shapes;
mod tree;
