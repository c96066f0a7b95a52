//! Answers that people see while they are being written.
//!
//! What happens here is for the eye. Every step may fail, and then the rest is left to the outbox: a turn's end holds the
//! whole text, says which message shows which part of it in the end, and which message goes.

mod answer;
mod begin;
mod beside;
mod conclude;
mod grow;
mod segment;
mod status;
mod supersede;
mod watch;
mod way;

pub(crate) use answer::{Answered, LiveAnswer};
pub(crate) use beside::could_be;
pub(crate) use conclude::Conclusion;
