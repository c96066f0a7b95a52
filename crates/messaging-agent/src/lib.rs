//! Whatever answers people: the built-in echo, a closure, an HTTP service in any language.
//!
//! ```
//! use messaging_agent::{Turn, from_fn};
//!
//! let agent = from_fn(|turn: Turn| async move { Ok(vec![format!("You said: {}", turn.text()).into()]) });
//! ```

mod agent;
mod closure;
mod echo;
mod error;
mod http_agent;
mod turn;
mod wire;

pub use agent::Agent;
pub use closure::{FromFn, from_fn};
pub use echo::EchoPlus;
pub use error::AgentError;
pub use http_agent::HttpAgent;
pub use turn::{Line, Role, Turn};
