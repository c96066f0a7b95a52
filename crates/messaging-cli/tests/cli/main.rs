//! The real binary, as people and scripts use it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests are tests, too")]

mod agent;
mod copies;
mod costs;
mod dev;
mod dlq;
mod doctor;
mod emulate;
mod erase;
mod http;
mod process;
mod serve;
mod stop;
mod words;
