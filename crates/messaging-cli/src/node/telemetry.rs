use std::{collections::BTreeMap, env, sync::Arc, time::Duration};

use messaging_server::MetricsPage;
use messaging_telemetry::{Meters, Pipeline, Spans};

use crate::exit::{Failure, config};

/// How long the last spans and metrics may take to be sent, each.
const FAREWELL: Duration = Duration::from_secs(2);

/// Where the process shows and sends what it measures.
#[derive(Clone, Debug)]
pub(crate) struct Telemetry(Arc<Pipeline>);

impl Telemetry {
    /// Starts what the variables `OTEL_…` ask for.
    pub(crate) fn start() -> Result<Self, Failure> {
        let told =
            env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        let told: BTreeMap<_, _> = told.filter(|(name, _)| name.starts_with("OTEL_")).collect();
        let instance = format!("{:016x}", super::random()?);
        let pipeline = Pipeline::start(&told, "messaging", &instance);
        let wrong = |cause| config("telemetry cannot be started").because(cause).next("change the variables `OTEL_…`");
        pipeline.map(|pipeline| Self(Arc::new(pipeline))).map_err(wrong)
    }

    /// What to measure with.
    pub(crate) fn meters(&self) -> Meters {
        self.0.meters()
    }

    /// Where spans go.
    pub(crate) fn spans(&self) -> Spans {
        self.0.spans()
    }

    /// What `/metrics` says.
    pub(crate) fn page(&self) -> MetricsPage {
        let pipeline = Arc::clone(&self.0);
        MetricsPage::new(move |accept| Ok(pipeline.page(accept)?))
    }

    /// Sends what is left.
    pub(crate) async fn end(self) {
        let ended = tokio::task::spawn_blocking(move || self.0.shutdown(FAREWELL)).await;
        if let Err(error) = ended {
            tracing::warn!(%error, "telemetry did not end well");
        }
    }
}
