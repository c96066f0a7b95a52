//! Streamed answers: a message that grows while people read it (<https://docs.slack.dev/ai/developing-agents>).

mod append;
mod arguments;
mod chunk;
mod fated;
mod finish;
mod press;
mod start;
mod stream;

pub use press::StopError;
pub(crate) use stream::Stream;
