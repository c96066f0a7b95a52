use std::{borrow::Cow, sync::Arc};

use messaging_core::{
    TraceContext,
    signature::sha256_hex,
    trace::{SpanStage, TimelineSpan},
};
use messaging_store::Lane;
use messaging_telemetry::{Happening, Span, attribute};
use opentelemetry::{KeyValue, trace::SpanKind};

use crate::{Gateway, account::Account};

/// Length of the hash of a conversation, in hexadecimal digits.
const HASH: usize = 32;

/// Attributes that a span mostly has room for.
const ROOM: usize = 8;

impl Gateway {
    /// Tells whoever collects spans of steps in one trace, about `lane` where they are about one conversation.
    pub(crate) fn tell_spans<'s>(
        &self,
        account: &str,
        lane: Option<&Lane>,
        trace: TraceContext,
        spans: impl IntoIterator<Item = &'s TimelineSpan>,
    ) {
        self.tell_spans_with(account, lane, trace, spans, &[]);
    }

    /// Tells of steps, and more of what is known of them.
    pub(super) fn tell_spans_with<'s>(
        &self,
        account: &str,
        lane: Option<&Lane>,
        trace: TraceContext,
        spans: impl IntoIterator<Item = &'s TimelineSpan>,
        more: &[KeyValue],
    ) {
        let out = &self.parts.tracing.spans;
        if !out.is_on() || !trace.is_sampled() {
            return;
        }
        let account = self.parts.accounts.get(account);
        let conversation = lane.and_then(|lane| self.hash(lane));
        let conversation = conversation.map(|hash| KeyValue::new(attribute::CONVERSATION, hash));
        for span in spans {
            let known = account.into_iter().flat_map(of_account).chain(conversation.clone());
            let known = known.chain(more.iter().cloned());
            out.record(|| told(trace, span, account.map_or("", |account| &account.name)).with(known));
        }
    }

    fn hash(&self, lane: &Lane) -> Option<Arc<str>> {
        let salt = self.parts.tracing.salt.get()?;
        let place = lane.conversation.place();
        let pieces = [salt.expose(), &*lane.tenant, lane.conversation.account(), place.kind()];
        let pieces = pieces.into_iter().chain(place.parts().iter().map(String::as_str));
        let hash = sha256_hex(pieces.flat_map(|piece| [piece.as_bytes(), b"\n".as_slice()]));
        hash.get(..HASH).map(Into::into)
    }

    /// What a span says about a text: how long it is, and all of it where its tenant allows that.
    pub(crate) fn about_text(&self, lane: &Lane, text: Option<&str>) -> Vec<KeyValue> {
        let Some(text) = text.filter(|_| self.parts.tracing.spans.is_on()) else { return Vec::new() };
        let length = i64::try_from(text.len()).unwrap_or(i64::MAX);
        let size = KeyValue::new(attribute::BODY_SIZE, length);
        let open = self.parts.settings.traces.text.iter().any(|tenant| **tenant == *lane.tenant);
        let all = open.then(|| KeyValue::new(attribute::TEXT, text.to_owned()));
        [Some(size), all].into_iter().flatten().collect()
    }
}

fn of_account(account: &Account) -> [KeyValue; 2] {
    let system = account.messenger.provider().descriptor().name;
    [KeyValue::new(attribute::SYSTEM, system), KeyValue::new(attribute::ACCOUNT, Arc::clone(&account.lane_name))]
}

/// A step in the words of OpenTelemetry
/// (<https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/>).
fn told(trace: TraceContext, span: &TimelineSpan, account: &str) -> Span {
    let stage = span.stage;
    let (kind, operation) = match stage {
        SpanStage::Webhook => (SpanKind::Server, Some("receive")),
        SpanStage::Receipt => (SpanKind::Server, Some("settle")),
        SpanStage::Inbox | SpanStage::Outbox => (SpanKind::Producer, Some("create")),
        SpanStage::Turn => (SpanKind::Consumer, Some("process")),
        SpanStage::Send | SpanStage::Stream => (SpanKind::Client, Some("send")),
        _ => (SpanKind::Client, None),
    };
    // The conventions name what asks an agent after what it does.
    let name = if stage == SpanStage::Agent { "invoke_agent" } else { stage.name() };
    let name = if account.is_empty() { name.into() } else { Cow::from([name, " ", account].concat()) };
    let mut told = Span::new(name, kind, trace.at(span.id), span.start.into(), span.took);
    told.parent = span.parent.map(|parent| trace.at(parent));
    told.links.extend(span.link);
    told.attributes.reserve_exact(ROOM);
    if stage == SpanStage::Agent {
        told.attributes.push(KeyValue::new(attribute::GEN_AI_OPERATION, "invoke_agent"));
    } else {
        told.attributes.push(KeyValue::new(attribute::OPERATION, stage.name()));
    }
    told.attributes.extend(operation.map(|operation| KeyValue::new(attribute::OPERATION_TYPE, operation)));
    match span.outcome.parse::<i64>() {
        Ok(status) if stage == SpanStage::Webhook => told.attributes.push(KeyValue::new(attribute::STATUS, status)),
        _ => told.attributes.push(KeyValue::new(attribute::OUTCOME, span.outcome.clone())),
    }
    for event in &span.events {
        let mut happening = Happening::new(event.name.clone(), event.at.into());
        happening.attributes.extend(event.error.clone().map(|error| KeyValue::new(attribute::ERROR, error)));
        told.events.push(happening);
    }
    match &span.error {
        Some(error) => {
            told.attributes.push(KeyValue::new(attribute::ERROR, error.clone()));
            told.failed(error.clone())
        }
        None => told,
    }
}
