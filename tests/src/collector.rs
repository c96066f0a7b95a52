//! A collector: it keeps what it is sent.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::{Router, body::Bytes, extract::State, routing::post};
use opentelemetry_proto::tonic::{
    collector::{metrics::v1::ExportMetricsServiceRequest, trace::v1::ExportTraceServiceRequest},
    common::v1::any_value::Value,
    trace::v1::Span,
};
use prost::Message;
use tokio::net::TcpListener;

#[derive(Clone, Debug, Default)]
struct Kept(Arc<Mutex<(Vec<ExportTraceServiceRequest>, Vec<ExportMetricsServiceRequest>)>>);

/// A collector at an address.
#[derive(Debug)]
pub struct Collector {
    /// Where it listens.
    pub url: String,
    kept: Kept,
}

impl Collector {
    async fn listen() -> (TcpListener, Self) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        (listener, Self { url, kept: Kept::default() })
    }

    /// One that speaks HTTP.
    ///
    /// # Panics
    /// There is no free port.
    pub async fn http() -> Self {
        let (listener, collector) = Self::listen().await;
        let traces = |State(kept): State<Kept>, body: Bytes| async move {
            kept.0.lock().unwrap().0.push(ExportTraceServiceRequest::decode(body).unwrap());
        };
        let metrics = |State(kept): State<Kept>, body: Bytes| async move {
            kept.0.lock().unwrap().1.push(ExportMetricsServiceRequest::decode(body).unwrap());
        };
        let router = Router::new().route("/v1/traces", post(traces)).route("/v1/metrics", post(metrics));
        let router = router.with_state(collector.kept.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        collector
    }

    /// Every span, with the resource it came from.
    ///
    /// # Panics
    /// Somebody panicked while holding them.
    #[must_use]
    pub fn spans(&self) -> Vec<(BTreeMap<String, String>, Span)> {
        let kept = self.kept.0.lock().unwrap();
        let all = kept.0.iter().flat_map(|request| &request.resource_spans);
        let told = all.flat_map(|of| {
            let attributes = of.resource.iter().flat_map(|resource| &resource.attributes);
            let texts = attributes.filter_map(|pair| match pair.value.as_ref()?.value.as_ref()? {
                Value::StringValue(text) => Some((pair.key.clone(), text.clone())),
                _ => None,
            });
            let resource: BTreeMap<_, _> = texts.collect();
            of.scope_spans.iter().flat_map(|scope| &scope.spans).map(move |span| (resource.clone(), span.clone()))
        });
        told.collect()
    }

    /// The names of all metrics.
    ///
    /// # Panics
    /// Somebody panicked while holding them.
    #[must_use]
    pub fn metrics(&self) -> Vec<String> {
        let kept = self.kept.0.lock().unwrap();
        let all = kept.1.iter().flat_map(|request| &request.resource_metrics).flat_map(|of| &of.scope_metrics);
        all.flat_map(|scope| &scope.metrics).map(|metric| metric.name.clone()).collect()
    }
}

mod grpc {
    use opentelemetry_proto::tonic::collector::{
        metrics::v1::{
            ExportMetricsServiceRequest, ExportMetricsServiceResponse,
            metrics_service_server::{MetricsService, MetricsServiceServer},
        },
        trace::v1::{
            ExportTraceServiceRequest, ExportTraceServiceResponse,
            trace_service_server::{TraceService, TraceServiceServer},
        },
    };
    use tonic::{Request, Response, Status, transport::Server};

    use super::{Collector, Kept};

    #[tonic::async_trait]
    impl TraceService for Kept {
        async fn export(
            &self,
            request: Request<ExportTraceServiceRequest>,
        ) -> Result<Response<ExportTraceServiceResponse>, Status> {
            self.0.lock().unwrap().0.push(request.into_inner());
            Ok(Response::new(ExportTraceServiceResponse::default()))
        }
    }

    #[tonic::async_trait]
    impl MetricsService for Kept {
        async fn export(
            &self,
            request: Request<ExportMetricsServiceRequest>,
        ) -> Result<Response<ExportMetricsServiceResponse>, Status> {
            self.0.lock().unwrap().1.push(request.into_inner());
            Ok(Response::new(ExportMetricsServiceResponse::default()))
        }
    }

    impl Collector {
        /// One that speaks gRPC.
        ///
        /// # Panics
        /// There is no free port.
        pub async fn grpc() -> Self {
            let (listener, collector) = Self::listen().await;
            let (traces, metrics) = (collector.kept.clone(), collector.kept.clone());
            let server = Server::builder()
                .add_service(TraceServiceServer::new(traces))
                .add_service(MetricsServiceServer::new(metrics));
            tokio::spawn(server.serve_with_incoming(tonic::transport::server::TcpIncoming::from(listener)));
            collector
        }
    }
}
