use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use messaging_core::{Descriptor, EventKind, message::ConversationState};
use messaging_telemetry::{Recorder, Span, Spans};
use opentelemetry::trace::Status;
use tokio::time::sleep;

use crate::plain::{echo, happened, house_with, said};

#[derive(Default)]
struct Recorded(Mutex<Vec<Span>>);

impl Recorder for Recorded {
    fn record(&self, span: Span) {
        self.0.lock().unwrap().push(span);
    }
}

#[tokio::test(start_paused = true)]
async fn a_reply_that_nobody_attempts_ends_in_its_tree() {
    let recorded = Arc::new(Recorded::default());
    let slowly = |turn| async {
        sleep(Duration::from_secs(3)).await;
        echo(turn).await
    };
    let spans = Spans::to(recorded.clone());
    let house = house_with(Descriptor::new("plain"), slowly, |builder| builder.spans(spans));
    house.tell([said("hi")]).await;
    let closing = async {
        sleep(Duration::from_secs(1)).await;
        house.tell([happened("s", EventKind::ConversationState(ConversationState::Closed))]).await;
    };
    tokio::join!(house.run(10), closing);
    assert!(house.texts().is_empty());
    let spans = recorded.0.lock().unwrap();
    let named = |name: &str| {
        let mut named = spans.iter().filter(|span| span.name == name);
        named.next().filter(|_| named.next().is_none()).unwrap_or_else(|| panic!("one `{name}`: {spans:?}"))
    };
    let (outbox, turn) = (named("outbox plain"), named("turn plain"));
    assert_eq!((outbox.parent, &outbox.status), (Some(turn.context), &Status::error("rejected")));
    let known: BTreeSet<_> = spans.iter().map(|span| (span.context.trace_id(), span.context.span_id())).collect();
    let parents = spans.iter().filter_map(|span| span.parent);
    assert!(parents.clone().count() >= 4, "{spans:?}");
    assert!(parents.into_iter().all(|parent| known.contains(&(parent.trace_id(), parent.span_id()))), "{spans:?}");
}
