use std::{collections::BTreeMap, time::Duration};

use opentelemetry::{KeyValue, metrics::MeterProvider as _};
use opentelemetry_sdk::{Resource, metrics::SdkMeterProvider};

use crate::{
    Meters, NoSampler, OtlpError, OtlpSettings, PageError, Sampler, Spans,
    otlp::{self, Otlp},
    prometheus::Prometheus,
};

/// Where everything goes that a process measures and does: to a page for Prometheus, and to a collector where the
/// environment names one.
#[derive(Debug)]
pub struct Pipeline {
    prometheus: Prometheus,
    provider: SdkMeterProvider,
    meters: Meters,
    otlp: Option<Otlp>,
    sampler: Sampler,
}

/// Why a pipeline cannot be laid.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PipelineError {
    /// Nothing can be sent.
    #[error(transparent)]
    Otlp(#[from] OtlpError),
    /// Nobody knows which traces to keep.
    #[error(transparent)]
    Sampler(#[from] NoSampler),
    /// Nothing can be shown.
    #[error(transparent)]
    Page(#[from] PageError),
}

impl Pipeline {
    /// Lays the pipes that `environment` asks for, within a runtime of tokio.
    ///
    /// The process is `service` unless `OTEL_SERVICE_NAME` or `OTEL_RESOURCE_ATTRIBUTES` says otherwise, and `instance`
    /// tells it from its equals.
    ///
    /// # Errors
    /// A protocol that this program does not speak, or an address that is none.
    pub fn start(
        environment: &BTreeMap<String, String>,
        service: &'static str,
        instance: &str,
    ) -> Result<Self, PipelineError> {
        let settings = OtlpSettings::read(environment)?;
        let sampler = Sampler::read(environment)?;
        let resource = resource(environment, service, instance);
        let prometheus = Prometheus::default();
        let builder = SdkMeterProvider::builder().with_resource(resource.clone()).with_reader(prometheus.reader()?);
        let builder = match &settings.metrics {
            Some(to) => builder.with_reader(otlp::reader(to, settings.grpc)?),
            None => builder,
        };
        let provider = builder.build();
        let meters = Meters::new(&provider.meter("messaging"));
        let start = |to: &String| Otlp::start(to, &settings, &resource, meters.clone());
        let otlp = settings.traces.as_ref().map(start).transpose()?;
        Ok(Self { prometheus, provider, meters, otlp, sampler })
    }

    /// Returns what to measure with.
    #[must_use]
    pub fn meters(&self) -> Meters {
        self.meters.clone()
    }

    /// Returns where to send spans; nowhere if no collector is named.
    #[must_use]
    pub fn spans(&self) -> Spans {
        self.otlp.as_ref().map(|otlp| otlp.spans().sampled_by(self.sampler)).unwrap_or_default()
    }

    /// Writes down what was measured so far: in `OpenMetrics` where `accept` asks for it, otherwise in the format of
    /// Prometheus. Returns the media type and the text.
    ///
    /// # Errors
    /// What was measured contradicts itself.
    pub fn page(&self, accept: Option<&str>) -> Result<(&'static str, String), PageError> {
        self.prometheus.page(accept)
    }

    /// Sends what waits, and ends; waits for a collector so long at most, for each signal.
    ///
    /// Blocks: call it where a thread may wait.
    pub fn shutdown(&self, wait: Duration) {
        if let Some(otlp) = &self.otlp {
            otlp.shutdown(wait);
        }
        if let Err(error) = self.provider.shutdown_with_timeout(wait) {
            tracing::warn!(%error, "the last metrics were not sent");
        }
    }
}

/// Who this process is, by the conventions for services
/// (<https://opentelemetry.io/docs/specs/semconv/resource/#service>).
fn resource(environment: &BTreeMap<String, String>, service: &'static str, instance: &str) -> Resource {
    let named = environment.get("OTEL_SERVICE_NAME").cloned();
    let told = environment.get("OTEL_RESOURCE_ATTRIBUTES").map_or("", String::as_str);
    let pairs = told.split(',').filter_map(|pair| pair.split_once('='));
    let told: Vec<_> = pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect();
    let is_told = |key: &str| told.iter().any(|(told, _)| told == key);
    let mut builder = Resource::builder_empty();
    if !is_told("service.version") {
        builder = builder.with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")));
    }
    if !is_told("service.instance.id") {
        builder = builder.with_attribute(KeyValue::new("service.instance.id", instance.to_owned()));
    }
    let name = named.or_else(|| told.iter().find(|(key, _)| key == "service.name").map(|(_, name)| name.clone()));
    let others = told.into_iter().filter(|(key, _)| key != "service.name");
    builder
        .with_attributes(others.map(|(key, value)| KeyValue::new(key, value)))
        .with_service_name(name.unwrap_or_else(|| service.to_owned()))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_a_process_is_can_be_told() {
        let of = |told: &[(&str, &str)]| {
            let told = told.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            let resource = resource(&told, "messaging", "node-1");
            let values = resource.iter().map(|(key, value)| (key.to_string(), value.to_string()));
            values.collect::<BTreeMap<_, _>>()
        };
        let usual = of(&[]);
        assert_eq!((usual["service.name"].as_str(), usual["service.instance.id"].as_str()), ("messaging", "node-1"));
        let told = of(&[("OTEL_RESOURCE_ATTRIBUTES", "service.name=a, deployment.environment.name=test,odd")]);
        assert_eq!((told["service.name"].as_str(), told["deployment.environment.name"].as_str()), ("a", "test"));
        assert_eq!(
            of(&[("OTEL_SERVICE_NAME", "b"), ("OTEL_RESOURCE_ATTRIBUTES", "service.name=a")])["service.name"],
            "b"
        );
    }
}
