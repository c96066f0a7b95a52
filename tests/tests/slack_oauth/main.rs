//! One app in many workspaces: installed from a browser, each with its own token, until it is taken out again.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod install;
mod organization;
mod removal;
mod rotation;
mod still;
mod trouble;
mod world;
