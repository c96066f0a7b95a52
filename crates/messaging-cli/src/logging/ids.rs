//! Which trace a line of the log belongs to.

use std::fmt::Debug;

use tracing::{
    Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use tracing_subscriber::{Layer, layer::Context, registry::LookupSpan};

/// The trace and the span that a span of `tracing` says it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ids {
    pub(super) trace: Option<String>,
    pub(super) span: Option<String>,
}

impl Visit for Ids {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let place = match field.name() {
            "trace_id" => &mut self.trace,
            "span_id" => &mut self.span,
            _ => return,
        };
        let text = format!("{value:?}");
        let text = text.trim_matches('"');
        // As they are written everywhere: hexadecimal, and not only zeros.
        let is_id = matches!(text.len(), 16 | 32) && text.chars().all(|c| c.is_ascii_hexdigit());
        *place = (is_id && text.contains(|c| c != '0')).then(|| text.to_owned());
    }
}

/// Keeps the ids of spans where lines of the log find them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KeepIds;

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for KeepIds {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut ids = Ids::default();
        attributes.record(&mut ids);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(ids);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && let Some(ids) = span.extensions_mut().get_mut::<Ids>()
        {
            values.record(ids);
        }
    }
}
