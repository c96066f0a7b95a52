//! A trace as text: each span below what it was done on behalf of, with how it ended and what happened meanwhile.

use std::{collections::BTreeMap, fmt::Write};

use messaging_tests::collector::Collector;
use opentelemetry_proto::tonic::{common::v1::any_value::Value, trace::v1::Span};

/// An attribute of a span, as text.
pub(crate) fn attribute(span: &Span, key: &str) -> Option<String> {
    let value = span.attributes.iter().find(|pair| pair.key == key)?.value.as_ref()?.value.as_ref()?;
    Some(match value {
        Value::StringValue(text) => text.clone(),
        Value::IntValue(number) => number.to_string(),
        Value::BoolValue(is) => is.to_string(),
        other => format!("{other:?}"),
    })
}

/// Every span of the trace with this id, once each: what is told again replaces what was told before.
pub(crate) fn spans(collector: &Collector, trace: &[u8]) -> Vec<Span> {
    let spans = collector.spans().into_iter().map(|(_, span)| span).filter(|span| span.trace_id == trace);
    let once: BTreeMap<_, _> = spans.map(|span| (span.span_id.clone(), span)).collect();
    once.into_values().collect()
}

/// The ids of all traces.
pub(crate) fn traces(collector: &Collector) -> Vec<Vec<u8>> {
    let mut ids: Vec<_> = collector.spans().into_iter().map(|(_, span)| span.trace_id).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// The trace as lines, indented.
///
/// # Panics
/// It has another number of roots than one, or a span whose parent is not there.
pub(crate) fn drawn(spans: &[Span]) -> Result<String, String> {
    let roots = spans.iter().filter(|span| span.parent_span_id.is_empty()).count();
    let orphan = spans
        .iter()
        .find(|span| !span.parent_span_id.is_empty() && spans.iter().all(|other| other.span_id != span.parent_span_id));
    if roots != 1 || orphan.is_some() {
        return Err(format!("{roots} roots, orphan: {:?}", orphan.map(line)));
    }
    let mut lines = Vec::new();
    draw(spans, &[], 0, &mut lines);
    Ok(lines.join("\n"))
}

fn draw(spans: &[Span], parent: &[u8], depth: usize, lines: &mut Vec<String>) {
    let mut children: Vec<_> = spans.iter().filter(|span| span.parent_span_id == parent).collect();
    children.sort_by_key(|span| rank(span));
    for span in children {
        lines.push(format!("{}{}", "  ".repeat(depth), line(span)));
        draw(spans, &span.span_id, depth + 1, lines);
    }
}

/// What comes first among what was done on behalf of one span: attempts in their order, everything else by what it is.
fn rank(span: &Span) -> (usize, u64, usize, String) {
    let stages = ["webhook", "inbox", "turn", "invoke_agent", "stream", "outbox", "send", "look", "receipt"];
    let stage = span.name.split(' ').next().unwrap_or_default();
    let of = |list: &[&str], word: &str| list.iter().position(|known| *known == word).unwrap_or(list.len());
    let is_attempt = matches!(stage, "turn" | "send" | "look");
    let told = attribute(span, "messaging.gateway.outcome").unwrap_or_default();
    let steps = ["queued", "sending", "sent", "delivered"];
    let stage = of(&stages, if stage == "look" { "send" } else { stage });
    (stage, if is_attempt { span.start_time_unix_nano } else { 0 }, of(&steps, &told), line(span))
}

fn line(span: &Span) -> String {
    let ended = attribute(span, "messaging.gateway.outcome").or_else(|| attribute(span, "http.response.status_code"));
    let mut line = format!("{}: {}", span.name, ended.unwrap_or_default());
    if let Some(error) = attribute(span, "error.type").filter(|error| !line.ends_with(error.as_str())) {
        write!(line, " ({error})").unwrap();
    }
    for event in &span.events {
        write!(line, " [{}]", event.name).unwrap();
    }
    if !span.links.is_empty() {
        line += " ->";
    }
    line
}
