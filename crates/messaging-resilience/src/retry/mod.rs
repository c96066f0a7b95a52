mod budget;
mod jitter;
mod layer;
mod policy;
mod schedule;

pub use layer::{Retry, RetryLayer};
pub use policy::RetryPolicy;
