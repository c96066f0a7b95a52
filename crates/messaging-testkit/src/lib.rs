//! Proof by running: one suite for every provider, one simulated world for the whole gateway.
//!
//! ```
//! use messaging_testkit::{Faults, World};
//!
//! let report = World::seed(7).faults(Faults::everything()).run();
//! assert!(report.is_clean(), "{report}");
//! ```

pub mod conformance;
pub mod disk;
mod pair;
pub mod toy;
pub mod world;

pub use disk::{Disk, DiskModel, Sabotage};
pub use pair::{MakePair, Pair};
pub use world::{AgentFaults, Chaos, Faults, Report, World};

#[doc(hidden)]
pub use tokio;
