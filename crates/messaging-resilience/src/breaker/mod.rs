mod circuit;
mod layer;
mod permit;
mod trip;
mod verdict;
mod window;

pub use layer::{CircuitBreaker, CircuitBreakerLayer};
pub use trip::Trip;
