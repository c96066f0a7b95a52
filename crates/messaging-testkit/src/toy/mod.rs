//! A toy provider and the other side of its wire: small, complete, and able to count messages without gaps.

mod emulator;
mod pair;
mod provider;
mod signature;
mod webhook;

pub use emulator::ToyEmulator;
pub use pair::toy;
pub use provider::Toy;
