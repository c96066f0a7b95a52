//! What is measured, under which names, and where it goes.
//!
//! [`names`] is the one place for names, units and words; `docs/operate/metrics.md` is made from it. [`Meters`] are what
//! the other crates measure with: they speak the API of OpenTelemetry alone, and without a provider behind them they
//! cost next to nothing. [`Spans`] take what was done for a message. A `Pipeline` (feature `export`) shows what is measured
//! to Prometheus, and sends it and the spans by OTLP: over HTTP, with the feature `otlp-grpc` over gRPC, too.
//!
//! No text, no name and no address of a person is a value anywhere.

mod amounts;
pub mod attribute;
mod calls;
mod capped;
mod census;
mod instruments;
mod meters;
mod metric;
pub mod names;
#[cfg(feature = "export")]
mod otlp;
#[cfg(feature = "export")]
mod pipeline;
#[cfg(feature = "export")]
mod prometheus;
mod sampler;
mod span;
mod spans;

pub use amounts::{Spent, Tokens, Waits};
pub use calls::{Calls, Happened};
pub use census::Census;
pub use meters::{AccountMeters, Meters};
pub use metric::{Metric, MetricKind};
#[cfg(feature = "export")]
pub use otlp::{OtlpError, OtlpSettings};
#[cfg(feature = "export")]
pub use pipeline::{Pipeline, PipelineError};
#[cfg(feature = "export")]
pub use prometheus::PageError;
pub use sampler::{NoSampler, Sampler};
pub use span::{Happening, Span};
pub use spans::{Recorder, Spans};
