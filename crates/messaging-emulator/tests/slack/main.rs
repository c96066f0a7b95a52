//! The Slack emulator from outside: as a function and as a service, under a paused clock.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that is surprised has failed")]

mod authentication;
mod encodings;
mod events;
mod faults;
mod garbage;
mod handshake;
mod interactivity;
mod limits;
mod lookups;
mod modals;
mod people;
mod posts;
mod responses;
mod retries;
mod sockets;
mod streams;
mod workspace;
