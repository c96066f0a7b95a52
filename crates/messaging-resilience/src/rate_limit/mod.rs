mod key;
mod layer;
mod limiter;
mod line;
mod rates;
mod service;

pub use key::Key;
pub use layer::RateLimitLayer;
pub use service::RateLimit;
