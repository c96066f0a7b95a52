use std::{future::Future, pin::Pin, task::Poll};

use messaging_core::{
    Delivery, DeliveryStatus, EventKind,
    error::VendorError,
    id::IntentId,
    message::{Author, Message, Receipt},
};

use super::{HandClock, story::*};
use crate::{Arrival, News, Record, Settled, Side, Slice, Store, Work};

/// What the provider tells of message `message`, under a key of its own.
fn told(conversation: &str, message: &str, status: DeliveryStatus) -> Arrival {
    let key = format!("{message} {status:?}");
    event(conversation, &key, Delivery::new(message, status))
}

fn event(conversation: &str, key: &str, delivery: Delivery) -> Arrival {
    noted(conversation, key, EventKind::Delivery(delivery))
}

async fn line(store: &dyn Store, conversation: &str) -> Record {
    let records = store.records(&lane(conversation), Slice::Before(u64::MAX), 1).await.expect("records");
    records.into_iter().next().expect("a line")
}

async fn news(store: &dyn Store, conversation: &str, after: u64) -> Vec<News> {
    store.news(&lane(conversation), after, 10).await.expect("news")
}

/// A callback moves the line of its message on, and whoever reads along is told; what is not later is no news.
pub async fn a_delivery_moves_its_line_on(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    carry(store, "m").await;
    let said = line(store, "c").await;
    assert_eq!((&said.delivery, said.changed), (&None, said.cursor));
    accept(store, [told("c", "m", DeliveryStatus::Sent)]).await;
    let moved = line(store, "c").await;
    assert_eq!((moved.cursor, &moved.delivery), (said.cursor, &Some(DeliveryStatus::Sent)));
    assert_eq!(news(store, "c", said.cursor).await, [News::Delivered(moved.clone())]);
    accept(store, [told("c", "m", DeliveryStatus::Queued)]).await;
    assert_eq!(line(store, "c").await, moved);
    let mut failed = Delivery::new("m", DeliveryStatus::Undelivered);
    failed.error = Some(VendorError::new("30005", "unknown destination handset"));
    accept(store, [event("c", "f", failed.clone()), told("c", "m", DeliveryStatus::Delivered)]).await;
    let last = line(store, "c").await;
    assert_eq!((&last.delivery, &last.problem), (&Some(DeliveryStatus::Undelivered), &failed.error));
    assert!(last.changed > moved.changed);
    assert_eq!(news(store, "c", moved.changed).await, [News::Delivered(last.clone())]);
    assert!(news(store, "c", last.changed).await.is_empty());
    let question = store.records(&lane("c"), Slice::After(0), 1).await.expect("records").remove(0);
    assert_eq!(news(store, "c", 0).await, [News::Said(question), News::Said(last)]);
}

/// What is told before the send is settled waits for it.
pub async fn a_delivery_may_be_faster_than_the_receipt(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    accept(store, [told("c", "m", DeliveryStatus::Delivered), told("c", "m", DeliveryStatus::Sent)]).await;
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, sent("m")).await.expect("settle");
    assert_eq!(line(store, "c").await.delivery, Some(DeliveryStatus::Delivered));
    accept(store, [told("c", "m", DeliveryStatus::Read)]).await;
    assert_eq!(line(store, "c").await.delivery, Some(DeliveryStatus::Read));
}

/// A provider may make several messages of one; what is told of any of them belongs to its line.
pub async fn every_part_moves_its_line_on(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    let mut proof = Delivery::new("m", DeliveryStatus::Sent);
    proof.intent = Some(intent.id.clone());
    accept(store, [event("c", "proof", proof), told("c", "late", DeliveryStatus::Delivered)]).await;
    assert_eq!(line(store, "c").await.delivery, Some(DeliveryStatus::Sent));
    let mut receipt = Receipt::of("m");
    receipt.parts.push("late".into());
    store.settle(&lease, &intent.id, Settled::Sent(receipt)).await.expect("settle");
    assert_eq!(line(store, "c").await.delivery, Some(DeliveryStatus::Delivered));
    let mut other = Delivery::new("another name", DeliveryStatus::Read);
    other.intent = Some(intent.id);
    accept(store, [event("c", "other", other)]).await;
    assert_eq!(line(store, "c").await.delivery, Some(DeliveryStatus::Read));
}

/// Two messages of one name are told apart by nobody: the later line has it, in whatever order the receipts came.
pub async fn a_name_of_two_messages_is_the_later_ones(store: &dyn Store, _: &HandClock) {
    let parts = |first: &str| {
        let mut receipt = Receipt::of(first);
        receipt.parts.push("shared".into());
        Settled::Sent(receipt)
    };
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (earlier, proven) = claim_send(store).await;
    let mut proof = Delivery::new("m", DeliveryStatus::Sent);
    proof.intent = Some(proven.id.clone());
    accept(store, [event("c", "proof", proof), said("d", "ho")]).await;
    reply(store, &["two"]).await;
    let (later, intent) = claim_send(store).await;
    store.settle(&later, &intent.id, parts("n")).await.expect("settle");
    // Only now is said of which parts the earlier one was.
    store.settle(&earlier, &proven.id, parts("m")).await.expect("settle");
    accept(store, [told("c", "shared", DeliveryStatus::Delivered)]).await;
    let lines = (line(store, "c").await.delivery, line(store, "d").await.delivery);
    assert_eq!(lines, (Some(DeliveryStatus::Sent), Some(DeliveryStatus::Delivered)));
}

/// A message is one of its account, and a person's is none of ours.
pub async fn a_delivery_is_of_its_own_account(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    carry(store, "m").await;
    let Arrival { mut lane, event, .. } = told("c", "m", DeliveryStatus::Sent);
    lane.tenant = "other".into();
    accept(store, [Arrival::new(lane, event), told("c", "hi", DeliveryStatus::Sent)]).await;
    let lines = store.records(&super::story::lane("c"), Slice::After(0), 10).await.expect("records");
    assert!(lines.len() == 2 && lines.iter().all(|line| line.delivery.is_none()), "{lines:?}");
}

/// Every order of a life, some callbacks told twice or never, the send settled at every place: the end is the same.
pub async fn the_order_of_callbacks_does_not_matter(store: &dyn Store, _: &HandClock) {
    use DeliveryStatus::{Accepted, Delivered, Queued, Read, Sending, Sent, Undelivered};
    let lives = [
        [Accepted, Queued, Sending, Sent, Delivered, Read],
        [Accepted, Queued, Sending, Sent, DeliveryStatus::Other("enroute".into()), Undelivered],
    ];
    let orders = orders(6);
    let plan: Vec<_> = orders.iter().flat_map(|order| (0..lives.len()).map(move |life| (order, life))).collect();
    let name = |at: usize| format!("c{at}");
    accept(store, (0..plan.len()).map(|at| said(&name(at), &name(at)))).await;
    let everything = |side| crate::Seek { lanes: plan.len(), ..seek(side) };
    let turns = store.claim(everything(Side::Turns)).await.expect("claim");
    let finish = turns.into_iter().map(turn).map(|(lease, queued)| async move {
        let ending = replied(&lease.lane, &["answer"]);
        store.finish(&lease, end(&queued, ending)).await.expect("finish");
    });
    together(finish).await;
    let claims = store.claim(everything(Side::Sends)).await.expect("claim");
    assert_eq!(claims.len(), plan.len());
    let mut sends: Vec<Option<crate::Claim>> = vec![None; plan.len()];
    for claim in claims {
        let at: usize = claim.lease.lane.conversation.place().parts()[0][1..].parse().expect("a number");
        sends[at] = Some(claim);
    }
    let mut last: Vec<usize> = vec![0; plan.len()];
    for step in 0..=6 {
        let due = (0..plan.len()).filter(|at| at % 7 == step).filter_map(|at| Some((at, sends[at].take()?)));
        let settle = due.collect::<Vec<_>>().into_iter().map(|(at, claim)| async move {
            let Work::Send(intent) = claim.work else { panic!("no send") };
            store.settle(&claim.lease, &intent.id, sent(&format!("m{at}"))).await.expect("settle");
        });
        together(settle).await;
        let Some(told) = (step < 6).then_some(step) else { break };
        let mut batch = Vec::new();
        for (at, (order, life)) in plan.iter().enumerate() {
            // One of seven is dropped, but never the last word of all; some are told twice, some name their intent.
            let which = order[told];
            if which == (at / 7) % 7 && which != 5 {
                continue;
            }
            last[at] = last[at].max(which);
            let mut delivery = Delivery::new(format!("m{at}"), lives[*life][which].clone());
            delivery.intent = (at % 3 == 0 && which % 2 == 0).then(|| intent(at));
            let times = if (at + which) % 4 == 0 { 2 } else { 1 };
            batch.extend((0..times).map(|time| event(&name(at), &format!("{at} {which} {time}"), delivery.clone())));
        }
        accept(store, batch).await;
    }
    for (at, (order, life)) in plan.iter().enumerate() {
        let line = line(store, &name(at)).await;
        assert_eq!(line.delivery.as_ref(), Some(&lives[*life][last[at]]), "order {order:?}, settled at {}", at % 7);
    }
    assert_eq!(counts(store).await.answered, u64::try_from(plan.len()).expect("a count"));
}

/// The name [`replied`] gives to the only answer in a conversation.
fn intent(at: usize) -> IntentId {
    format!("{}/answer", lane(&format!("c{at}")).conversation).into()
}

/// Every order of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for _ in 0..count {
        let longer = |order: Vec<usize>| {
            let free: Vec<_> = (0..count).filter(|thing| !order.contains(thing)).collect();
            free.into_iter().map(move |thing| [order.as_slice(), &[thing]].concat())
        };
        orders = orders.into_iter().flat_map(longer).collect();
    }
    orders
}

/// Waits for all of them, side by side.
async fn together(futures: impl IntoIterator<Item = impl Future<Output = ()>>) {
    let mut waiting: Vec<Pin<Box<_>>> = futures.into_iter().map(Box::pin).collect();
    std::future::poll_fn(|context| {
        waiting.retain_mut(|future| future.as_mut().poll(context).is_pending());
        if waiting.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Our own message coming back says nothing about its way.
pub async fn an_echo_is_no_delivery(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    carry(store, "m").await;
    let message = Message::new("m", Author::new("bot"), "one");
    let kind = EventKind::MessageEchoed { message, intent: None };
    accept(store, [noted("c", "echo", kind)]).await;
    assert_eq!(line(store, "c").await.delivery, None);
}
