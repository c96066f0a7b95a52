//! `messaging serve` as a process with people, an agent and an emulated vendor around it.

mod agent;
mod gateway;
mod line;
mod records;
mod texts;
mod traffic;
mod under_way;

pub use agent::{Agent, Manner, answer};
pub use gateway::Gateway;
pub use line::Line;
pub use records::Records;
pub use texts::{Ends, Texts};
pub use traffic::Traffic;
pub use under_way::{Place, UnderWay};
