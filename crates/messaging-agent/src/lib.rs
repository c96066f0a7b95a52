//! Whatever answers people: the built-in echo, a closure, an HTTP service in any language. And hooks, which answer
//! platforms that ask before they act.
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
mod hook;
mod http_agent;
mod http_hook;
mod post;
mod reply_stream;
mod sse;
mod streaming;
mod told;
mod turn;
mod usage;
mod wire;

pub use agent::Agent;
pub use closure::{FromFn, from_fn};
pub use echo::EchoPlus;
pub use error::AgentError;
pub use hook::{Hook, HookFn, hook_fn};
pub use http_agent::HttpAgent;
pub use http_hook::HttpHook;
pub use reply_stream::{Piece, Replies, ReplyStream};
pub use streaming::{FromStream, Writer, from_stream};
pub use turn::{Line, Role, Turn, TurnBill};
pub use usage::Usage;
