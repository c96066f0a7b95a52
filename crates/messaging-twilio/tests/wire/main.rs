//! What goes over the wire, to the letter, and what is made of the answers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a helper of a test that panics has failed it"
)]

mod config;
mod conversations;
mod errors;
mod health;
mod messages;
mod native;
mod reconcile;
mod scripted;
mod send;
