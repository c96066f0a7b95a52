//! The Slack emulator from outside: as a function and as a service, under a paused clock.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that is surprised has failed")]

mod assistant;
mod authentication;
mod blocks;
mod changes;
mod conversations;
mod copies;
mod documented;
mod encodings;
mod events;
mod faults;
mod files;
mod garbage;
mod handshake;
mod installation;
mod interactivity;
mod limits;
mod lookups;
mod modals;
mod organizations;
mod people;
mod posts;
mod rates;
mod reactions;
mod responses;
mod retries;
mod schedule;
mod screens;
mod sockets;
mod strangers;
mod streams;
mod teams;
mod tokens;
mod webhooks;
mod workspace;
