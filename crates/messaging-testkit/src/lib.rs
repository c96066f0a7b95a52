//! Proof by running: one suite for every provider, one simulated world for the whole gateway.
//!
//! ```
//! use messaging_testkit::{Faults, World};
//!
//! World::seed(7).faults(Faults::everything()).run().assert_nothing_lost();
//! ```
//!
//! Whoever writes an agent gives it to the world with [`World::agent`]; whoever writes a provider gives it an emulator,
//! implements [`Pair`] for the two and hands them over with [`World::pair`].

pub mod conformance;
pub mod disk;
mod pair;
pub mod toy;
pub mod world;

pub use disk::{Disk, DiskModel, Line, LineFault, Sabotage};
pub use pair::{MakePair, Pair};
pub use world::{AgentFaults, Chaos, Faults, Report, World};

#[doc(hidden)]
pub use tokio;
