//! What Prometheus asks for: text, in its own format or in that of `OpenMetrics`.

mod open_metrics;

use opentelemetry_prometheus::PrometheusExporter;
use prometheus::{Encoder, Registry, TextEncoder};

/// The media type of the format of Prometheus
/// (<https://prometheus.io/docs/instrumenting/exposition_formats/>).
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The media type of `OpenMetrics` (<https://prometheus.io/docs/specs/om/open_metrics_spec/>).
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The page that Prometheus reads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prometheus {
    registry: Registry,
}

/// Why the page of metrics cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the metrics cannot be written down: {0}")]
pub struct PageError(String);

impl Prometheus {
    /// Returns what collects for it.
    pub(crate) fn reader(&self) -> Result<PrometheusExporter, PageError> {
        let exporter = opentelemetry_prometheus::exporter().with_registry(self.registry.clone());
        exporter.scope_info_enabled(false).build().map_err(|cause| PageError(cause.to_string()))
    }

    /// Writes everything down: in `OpenMetrics` where `accept` asks for it, otherwise in the format of Prometheus.
    /// Returns the media type, too.
    pub(crate) fn page(&self, accept: Option<&str>) -> Result<(&'static str, String), PageError> {
        let families = self.registry.gather();
        if accept.is_some_and(|accept| accept.contains("application/openmetrics-text")) {
            return Ok((OPEN_METRICS, open_metrics::text(&families)));
        }
        let mut text = Vec::new();
        TextEncoder::new().encode(&families, &mut text).map_err(|cause| PageError(cause.to_string()))?;
        String::from_utf8(text).map(|text| (TEXT, text)).map_err(|cause| PageError(cause.to_string()))
    }
}
