//! OTLP (<https://opentelemetry.io/docs/specs/otlp/>): spans and metrics on their way to a collector.
//!
//! The standard variables apply (<https://opentelemetry.io/docs/specs/otel/protocol/exporter/>): nothing is sent unless
//! `OTEL_EXPORTER_OTLP_ENDPOINT`, or that of a signal, says where to.

mod exporters;
mod protobuf;
mod queue;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use opentelemetry_sdk::{
    Resource,
    metrics::PeriodicReader,
    trace::{BatchConfigBuilder, BatchSpanProcessor, SpanExporter, SpanProcessor},
};

use crate::{Meters, Spans};
use queue::Queue;

/// Spans that wait to be sent, unless `OTEL_BSP_MAX_QUEUE_SIZE` says otherwise, as the specification has it.
const QUEUE: usize = 2_048;

/// Spans that are sent at once, unless `OTEL_BSP_MAX_EXPORT_BATCH_SIZE` says otherwise: twice what the specification has.
/// A request costs as much as some hundred spans in it.
const BATCH: usize = 1_024;

/// Why nothing can be sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OtlpError {
    /// A protocol that this program does not speak.
    #[error(
        "OTEL_EXPORTER_OTLP_PROTOCOL is `{0}`: write `http/protobuf`, or `grpc` in a build with the feature `otlp-grpc`"
    )]
    Protocol(String),
    /// An exporter could not be made.
    #[error("OTLP cannot be set up: {0}")]
    Exporter(String),
}

/// What the environment says about OTLP.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OtlpSettings {
    /// Where spans are sent, if they are.
    pub traces: Option<String>,
    /// Where metrics are sent, if they are.
    pub metrics: Option<String>,
    /// Whether by gRPC; by HTTP otherwise.
    pub grpc: bool,
    /// Most spans that wait to be sent; more are dropped, and counted.
    pub queue: usize,
    /// Most spans that are sent at once.
    pub batch: usize,
}

impl OtlpSettings {
    /// Reads the standard variables.
    ///
    /// # Errors
    /// A protocol that this program does not speak.
    pub fn read(environment: &BTreeMap<String, String>) -> Result<Self, OtlpError> {
        let told = |name: &str| environment.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let is = |name: &str, value: &str| told(name).is_some_and(|told| told.eq_ignore_ascii_case(value));
        let off = is("OTEL_SDK_DISABLED", "true");
        let places = ["", "TRACES_", "METRICS_"].map(|signal| told(&format!("OTEL_EXPORTER_OTLP_{signal}ENDPOINT")));
        let grpc = match told("OTEL_EXPORTER_OTLP_PROTOCOL") {
            // Where nothing is sent, it is no matter how.
            _ if off || places.iter().all(Option::is_none) => false,
            None | Some("http/protobuf") => false,
            Some("grpc") if cfg!(feature = "otlp-grpc") => true,
            Some(other) => return Err(OtlpError::Protocol(other.to_owned())),
        };
        let to = |signal: &str, path: &str| {
            if off || is(&format!("OTEL_{signal}_EXPORTER"), "none") {
                return None;
            }
            // The address of a signal is whole, that of all signals is what stands before the path of each.
            let own = told(&format!("OTEL_EXPORTER_OTLP_{signal}_ENDPOINT")).map(str::to_owned);
            let all = || told("OTEL_EXPORTER_OTLP_ENDPOINT").map(|base| base.trim_end_matches('/'));
            own.or_else(|| all().map(|base| if grpc { base.to_owned() } else { format!("{base}/v1/{path}") }))
        };
        let (traces, metrics) = (to("TRACES", "traces"), to("METRICS", "metrics"));
        let size = |name: &str| told(name).and_then(|told| told.parse().ok()).filter(|size| *size > 0);
        let queue = size("OTEL_BSP_MAX_QUEUE_SIZE").unwrap_or(QUEUE);
        // A batch larger than its queue would never be full.
        let batch = size("OTEL_BSP_MAX_EXPORT_BATCH_SIZE").unwrap_or(BATCH).min(queue);
        Ok(Self { traces, metrics, grpc, queue, batch })
    }
}

/// The way of spans to a collector.
#[derive(Debug)]
pub(crate) struct Otlp {
    queue: Arc<Queue>,
}

impl Otlp {
    /// Begins to send spans, as `resource`; what is dropped is counted by `meters`.
    pub(crate) fn start(
        to: &str,
        settings: &OtlpSettings,
        resource: &Resource,
        meters: Meters,
    ) -> Result<Self, OtlpError> {
        #[cfg(feature = "otlp-grpc")]
        if settings.grpc {
            return Ok(Self::of(exporters::spans_by_grpc(to)?, settings, resource, meters));
        }
        Ok(Self::of(exporters::spans_by_http(to)?, settings, resource, meters))
    }

    fn of<E>(exporter: E, settings: &OtlpSettings, resource: &Resource, meters: Meters) -> Self
    where
        E: SpanExporter + 'static,
    {
        let (exporter, ledger) = queue::counted(exporter, meters);
        let config = BatchConfigBuilder::default()
            .with_max_queue_size(settings.queue)
            .with_max_export_batch_size(settings.batch)
            .build();
        let mut processor = BatchSpanProcessor::builder(exporter).with_batch_config(config).build();
        processor.set_resource(resource);
        Self { queue: Arc::new(Queue::new(processor, ledger, settings.queue)) }
    }

    /// Where to send spans.
    pub(crate) fn spans(&self) -> Spans {
        Spans::to(self.queue.clone())
    }

    /// Sends what waits, and ends. Waits for a collector for so long at most.
    ///
    /// Blocks: call it where a thread may wait.
    pub(crate) fn shutdown(&self, wait: Duration) {
        self.queue.shutdown(wait);
    }
}

/// What sends metrics every `OTEL_METRIC_EXPORT_INTERVAL`, a minute unless told otherwise.
pub(crate) fn reader(to: &str, grpc: bool) -> Result<PeriodicReader<opentelemetry_otlp::MetricExporter>, OtlpError> {
    Ok(PeriodicReader::builder(exporters::metrics(to, grpc)?).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(told: &[(&str, &str)]) -> Result<OtlpSettings, OtlpError> {
        let environment = told.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        OtlpSettings::read(&environment)
    }

    #[test]
    fn nothing_is_sent_unless_somebody_says_where_to() {
        let signals = |told: &[(&str, &str)]| {
            let OtlpSettings { traces, metrics, .. } = read(told).unwrap();
            (traces.unwrap_or_default(), metrics.unwrap_or_default())
        };
        let pair = |traces: &str, metrics: &str| (traces.to_owned(), metrics.to_owned());
        let endpoint = ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318/");
        let (traces, metrics) = ("http://c:4318/v1/traces", "http://c:4318/v1/metrics");
        assert_eq!(signals(&[]), pair("", ""));
        assert_eq!(signals(&[endpoint]), pair(traces, metrics));
        assert_eq!(signals(&[("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://d/x")]), pair("http://d/x", ""));
        assert_eq!(signals(&[endpoint, ("OTEL_METRICS_EXPORTER", "none")]), pair(traces, ""));
        assert_eq!(signals(&[endpoint, ("OTEL_SDK_DISABLED", "TRUE")]), pair("", ""));
    }

    #[test]
    fn a_protocol_that_is_not_spoken_is_refused() {
        let json = ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json");
        assert!(read(&[json]).is_ok(), "nothing is sent anywhere");
        let error = read(&[json, ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318")]).unwrap_err();
        assert!(error.to_string().contains("write `http/protobuf`"), "{error}");
    }

    #[test]
    fn what_waits_and_what_is_sent_at_once_are_bounded() {
        let sizes = |queue: &str, batch: &str| {
            let told = [("OTEL_BSP_MAX_QUEUE_SIZE", queue), ("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", batch)];
            let OtlpSettings { queue, batch, .. } = read(&told).unwrap();
            (queue, batch)
        };
        assert_eq!(sizes("", ""), (QUEUE, BATCH));
        assert_eq!(sizes("0", "none"), (QUEUE, BATCH));
        assert_eq!(sizes("10", "4"), (10, 4));
        assert_eq!(sizes("10", ""), (10, 10));
    }
}
