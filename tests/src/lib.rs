//! What the tests that cross crates share.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

pub mod batch;
pub mod collector;
pub mod console;
pub mod conversations_pair;
mod cpu;
pub mod documented;
pub mod emulated;
pub mod node;
pub mod operated;
pub mod process;
pub mod properties;
pub mod python;
pub mod reset;
pub mod seeds;
pub mod served;
pub mod signed;
pub mod slack_emulated;
pub mod slack_pair;
pub mod slack_script;
pub mod slack_sdk;
pub mod sse;
pub mod thrice;
pub mod tool;
pub mod twice;
pub mod twilio_house;
pub mod twilio_pair;
pub mod twilio_script;
pub mod twilio_table;
pub mod web_pair;

pub use cpu::cpu_time;
