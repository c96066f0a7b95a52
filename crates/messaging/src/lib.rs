//! Provider-neutral messaging: SMS, WhatsApp, Slack and web chat behind one API.
//!
//! Features pick what is linked. A provider that is linked is registered under its name:
//!
//! ```
//! # #[cfg(feature = "twilio")]
//! # fn main() -> messaging::Result<()> {
//! use messaging::{Registry, SendMessage};
//!
//! let settings = serde_json::json!({
//!     "account_sid": "AC00000000000000000000000000000000",
//!     "auth_token": "read it from the environment",
//! });
//! let messenger = Registry::linked()?.open("twilio", settings)?;
//! let message = SendMessage::new("direct:+15550100001,+15550100777".parse()?, "Your order ships today.");
//! let sending = messenger.send(message); // await it
//! # drop(sending);
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "twilio"))]
//! # fn main() {}
//! ```
//!
//! | feature | what it links |
//! |---|---|
//! | `twilio`, `slack`, `web` | a provider, and a module of its name |
//! | `resilience` (default) | `layers`: deadline, retry, circuit breaker, rate limit, time-out, trace |
//! | `gateway` | `gateway`, `agent`, `store`: from a webhook to exactly one reply |
//! | `sqlite` | `gateway`, and the store in one SQLite file |
//! | `telemetry` | `gateway`, and `telemetry`: what it is measured with, and where spans go |
//! | `otlp` | `telemetry`, and a pipeline to Prometheus and to a collector; with `otlp-grpc` over gRPC, too |

#[doc(inline)]
pub use messaging_core::*;

#[cfg(feature = "gateway")]
#[doc(inline)]
pub use messaging_agent as agent;
#[cfg(feature = "gateway")]
#[doc(inline)]
pub use messaging_gateway as gateway;
#[cfg(feature = "resilience")]
#[doc(inline)]
pub use messaging_resilience as layers;
#[cfg(feature = "gateway")]
#[doc(inline)]
pub use messaging_store as store;

#[cfg(feature = "telemetry")]
#[doc(inline)]
pub use messaging_telemetry as telemetry;

// A crate that is only named in a manifest registers nothing; these lines are what links a provider.
#[cfg(feature = "slack")]
#[doc(inline)]
pub use messaging_slack as slack;
#[cfg(feature = "twilio")]
#[doc(inline)]
pub use messaging_twilio as twilio;
#[cfg(feature = "web")]
#[doc(inline)]
pub use messaging_web as web;
