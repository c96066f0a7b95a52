use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use messaging_core::TraceContext;
use opentelemetry::{
    InstrumentationScope,
    trace::{Event, Link, SpanContext, SpanId, TraceFlags, TraceId, TraceState},
};
use opentelemetry_sdk::{
    Resource,
    error::OTelSdkResult,
    trace::{BatchSpanProcessor, SpanData, SpanEvents, SpanExporter, SpanLinks, SpanProcessor},
};

use crate::{Meters, Recorder, Span};

/// What waits to be sent, and what never was.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    waiting: Arc<AtomicUsize>,
    meters: Meters,
}

/// Spans on their way to a collector, so many at most.
#[derive(Debug)]
pub(super) struct Queue {
    processor: BatchSpanProcessor,
    ledger: Ledger,
    most: usize,
    scope: InstrumentationScope,
}

impl Queue {
    pub(super) fn new(processor: BatchSpanProcessor, ledger: Ledger, most: usize) -> Self {
        let scope = InstrumentationScope::builder("messaging").with_version(env!("CARGO_PKG_VERSION")).build();
        Self { processor, ledger, most, scope }
    }

    pub(super) fn shutdown(&self, wait: Duration) {
        if let Err(error) = self.processor.shutdown_with_timeout(wait) {
            tracing::warn!(%error, "the last spans were not sent");
        }
    }
}

impl Recorder for Queue {
    fn record(&self, span: Span) {
        // On the way out the place is given back at once.
        if self.ledger.waiting.fetch_add(1, Ordering::Relaxed) < self.most {
            self.processor.on_end(data(span, self.scope.clone()));
        } else {
            self.ledger.waiting.fetch_sub(1, Ordering::Relaxed);
            self.ledger.meters.spans_dropped(1);
        }
    }
}

fn data(span: Span, scope: InstrumentationScope) -> SpanData {
    let mut events = SpanEvents::default();
    let happened = span.events.into_iter();
    events.events = happened.map(|event| Event::new(event.name, event.at, event.attributes, 0)).collect();
    let mut links = SpanLinks::default();
    links.links = span.links.iter().map(|link| Link::with_context(context(link))).collect();
    SpanData {
        span_context: context(&span.context),
        parent_span_id: span.parent.map_or(SpanId::INVALID, |parent| SpanId::from_bytes(parent.span_id().to_bytes())),
        parent_span_is_remote: false,
        span_kind: span.kind,
        name: span.name,
        start_time: span.start,
        end_time: span.start + span.took,
        attributes: span.attributes,
        dropped_attributes_count: 0,
        events,
        links,
        status: span.status,
        instrumentation_scope: scope,
    }
}

fn context(context: &TraceContext) -> SpanContext {
    let flags = if context.is_sampled() { TraceFlags::SAMPLED } else { TraceFlags::NOT_SAMPLED };
    let (trace, span) = (TraceId::from_bytes(context.trace_id()), SpanId::from_bytes(context.span_id().to_bytes()));
    SpanContext::new(trace, span, flags, false, TraceState::NONE)
}

/// An exporter that says what it is done with.
#[derive(Debug)]
pub(super) struct Counted<E> {
    exporter: E,
    ledger: Ledger,
}

/// Wraps `exporter` so that the ledger it comes with is kept.
pub(super) fn counted<E: SpanExporter>(exporter: E, meters: Meters) -> (Counted<E>, Ledger) {
    let ledger = Ledger { waiting: Arc::default(), meters };
    (Counted { exporter, ledger: ledger.clone() }, ledger)
}

impl<E: SpanExporter> SpanExporter for Counted<E> {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        let count = batch.len();
        let sent = self.exporter.export(batch).await;
        self.ledger.waiting.fetch_sub(count, Ordering::Relaxed);
        if sent.is_err() {
            self.ledger.meters.spans_dropped(u64::try_from(count).unwrap_or(u64::MAX));
        }
        sent
    }

    fn shutdown_with_timeout(&self, wait: Duration) -> OTelSdkResult {
        self.exporter.shutdown_with_timeout(wait)
    }

    fn force_flush(&self) -> OTelSdkResult {
        self.exporter.force_flush()
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.exporter.set_resource(resource);
    }
}
