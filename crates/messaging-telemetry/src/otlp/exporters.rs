use std::{
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use opentelemetry_http::{HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{MetricExporter, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::{
    Resource,
    error::{OTelSdkError, OTelSdkResult},
    trace::SpanData,
};
use reqwest::blocking::Client;

use super::{OtlpError, protobuf::Writer};

/// Most bytes of one request, as OpenTelemetry's exporter has it for those that it writes itself
/// (<https://github.com/open-telemetry/opentelemetry-proto/blob/main/docs/specification.md#otlphttp-request>).
const MOST_BYTES: usize = 64 * 1024 * 1024;

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

/// What sends spans by gRPC.
#[cfg(feature = "otlp-grpc")]
pub(super) fn spans_by_grpc(to: &str) -> Result<SpanExporter, OtlpError> {
    SpanExporter::builder().with_tonic().with_endpoint(to).build().map_err(failed)
}

/// What sends spans by HTTP.
pub(super) fn spans_by_http(to: &str) -> Result<SpansByHttp, OtlpError> {
    let request = Arc::new(Mutex::new(Bytes::new()));
    let client = Prepared { client: client()?, request: request.clone() };
    let exporter = SpanExporter::builder().with_http().with_endpoint(to).with_http_client(client);
    Ok(SpansByHttp { exporter: exporter.build().map_err(failed)?, writer: Mutex::default(), request })
}

pub(super) fn metrics(to: &str, grpc: bool) -> Result<MetricExporter, OtlpError> {
    #[cfg(feature = "otlp-grpc")]
    if grpc {
        return MetricExporter::builder().with_tonic().with_endpoint(to).build().map_err(failed);
    }
    let _ = grpc;
    MetricExporter::builder().with_http().with_endpoint(to).with_http_client(client()?).build().map_err(failed)
}

/// OpenTelemetry's exporter with requests that a [`Writer`] writes: where to, headers, waits and attempts are the
/// exporter's.
#[derive(Debug)]
pub(super) struct SpansByHttp {
    exporter: SpanExporter,
    writer: Mutex<Writer>,
    request: Arc<Mutex<Bytes>>,
}

impl opentelemetry_sdk::trace::SpanExporter for SpansByHttp {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        let written = self.writer.lock().unwrap_or_else(PoisonError::into_inner).write(&batch);
        if written.len() > MOST_BYTES {
            let (size, spans) = (written.len(), batch.len());
            return Err(OTelSdkError::InternalFailure(format!(
                "{spans} spans are {size} bytes, and {MOST_BYTES} may be sent at once; lower OTEL_BSP_MAX_EXPORT_BATCH_SIZE"
            )));
        }
        put(&self.request, written);
        let sent = self.exporter.export(Vec::new()).await;
        put(&self.request, Bytes::new());
        sent
    }

    fn shutdown_with_timeout(&self, wait: Duration) -> OTelSdkResult {
        self.exporter.shutdown_with_timeout(wait)
    }

    fn force_flush(&self) -> OTelSdkResult {
        self.exporter.force_flush()
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner).set_resource(resource);
    }
}

fn put(place: &Mutex<Bytes>, request: Bytes) {
    *place.lock().unwrap_or_else(PoisonError::into_inner) = request;
}

/// Sends what lies ready in place of what it is given.
#[derive(Debug)]
struct Prepared {
    client: Client,
    request: Arc<Mutex<Bytes>>,
}

#[async_trait]
impl HttpClient for Prepared {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let (head, _) = request.into_parts();
        let ready = self.request.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.client.send_bytes(Request::from_parts(head, ready)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use opentelemetry::{
        InstrumentationScope, KeyValue,
        trace::{SpanContext, SpanId, SpanKind, Status},
    };
    use opentelemetry_sdk::trace::{SpanEvents, SpanExporter as _, SpanLinks};

    fn span(text: String) -> SpanData {
        let now = std::time::SystemTime::UNIX_EPOCH;
        SpanData {
            span_context: SpanContext::NONE,
            parent_span_id: SpanId::INVALID,
            parent_span_is_remote: false,
            span_kind: SpanKind::Internal,
            name: "span".into(),
            start_time: now,
            end_time: now,
            attributes: vec![KeyValue::new("text", text)],
            dropped_attributes_count: 0,
            events: SpanEvents::default(),
            links: SpanLinks::default(),
            status: Status::Unset,
            instrumentation_scope: InstrumentationScope::default(),
        }
    }

    #[tokio::test]
    async fn a_request_that_is_too_large_is_refused_with_the_next_step() {
        // Nobody listens there, and nobody is to be asked.
        let exporter = spans_by_http("http://127.0.0.1:9/v1/traces").unwrap();
        let error = exporter.export(vec![span("x".repeat(MOST_BYTES))]).await.unwrap_err().to_string();
        assert!(error.contains("1 spans are") && error.contains("OTEL_BSP_MAX_EXPORT_BATCH_SIZE"), "{error}");
    }
}
