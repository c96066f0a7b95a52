//! What is measured, under which names, and where it goes.
//!
//! [`names`] is the one place for names, units and words; `docs/operate/metrics.md` is made from it. [`Meters`] are what
//! the other crates measure with: they speak the API of OpenTelemetry alone, and without a provider behind them they
//! cost next to nothing. What is measured is read as text by Prometheus (feature `prometheus`) or sent by OTLP (feature
//! `otlp`, by HTTP; `otlp-grpc` besides).
//!
//! No text, no name and no address of a person is a value anywhere.

pub mod attribute;
mod capped;
mod census;
mod instruments;
mod meters;
mod metric;
pub mod names;
#[cfg(feature = "prometheus")]
pub mod prometheus;

pub use census::Census;
pub use meters::{AccountMeters, Meters};
pub use metric::{Metric, MetricKind};
