//! Starting commands no faster than a provider takes them.

mod gate;
mod key;
mod layer;
mod limiter;
mod pass;
mod quota;
mod rates;
mod service;

pub use key::Key;
pub use layer::RateLimitLayer;
pub use quota::Quota;
pub use service::RateLimit;
