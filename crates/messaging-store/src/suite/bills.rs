use std::time::Duration;

use messaging_core::{Delivery, DeliveryStatus, Event, EventKind, message::Receipt};

use super::{HandClock, spending::spent, story::*};
use crate::{Admit, Arrival, Settled, Store};

const DAY: Duration = Duration::from_secs(24 * 3_600);

fn billed() -> Admit {
    Admit { address: None, window: None, charge: charge(1, None), limits: Vec::new(), billed: true, instead: None }
}

/// Sends one reply that is carried as these parts.
async fn send(store: &dyn Store, parts: &[&str]) {
    accept(store, [said("c", parts[0])]).await;
    reply(store, &[parts[0]]).await;
    let (lease, intent) = claim_send(store).await;
    admit(store, &lease, &intent, &billed()).await;
    let mut receipt = Receipt::of(parts[0]);
    receipt.parts.extend(parts[1..].iter().map(|part| (*part).into()));
    store.settle(&lease, &intent.id, Settled::Sent(receipt)).await.expect("settle");
}

async fn delivered(store: &dyn Store, message: &str, status: DeliveryStatus) {
    let place = lane("c").conversation.place().clone();
    let event = Event::new(format!("{message} {status:?}"), place, EventKind::Delivery(Delivery::new(message, status)));
    accept(store, [Arrival::new(lane("c"), event)]).await;
}

/// Which messages are asked for now, and for which of them it is the last time.
async fn asked(store: &dyn Store) -> Vec<(String, bool)> {
    let bills = store.bills(10).await.expect("bills");
    bills.into_iter().map(|bill| (bill.message.to_string(), bill.last)).collect()
}

/// Pending, billed and unknown of the only row.
async fn sums(store: &dyn Store) -> (u64, Vec<String>, u64) {
    let rows = spent(store).await;
    let billed = rows[0].billed.iter().map(|(currency, amount)| format!("{amount} {currency}")).collect();
    (rows[0].pending, billed, rows[0].unknown)
}

/// A price is asked for a minute after the last word on a delivery, then after growing pauses, and then no more.
pub async fn a_price_is_asked_for_at_growing_pauses(store: &dyn Store, clock: &HandClock) {
    send(store, &["m"]).await;
    delivered(store, "m", DeliveryStatus::Sent).await;
    clock.advance(Duration::from_secs(3_600));
    assert!(asked(store).await.is_empty(), "it may still go anywhere");
    delivered(store, "m", DeliveryStatus::Delivered).await;
    clock.advance(seconds(59));
    assert!(asked(store).await.is_empty());
    let mut pause = 1;
    for (next, last) in [(600, false), (3_600, false), (6 * 3_600, false), (3_600, true)] {
        clock.advance(seconds(pause));
        assert_eq!(asked(store).await, [("m".to_owned(), last)]);
        delivered(store, "m", DeliveryStatus::Read).await;
        clock.advance(seconds(next - 1));
        assert!(asked(store).await.is_empty());
        pause = 1;
    }
    assert_eq!(sums(store).await, (1, vec![], 0));
    clock.advance(seconds(1));
    assert!(asked(store).await.is_empty(), "whoever asked last never said what came of it");
    assert_eq!(sums(store).await, (0, vec![], 1));
}

/// The answer is counted once, next to the estimate; every part is billed by itself.
pub async fn a_price_is_counted_once(store: &dyn Store, clock: &HandClock) {
    send(store, &["m", "n"]).await;
    delivered(store, "m", DeliveryStatus::Delivered).await;
    delivered(store, "n", DeliveryStatus::Undelivered).await;
    clock.advance(seconds(60));
    let bills = store.bills(1).await.expect("bills");
    assert_eq!((bills.len(), bills[0].message.as_str(), &bills[0].lane), (1, "m", &lane("c")));
    for _ in 0..2 {
        store.billed(bills[0].id, Some(usd("0.00790"))).await.expect("billed");
    }
    assert_eq!(sums(store).await, (1, vec!["0.0079 USD".to_owned()], 0));
    let bills = store.bills(10).await.expect("bills");
    assert_eq!(bills.iter().map(|bill| bill.message.as_str()).collect::<Vec<_>>(), ["n"]);
    store.billed(bills[0].id, None).await.expect("billed");
    assert_eq!(sums(store).await, (0, vec!["0.0079 USD".to_owned()], 1));
    clock.advance(DAY);
    assert!(asked(store).await.is_empty());
}

/// A status that never comes does not keep the price from being asked for; nobody asks where there is none.
pub async fn silence_is_asked_about_after_a_day(store: &dyn Store, clock: &HandClock) {
    send(store, &["m"]).await;
    accept(store, [said("d", "free")]).await;
    reply(store, &["free"]).await;
    let (lease, intent) = claim_send(store).await;
    admit(store, &lease, &intent, &Admit { billed: false, ..billed() }).await;
    store.settle(&lease, &intent.id, sent("free")).await.expect("settle");
    delivered(store, "free", DeliveryStatus::Delivered).await;
    clock.advance(DAY.saturating_sub(seconds(1)));
    assert!(asked(store).await.is_empty());
    clock.advance(seconds(1));
    assert_eq!(asked(store).await, [("m".to_owned(), false)]);
}
