//! A toy provider and the other side of its wire: small, complete, and able to count messages without gaps.

mod answer;
mod emulator;
mod pair;
mod provider;
mod records;
mod signature;
mod webhook;
mod workspaces;

pub use emulator::ToyEmulator;
pub use pair::{forgetful_toy, inline_toy, toy, toy_in_workspaces, toy_named};
pub use provider::Toy;
pub use signature::signed_callback;
