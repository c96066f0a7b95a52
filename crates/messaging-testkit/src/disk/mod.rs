//! A store on a disk that can lose power: a log of verbs with a durable prefix, played again after a cut.

mod line;
mod model;
mod platter;
mod sabotage;
mod store;
mod writer;

pub use line::{Line, LineFault};
pub use model::DiskModel;
pub use platter::Disk;
pub use sabotage::Sabotage;
pub use store::DiskStore;
