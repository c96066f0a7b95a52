use std::thread;

use opentelemetry_otlp::{MetricExporter, SpanExporter, WithExportConfig, WithHttpConfig};
use reqwest::blocking::Client;

use super::OtlpError;

/// The client of the exporters, which work on threads of their own: one that needs a runtime would wait there for ever.
fn client() -> Result<Client, OtlpError> {
    // A blocking client brings a runtime of its own, which cannot be begun or dropped within ours.
    let built = thread::spawn(|| Client::builder().redirect(reqwest::redirect::Policy::none()).build()).join();
    let built = built.map_err(|_| OtlpError::Exporter("the HTTP client panicked".to_owned()))?;
    built.map_err(|cause| OtlpError::Exporter(cause.to_string()))
}

#[allow(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn failed(cause: opentelemetry_otlp::ExporterBuildError) -> OtlpError {
    OtlpError::Exporter(cause.to_string())
}

pub(super) fn spans(to: &str, grpc: bool) -> Result<SpanExporter, OtlpError> {
    #[cfg(feature = "otlp-grpc")]
    if grpc {
        return SpanExporter::builder().with_tonic().with_endpoint(to).build().map_err(failed);
    }
    let _ = grpc;
    SpanExporter::builder().with_http().with_endpoint(to).with_http_client(client()?).build().map_err(failed)
}

pub(super) fn metrics(to: &str, grpc: bool) -> Result<MetricExporter, OtlpError> {
    #[cfg(feature = "otlp-grpc")]
    if grpc {
        return MetricExporter::builder().with_tonic().with_endpoint(to).build().map_err(failed);
    }
    let _ = grpc;
    MetricExporter::builder().with_http().with_endpoint(to).with_http_client(client()?).build().map_err(failed)
}
