//! What Prometheus asks for: text, in its own format or in that of OpenMetrics.

mod open_metrics;

use opentelemetry::metrics::MeterProvider as _;
use opentelemetry_sdk::{Resource, metrics::SdkMeterProvider};
use prometheus::{Encoder, Registry, TextEncoder};

use crate::Meters;

/// The media type of the format of Prometheus
/// (<https://prometheus.io/docs/instrumenting/exposition_formats/>).
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The media type of OpenMetrics (<https://prometheus.io/docs/specs/om/open_metrics_spec/>).
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The page that Prometheus reads.
#[derive(Clone, Debug)]
pub struct Prometheus {
    registry: Registry,
    provider: SdkMeterProvider,
}

/// What cannot be told.
#[derive(Debug, thiserror::Error)]
#[error("metrics cannot be written down: {0}")]
pub struct PrometheusError(String);

impl Prometheus {
    /// Starts collecting, as `resource`.
    ///
    /// # Errors
    /// The exporter refused its settings.
    pub fn new(resource: Resource) -> Result<Self, PrometheusError> {
        let registry = Registry::new();
        let exporter = opentelemetry_prometheus::exporter().with_registry(registry.clone()).scope_info_enabled(false);
        let exporter = exporter.build().map_err(|cause| PrometheusError(cause.to_string()))?;
        let provider = SdkMeterProvider::builder().with_resource(resource).with_reader(exporter).build();
        Ok(Self { registry, provider })
    }

    /// Returns what to measure with.
    #[must_use]
    pub fn meters(&self) -> Meters {
        Meters::new(&self.provider.meter("messaging"))
    }

    /// Writes everything down: in OpenMetrics where `accept` asks for it, otherwise in the format of Prometheus.
    ///
    /// Returns the media type and the text.
    ///
    /// # Errors
    /// The collected metrics contradict each other.
    pub fn page(&self, accept: Option<&str>) -> Result<(&'static str, String), PrometheusError> {
        let families = self.registry.gather();
        if accept.is_some_and(|accept| accept.contains("application/openmetrics-text")) {
            return Ok((OPEN_METRICS, open_metrics::text(&families)));
        }
        let mut text = Vec::new();
        TextEncoder::new().encode(&families, &mut text).map_err(|cause| PrometheusError(cause.to_string()))?;
        String::from_utf8(text).map(|text| (TEXT, text)).map_err(|cause| PrometheusError(cause.to_string()))
    }
}
