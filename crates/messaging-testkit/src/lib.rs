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
pub mod toy;
pub mod world;

pub use disk::{Disk, DiskModel, Sabotage};
pub use world::{AgentFaults, Chaos, Faults, Pair, Report, World};

#[doc(hidden)]
pub use tokio;
