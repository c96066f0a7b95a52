//! A log line as JSON: one object, flat.

use std::fmt::{self, Debug};

use serde_json::{Map, Value};
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    fmt::{
        FmtContext, FormatEvent, FormatFields,
        format::Writer,
        time::{FormatTime, SystemTime},
    },
    registry::LookupSpan,
};

use super::{discreet::Discretion, ids::Ids};

/// Writes `{"timestamp", "level", "trace_id", "span_id", "spans", …}`: the fields of the event beside those.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json(pub(super) Discretion);

struct Fields {
    discretion: Discretion,
    told: Map<String, Value>,
}

impl Fields {
    fn tell(&mut self, field: &Field, value: impl Into<Value>) {
        self.told.insert(field.name().trim_start_matches("r#").to_owned(), value.into());
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.tell(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.tell(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.tell(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.tell(field, value);
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.tell(field, self.discretion.str(field.name(), value));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.tell(field, self.discretion.text(field.name(), value));
    }
}

impl<S, N> FormatEvent<S, N> for Json
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let mut timestamp = String::new();
        SystemTime.format_time(&mut Writer::new(&mut timestamp))?;
        let mut line = Map::new();
        line.insert("timestamp".to_owned(), timestamp.into());
        line.insert("level".to_owned(), event.metadata().level().as_str().into());
        let mut names = Vec::new();
        let mut ids = Ids::default();
        // From the innermost span on: the nearest one that says which trace it is about.
        for span in context.event_scope().into_iter().flatten() {
            names.push(Value::from(span.name()));
            if let Some(own) = span.extensions().get::<Ids>().filter(|own| own.trace.is_some() && ids.trace.is_none()) {
                ids = own.clone();
            }
        }
        names.reverse();
        line.extend(ids.trace.map(|trace| ("trace_id".to_owned(), trace.into())));
        line.extend(ids.span.map(|span| ("span_id".to_owned(), span.into())));
        if !names.is_empty() {
            line.insert("spans".to_owned(), names.into());
        }
        let mut fields = Fields { discretion: self.0, told: Map::new() };
        event.record(&mut fields);
        for (name, value) in fields.told {
            // What every line has cannot be told by a field.
            let name = if line.contains_key(&name) { format!("field.{name}") } else { name };
            line.insert(name, value);
        }
        writeln!(writer, "{}", Value::Object(line))
    }
}
