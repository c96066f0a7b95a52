//! What an operator finds out about a workspace by trying.

mod idempotency;

pub use idempotency::{Probed, SecondPost};
