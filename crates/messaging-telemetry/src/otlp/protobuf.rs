//! Spans in the words of OTLP
//! (<https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto>), written in
//! one go.
//!
//! OpenTelemetry's exporter copies a span into the structs of its protocol first, every key and id in a place of its own:
//! some thirty allocations for two spans, which cost more than all else about them.

use std::time::{SystemTime, UNIX_EPOCH};

use bytes::{BufMut, Bytes, BytesMut};
use opentelemetry::{
    Array, InstrumentationScope, KeyValue, Value,
    trace::{Event, Link, SpanContext, SpanId, SpanKind, Status},
};
use opentelemetry_sdk::{Resource, trace::SpanData};
use prost::encoding::{WireType, encode_key, encode_varint, encoded_len_varint, key_len};

/// The context is known to be of this process (`SpanFlags`, `SPAN_FLAGS_CONTEXT_HAS_IS_REMOTE_MASK`).
const IS_REMOTE_KNOWN: u32 = 0x100;
/// The context came from another process.
const IS_REMOTE: u32 = 0x200;

/// Writes an `ExportTraceServiceRequest`; keeps its room from one batch to the next.
#[derive(Debug, Default)]
pub(super) struct Writer {
    resource: Vec<u8>,
    schema_url: String,
    spans: Vec<u8>,
    span: Vec<u8>,
    part: Vec<u8>,
    request: BytesMut,
}

impl Writer {
    /// Says on whose behalf everything is written from here on.
    pub(super) fn set_resource(&mut self, resource: &Resource) {
        self.resource.clear();
        for (key, value) in resource {
            attribute(1, key.as_str(), value, &mut self.resource);
        }
        resource.schema_url().unwrap_or_default().clone_into(&mut self.schema_url);
    }

    /// Writes a batch, all of whose spans are of the scope of the first.
    pub(super) fn write(&mut self, batch: &[SpanData]) -> Bytes {
        self.spans.clear();
        for span in batch {
            self.span(span);
        }
        self.part.clear();
        if let Some(span) = batch.first() {
            scope(&span.instrumentation_scope, &mut self.part);
        }
        let scope_spans = bytes_len(1, self.part.len()) + self.spans.len();
        let schema_url = if self.schema_url.is_empty() { 0 } else { bytes_len(3, self.schema_url.len()) };
        let resource_spans = bytes_len(1, self.resource.len()) + bytes_len(2, scope_spans) + schema_url;
        let to = &mut self.request;
        // The room of an earlier request, unless somebody holds it still.
        to.reserve(bytes_len(1, resource_spans));
        head(1, resource_spans, to);
        bytes(1, &self.resource, to);
        head(2, scope_spans, to);
        bytes(1, &self.part, to);
        to.put_slice(&self.spans);
        text(3, &self.schema_url, to);
        to.split().freeze()
    }

    fn span(&mut self, span: &SpanData) {
        let (to, part) = (&mut self.span, &mut self.part);
        to.clear();
        ids(&span.span_context, to);
        if span.parent_span_id != SpanId::INVALID {
            bytes(4, &span.parent_span_id.to_bytes(), to);
        }
        text(5, &span.name, to);
        number(6, kind(&span.span_kind), to);
        moment(7, span.start_time, to);
        moment(8, span.end_time, to);
        for KeyValue { key, value, .. } in &span.attributes {
            attribute(9, key.as_str(), value, to);
        }
        for each in &span.events.events {
            part.clear();
            event(each, part);
            bytes(11, part, to);
        }
        for each in &span.links.links {
            part.clear();
            link(each, part);
            bytes(13, part, to);
        }
        part.clear();
        status(&span.status, part);
        bytes(15, part, to);
        flags(16, &span.span_context, span.parent_span_is_remote, to);
        bytes(2, to, &mut self.spans);
    }
}

fn scope(scope: &InstrumentationScope, to: &mut Vec<u8>) {
    text(1, scope.name(), to);
    text(2, scope.version().unwrap_or_default(), to);
}

/// The first three fields of a span, and of a link.
fn ids(context: &SpanContext, to: &mut Vec<u8>) {
    bytes(1, &context.trace_id().to_bytes(), to);
    bytes(2, &context.span_id().to_bytes(), to);
    text(3, &context.trace_state().header(), to);
}

fn event(event: &Event, to: &mut Vec<u8>) {
    moment(1, event.timestamp, to);
    text(2, &event.name, to);
    for KeyValue { key, value, .. } in &event.attributes {
        attribute(3, key.as_str(), value, to);
    }
}

fn link(link: &Link, to: &mut Vec<u8>) {
    ids(&link.span_context, to);
    for KeyValue { key, value, .. } in &link.attributes {
        attribute(4, key.as_str(), value, to);
    }
    flags(6, &link.span_context, link.span_context.is_remote(), to);
}

fn status(status: &Status, to: &mut Vec<u8>) {
    let (code, why) = match status {
        Status::Unset => (0, ""),
        Status::Ok => (1, ""),
        Status::Error { description } => (2, description.as_ref()),
    };
    text(2, why, to);
    number(3, code, to);
}

fn kind(kind: &SpanKind) -> u64 {
    match kind {
        SpanKind::Internal => 1,
        SpanKind::Server => 2,
        SpanKind::Client => 3,
        SpanKind::Producer => 4,
        SpanKind::Consumer => 5,
    }
}

fn flags(tag: u32, context: &SpanContext, is_remote: bool, to: &mut Vec<u8>) {
    let remote = if is_remote { IS_REMOTE } else { 0 };
    encode_key(tag, WireType::ThirtyTwoBit, to);
    to.extend_from_slice(&(u32::from(context.trace_flags().to_u8()) | IS_REMOTE_KNOWN | remote).to_le_bytes());
}

/// A `KeyValue` as the field `tag`.
fn attribute(tag: u32, key: &str, value: &Value, to: &mut Vec<u8>) {
    let value_len = value_len(value);
    let key_len = if key.is_empty() { 0 } else { bytes_len(1, key.len()) };
    head(tag, key_len + bytes_len(2, value_len), to);
    text(1, key, to);
    head(2, value_len, to);
    any_value(value, to);
}

/// How long [`any_value`] is.
fn value_len(value: &Value) -> usize {
    match value {
        Value::String(told) => bytes_len(1, told.as_str().len()),
        Value::Bool(_) => key_len(2) + 1,
        Value::I64(number) => key_len(3) + encoded_len_varint(number.cast_unsigned()),
        Value::F64(_) => key_len(4) + 8,
        Value::Array(array) => bytes_len(5, values(array).map(|value| bytes_len(1, value_len(&value))).sum()),
        // What is not known yet is said to be there, with no value.
        _ => 0,
    }
}

/// The one field of an `AnyValue`, also where it is empty or zero.
fn any_value(value: &Value, to: &mut Vec<u8>) {
    match value {
        Value::String(told) => bytes(1, told.as_str().as_bytes(), to),
        Value::Bool(is) => {
            encode_key(2, WireType::Varint, to);
            encode_varint(u64::from(*is), to);
        }
        Value::I64(number) => {
            encode_key(3, WireType::Varint, to);
            encode_varint(number.cast_unsigned(), to);
        }
        Value::F64(number) => {
            encode_key(4, WireType::SixtyFourBit, to);
            to.extend_from_slice(&number.to_le_bytes());
        }
        Value::Array(array) => {
            head(5, values(array).map(|value| bytes_len(1, value_len(&value))).sum(), to);
            for value in values(array) {
                head(1, value_len(&value), to);
                any_value(&value, to);
            }
        }
        _ => {}
    }
}

fn values(array: &Array) -> Box<dyn Iterator<Item = Value> + '_> {
    match array {
        Array::Bool(all) => Box::new(all.iter().map(|each| Value::Bool(*each))),
        Array::I64(all) => Box::new(all.iter().map(|each| Value::I64(*each))),
        Array::F64(all) => Box::new(all.iter().map(|each| Value::F64(*each))),
        Array::String(all) => Box::new(all.iter().map(|each| Value::String(each.clone()))),
        _ => Box::new(std::iter::empty()),
    }
}

fn moment(tag: u32, at: SystemTime, to: &mut Vec<u8>) {
    let nanos = at.duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX));
    if nanos != 0 {
        encode_key(tag, WireType::SixtyFourBit, to);
        to.extend_from_slice(&nanos.to_le_bytes());
    }
}

fn number(tag: u32, number: u64, to: &mut Vec<u8>) {
    if number != 0 {
        encode_key(tag, WireType::Varint, to);
        encode_varint(number, to);
    }
}

fn text(tag: u32, text: &str, to: &mut impl BufMut) {
    if !text.is_empty() {
        bytes(tag, text.as_bytes(), to);
    }
}

fn bytes(tag: u32, bytes: &[u8], to: &mut impl BufMut) {
    head(tag, bytes.len(), to);
    to.put_slice(bytes);
}

/// What stands before a field of so many bytes.
fn head(tag: u32, len: usize, to: &mut impl BufMut) {
    encode_key(tag, WireType::LengthDelimited, to);
    encode_varint(len as u64, to);
}

/// How long a field of so many bytes is, with what stands before it.
fn bytes_len(tag: u32, len: usize) -> usize {
    key_len(tag) + encoded_len_varint(len as u64) + len
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::{borrow::Cow, time::Duration};

    use opentelemetry::trace::{TraceFlags, TraceId, TraceState};
    use opentelemetry_proto::{
        tonic::collector::trace::v1::ExportTraceServiceRequest,
        transform::trace::tonic::group_spans_by_resource_and_scope,
    };
    use opentelemetry_sdk::trace::{SpanEvents, SpanLinks};
    use prost::Message;

    /// Some of everything that a span can have, and of everything that is empty or zero.
    fn any(random: &mut fastrand::Rng) -> SpanData {
        let mut events = SpanEvents::default();
        events.events =
            (0..random.usize(..3)).map(|_| Event::new(word(random), when(random), attributes(random), 0)).collect();
        let mut links = SpanLinks::default();
        links.links = (0..random.usize(..3)).map(|_| Link::new(context(random), attributes(random), 0)).collect();
        let kinds = [SpanKind::Client, SpanKind::Server, SpanKind::Producer, SpanKind::Consumer, SpanKind::Internal];
        let states = [Status::Unset, Status::Ok, Status::error(""), Status::error(word(random))];
        SpanData {
            span_context: context(random),
            parent_span_id: SpanId::from(random.u64(..3)),
            parent_span_is_remote: random.bool(),
            span_kind: random.choice(kinds).unwrap(),
            name: word(random),
            start_time: when(random),
            end_time: when(random),
            attributes: attributes(random),
            dropped_attributes_count: 0,
            events,
            links,
            status: random.choice(states).unwrap(),
            instrumentation_scope: InstrumentationScope::builder("scope").with_version("1").build(),
        }
    }

    fn word(random: &mut fastrand::Rng) -> Cow<'static, str> {
        let letters = random.usize(..200);
        (0..letters).map(|_| random.char(..)).collect::<String>().into()
    }

    fn when(random: &mut fastrand::Rng) -> SystemTime {
        UNIX_EPOCH + Duration::from_nanos(random.u64(..) >> random.u32(..64))
    }

    fn context(random: &mut fastrand::Rng) -> SpanContext {
        let flags = TraceFlags::new(random.u8(..));
        let states = [TraceState::NONE, TraceState::from_key_value([("a", "b"), ("c", "d")]).unwrap()];
        let (trace, span) = (TraceId::from(random.u128(..)), SpanId::from(random.u64(..)));
        SpanContext::new(trace, span, flags, random.bool(), random.choice(states).unwrap())
    }

    fn attributes(random: &mut fastrand::Rng) -> Vec<KeyValue> {
        let value = |random: &mut fastrand::Rng| match random.u8(..8) {
            0 => Value::from(random.bool()),
            1 => Value::from(random.i64(..) >> random.u32(..64)),
            2 => Value::from(if random.bool() { 0.0 } else { random.f64() }),
            3 => Value::Array(Array::Bool(vec![true, false])),
            4 => Value::Array(Array::I64(vec![0, -1, i64::MAX])),
            5 => Value::Array(Array::F64(vec![])),
            6 => Value::Array(Array::String(vec!["".into(), "some".into()])),
            _ => Value::from(word(random)),
        };
        (0..random.usize(..9)).map(|_| KeyValue::new(word(random).into_owned(), value(random))).collect()
    }

    #[test]
    fn what_is_written_is_what_opentelemetry_would_have_said() {
        let seed = fastrand::u64(..);
        println!("seed {seed}");
        let mut random = fastrand::Rng::with_seed(seed);
        let plain = Resource::builder_empty().with_attributes(attributes(&mut random)).build();
        let schema =
            Resource::builder_empty().with_schema_url([KeyValue::new("service.name", "a")], "https://b/c").build();
        for resource in [Resource::builder_empty().build(), plain, schema] {
            let mut writer = Writer::default();
            writer.set_resource(&resource);
            for spans in [1, 2, 300] {
                let batch: Vec<_> = (0..spans).map(|_| any(&mut random)).collect();
                let written = ExportTraceServiceRequest::decode(writer.write(&batch)).unwrap();
                assert_eq!(written.resource_spans, group_spans_by_resource_and_scope(batch, &(&resource).into()));
            }
        }
    }
}
