use messaging_core::{
    ConversationRef, Delivery, DeliveryStatus, Event, EventKind,
    id::IntentId,
    message::{Author, Message, Receipt},
};

use super::{HandClock, story::*};
use crate::{Arrival, Lane, Settled, Side, Slice, Store};

fn delivery(intent: &IntentId, status: DeliveryStatus) -> EventKind {
    let mut delivery = Delivery::new("m", status);
    delivery.intent = Some(intent.clone());
    EventKind::Delivery(delivery)
}

fn told(key: &str, kind: EventKind) -> Arrival {
    let lane = lane("c");
    let event = Event::new(key, lane.conversation.place().clone(), kind);
    Arrival::new(lane, event)
}

/// The provider's own word settles a send, whoever holds it, and does so once.
pub async fn a_delivery_settles_the_send_once(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    let delivered = |key: &str, status| told(key, delivery(&intent.id, status));
    accept(store, [delivered("sent", DeliveryStatus::Sent), delivered("sent", DeliveryStatus::Sent)]).await;
    accept(store, [delivered("delivered", DeliveryStatus::Delivered)]).await;
    store.settle(&lease, &intent.id, Settled::in_doubt(seconds(0), "fog")).await.expect("settle");
    nothing(store, Side::Sends).await;
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.answered, counts.noted, counts.duplicates), (1, 1, 2, 1));
    let records = store.records(&lane("c"), Slice::After(0), 10).await.expect("records");
    assert_eq!(records.len(), 2, "one question, one answer: {records:?}");
    assert_eq!(records[1].message, Some("m".into()));
}

/// So does our message when it comes back to us.
pub async fn an_echo_settles_the_send(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let message = Message::new("m", Author::new("bot"), "one");
    let (lease, intent) = claim_send(store).await;
    let echo = |intent| EventKind::MessageEchoed { message: message.clone(), intent };
    accept(store, [told("of nothing we know", echo(Some("unknown".into()))), told("of nothing", echo(None))]).await;
    assert_eq!(counts(store).await.in_flight, 1);
    accept(store, [told("of it", echo(Some(intent.id.clone())))]).await;
    assert_eq!(counts(store).await.answered, 1);
    store.settle(&lease, &intent.id, sent("m")).await.expect("settle");
    nothing(store, Side::Turns).await;
    assert_eq!(counts(store).await.answered, 1);
}

/// A message that failed on its way had been carried to the provider: sending it again would be a second one.
pub async fn a_failed_delivery_proves_the_send_too(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (_, intent) = claim_send(store).await;
    accept(store, [told("failed", delivery(&intent.id, DeliveryStatus::Failed))]).await;
    clock.advance(LEASE);
    nothing(store, Side::Sends).await;
    assert_eq!(counts(store).await.answered, 1);
}

/// A send is settled by its own account's provider only.
pub async fn nobody_elses_word_settles_a_send(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (_, intent) = claim_send(store).await;
    let Arrival { lane, event, .. } = told("d", delivery(&intent.id, DeliveryStatus::Sent));
    let account = ConversationRef::new("other", lane.conversation.place().clone());
    let strangers = [Lane { conversation: account, ..lane.clone() }, Lane { tenant: "other".into(), ..lane }];
    accept(store, strangers.map(|lane| Arrival::new(lane, event.clone()))).await;
    assert_eq!(counts(store).await.in_flight, 1);
}

/// Word of a send that nobody could tell the outcome of takes it off the shelf.
pub async fn a_late_proof_settles_a_held_send(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    for reason in ["fog", "more fog"] {
        let (lease, intent) = claim_send(store).await;
        store.settle(&lease, &intent.id, Settled::Held { reason: reason.into() }).await.expect("settle");
    }
    assert_eq!(counts(store).await.held, 1);
    for (text, held, shelved, said) in [("one", 1, 1, 2), ("two", 0, 0, 3), ("two", 0, 0, 3)] {
        let id = format!("{}/{text}", lane("c").conversation).into();
        let number = counts(store).await.noted;
        accept(store, [told(&format!("late {number}"), delivery(&id, DeliveryStatus::Delivered))]).await;
        let counts = counts(store).await;
        assert_eq!((counts.held, counts.answered), (held, 1 - held), "{text}");
        assert_eq!(store.shelved(crate::Shelf::Unknown, 10).await.expect("shelved").len(), shelved);
        assert_eq!(store.records(&lane("c"), Slice::After(0), 10).await.expect("records").len(), said);
    }
}

/// The next reply goes as soon as the holder has let go.
pub async fn a_proof_frees_the_way_for_the_next_reply(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    let (_, intent) = claim_send(store).await;
    accept(store, [told("d", delivery(&intent.id, DeliveryStatus::Sent))]).await;
    nothing(store, Side::Sends).await;
    clock.advance(LEASE);
    let (_, next) = claim_send(store).await;
    assert_eq!((next.message.content.text.as_str(), next.doubt), ("two", None));
}

/// A reply that was in doubt until a delivery proved it does not hold up the next one until its look would have been.
pub async fn a_proof_ends_the_wait_for_a_look(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, Settled::in_doubt(seconds(60), "fog")).await.expect("settle");
    nothing(store, Side::Sends).await;
    accept(store, [told("d", delivery(&intent.id, DeliveryStatus::Delivered))]).await;
    let (_, next) = claim_send(store).await;
    assert_eq!((next.message.content.text.as_str(), next.doubt), ("two", None));
}

/// The holder may know more parts of its message than the delivery that was faster.
pub async fn a_late_receipt_adds_its_parts(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    let (lease, intent) = claim_send(store).await;
    accept(store, [told("d", delivery(&intent.id, DeliveryStatus::Sent))]).await;
    let mut receipt = Receipt::of("m");
    receipt.parts.push("n".into());
    store.settle(&lease, &intent.id, Settled::Sent(receipt)).await.expect("settle");
    claim_send(store).await;
    clock.advance(LEASE);
    let doubt = claim_send(store).await.1.doubt.expect("in doubt");
    assert_eq!(doubt.known, ["m".into(), "n".into()]);
}
