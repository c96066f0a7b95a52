use messaging_core::{
    Delivery, DeliveryStatus, EventKind, TraceContext,
    message::ConversationState,
    trace::{SpanStage, TimelineSpan, outbox_span},
};

use super::{HandClock, story::*};
use crate::{Arrival, Settled, Side, Slice, Store};

fn root() -> TraceContext {
    TraceContext::begin(7, true)
}

fn followed(arrival: Arrival, clock: &HandClock) -> Arrival {
    arrival.told_in(root(), clock.millis())
}

async fn stages(store: &dyn Store, cursor: u64) -> Vec<(SpanStage, String)> {
    let traced = store.timeline(cursor).await.expect("a timeline").expect("somebody follows it");
    let whole = traced.timeline.whole(traced.event, traced.arrived);
    whole.into_iter().map(|span| (span.stage, span.outcome.into_owned())).collect()
}

/// Whoever goes on with a message goes on with its trace: from its arrival to what was told of the reply.
pub async fn a_way_is_kept_with_its_message(store: &dyn Store, clock: &HandClock) {
    let verdict = accept(store, [followed(said("c", "hi"), clock)]).await.remove(0);
    let (lease, queued) = claim_turn(store).await;
    let timeline = queued[0].timeline.clone().expect("its way");
    let inbox = timeline.inbox(verdict.cursor);
    assert_eq!((timeline.root, queued[0].interrupted), (root(), None));
    let span = inbox.child(&["turn"]);
    let done = TimelineSpan::new(SpanStage::Turn, span.span_id(), clock.millis(), seconds(1), "replied");
    let end = end(&queued, replied(&lease.lane, &["one"])).traced(span, vec![(queued[0].id, done)]);
    store.finish(&lease, end).await.expect("finish");
    let (lease, intent) = claim_send(store).await;
    assert_eq!((intent.turn, intent.cause, intent.drafted), (Some(span), Some(queued[0].id), clock.millis()));
    clock.advance(seconds(2));
    let outbox = intent.span().expect("a span");
    let tried = TimelineSpan::new(SpanStage::Send, outbox.child(&["1"]).span_id(), clock.millis(), seconds(1), "sent");

    let ended = store.settle_traced(&lease, &intent.id, sent("m"), vec![(queued[0].id, tried)]).await.expect("settle");
    assert_eq!(ended.len(), 1);
    assert_eq!((ended[0].spans[0].id, ended[0].spans[0].took), (outbox.span_id(), seconds(2)));
    let told = EventKind::Delivery(Delivery::new("m", DeliveryStatus::Delivered));
    let verdict = accept(store, [followed(noted("c", "told", told), clock)]).await.remove(0);
    assert_eq!(verdict.about, Some(outbox));
    let records = store.records(&lane("c"), Slice::After(0), 10).await.expect("records");
    assert_eq!(records.iter().map(|record| record.trace).collect::<Vec<_>>(), [Some(root()), Some(outbox)]);
    let whole = ["new", "stored", "replied", "sent", "sent", "delivered"].map(str::to_owned);
    for record in records {
        let (stages, outcomes): (Vec<_>, Vec<_>) = stages(store, record.cursor).await.into_iter().unzip();
        let expected = [
            SpanStage::Inbox,
            SpanStage::Webhook,
            SpanStage::Turn,
            SpanStage::Send,
            SpanStage::Outbox,
            SpanStage::Receipt,
        ];
        assert_eq!((stages, outcomes), (expected.to_vec(), whole.to_vec()));
    }
    let newest = store.timelines(9).await.expect("timelines");
    assert_eq!(newest.iter().map(|way| way.event).collect::<Vec<_>>(), [queued[0].id]);
}

/// What is told again is about the message that it repeats, and what nobody follows has no way.
pub async fn a_repetition_finds_the_way(store: &dyn Store, clock: &HandClock) {
    let first = accept(store, [followed(said("c", "hi"), clock)]).await.remove(0);
    let later = said("c", "hi").told_in(TraceContext::begin(8, true), clock.millis());
    let again = accept(store, [later]).await.remove(0);
    let way = store.timeline(first.cursor).await.expect("a timeline").expect("a way");
    assert_eq!((again.duplicate, again.about), (true, Some(way.timeline.inbox(first.cursor))));
    let other = accept(store, [said("c", "unfollowed")]).await.remove(0);
    assert_eq!(store.timeline(other.cursor).await, Ok(None));
    assert_eq!(store.timeline(u64::MAX >> 1).await, Ok(None));
    let newest = async |limit| store.timelines(limit).await.expect("timelines").len();
    assert_eq!((newest(1).await, newest(9).await), (0, 1), "the newest event has none");
}

/// A claim that ended without a word is told to the next one, on both sides; one that was given back is not.
pub async fn an_interrupted_claim_is_told(store: &dyn Store, clock: &HandClock) {
    accept(store, [followed(said("c", "hi"), clock)]).await;
    let (given, _) = claim_turn(store).await;
    store.extend(&given, seconds(0)).await.expect("given back");
    let since = clock.millis();
    let (lost, queued) = claim_turn(store).await;
    assert_eq!(queued[0].interrupted, None);
    clock.advance(LEASE);
    let (lease, queued) = claim_turn(store).await;
    let interrupted = queued[0].interrupted.expect("the claim before");
    assert_eq!((interrupted.fence, interrupted.since), (lost.fence, since));
    store.finish(&lease, end(&queued, replied(&lease.lane, &["one"]))).await.expect("finish");
    let since = clock.millis();
    let (lost, intent) = claim_send(store).await;
    assert_eq!(intent.interrupted, None);
    clock.advance(LEASE);
    let (lease, intent) = claim_send(store).await;
    let interrupted = intent.interrupted.expect("the claim before");
    assert_eq!((interrupted.fence, interrupted.since), (lost.fence, since));
    store.settle(&lease, &intent.id, Settled::in_doubt(seconds(1), "fog")).await.expect("settle");
    clock.advance(seconds(1));
    let (_, intent) = claim_send(store).await;
    assert_eq!(intent.interrupted, None, "it said something");
}

/// Replies that nobody attempts tell their end as well: those of a closed conversation, and those that are abandoned.
pub async fn a_reply_that_is_not_attempted_tells_its_end(store: &dyn Store, clock: &HandClock) {
    let mut outboxes = Vec::new();
    for conversation in ["c", "d"] {
        accept(store, [followed(said(conversation, conversation), clock)]).await;
        let (lease, queued) = claim_turn(store).await;
        let turn = queued[0].timeline.as_ref().expect("its way").inbox(queued[0].id).child(&["turn"]);
        let end = end(&queued, replied(&lease.lane, &["one"])).traced(turn, Vec::new());
        store.finish(&lease, end).await.expect("finish");
        let intent = format!("{}/one", lease.lane.conversation).into();
        outboxes.push(outbox_span(&turn, &intent).span_id());
    }
    clock.advance(seconds(3));
    let abandoned = store.abandon("suite", "d", "the app is gone").await.expect("abandon");
    let closed = EventKind::ConversationState(ConversationState::Closed);
    accept(store, [noted("c", "closed", closed)]).await;
    let (claims, refused) = store.claim_traced(seek(Side::Sends)).await.expect("claim");
    assert_eq!((claims.len(), abandoned.replies), (0, 1));
    let told: Vec<_> =
        refused.iter().chain(&abandoned.followed).map(|ended| (&ended.lane, &ended.way.spans[0])).collect();
    for ((told, span), (name, (outbox, error))) in
        told.iter().zip([("c", (outboxes[0], "rejected")), ("d", (outboxes[1], "dead"))])
    {
        assert_eq!((*told, span.id, span.error.as_deref(), span.took), (&lane(name), outbox, Some(error), seconds(3)));
    }
    assert_eq!(told.len(), 2);
    let (_, again) = store.claim_traced(seek(Side::Sends)).await.expect("claim");
    assert_eq!(again, [], "once");
}
