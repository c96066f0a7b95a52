//! The gateway over sockets: what platforms and visitors may call, what operators may see, and the listener below both.
//!
//! ```text
//!  7400  public(…)   /webhooks/{account}  /media  /chat  /livez  /readyz  anybody
//!  7401  console(…)  /  /api  /health  /metrics  /emulator/…             this machine, with a token
//!        metrics(…)  /metrics  /health                                  whoever the operator lets in
//!          └─► serve(listener, …)   a bound on every wait, every buffer and every count
//! ```

mod answer;
mod asset;
mod body_error;
mod buffered;
mod chat;
mod console;
mod cors;
mod health;
mod listener;
mod metrics;
mod moment;
mod origin;
mod protect;
mod public;
mod public_settings;
mod readiness;

pub use body_error::BodyError;
pub use buffered::Buffered;
pub use console::{ConsoleBuilder, ConsoleSettings, console};
pub use listener::{ListenerSettings, RequestBody, serve};
pub use metrics::{MetricsPage, metrics};
pub use public::{Public, public};
pub use public_settings::PublicSettings;
pub use readiness::{Readiness, Ready};
