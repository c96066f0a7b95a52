//! What goes over the wire, to the letter, and what is made of the answers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a helper of a test that panics has failed it"
)]

mod archive;
mod chat_search;
mod client;
mod codes;
mod composed;
mod config;
mod conversations;
mod download;
mod errors;
mod files;
mod health;
mod lifecycle;
mod listing;
mod messages;
mod messaging;
mod native;
mod reconcile;
mod refused;
mod roles;
mod scripted;
mod send;
mod token;
