//! An HTTP/1 listener that nobody can hold hostage: every wait, every buffer and every count has a bound.

mod accept;
mod admission;
mod body;
mod budget;
mod connection;
mod deadline;
mod outgoing;
mod phase;
mod serve;
mod settings;
mod wire;

pub use body::RequestBody;
pub use serve::serve;
pub use settings::ListenerSettings;
