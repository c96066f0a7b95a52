//! What is wrong between an account and Twilio, and what to do about it.

mod setup;
mod signature;

pub use setup::{Setup, SetupState, SetupStep};
pub use signature::{Diagnosis, Finding};
