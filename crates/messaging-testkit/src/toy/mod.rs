//! A toy provider and the other side of its wire: small, complete, and able to count messages without gaps.

mod answer;
mod emulator;
mod pair;
mod provider;
mod signature;
mod webhook;

pub use emulator::ToyEmulator;
pub use pair::{inline_toy, toy, toy_named};
pub use provider::Toy;
