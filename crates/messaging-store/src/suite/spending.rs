use std::{collections::BTreeMap, time::Duration};

use messaging_core::Keyword;

use super::{HandClock, story::*};
use crate::{Admission, Admit, Amount, Charge, Day, Direction, Limit, Sender, Settled, Spent, Store};

fn priced(units: u32, cost: &str) -> Admit {
    Admit {
        address: None,
        window: None,
        charge: charge(units, Some(usd(cost))),
        limits: Vec::new(),
        billed: false,
        instead: None,
    }
}

fn limit(country: Option<&str>, messages: Option<u64>, spend: Option<&str>) -> Limit {
    Limit { country: country.map(Into::into), channel: None, messages, spend: spend.map(usd) }
}

pub(super) async fn spent(store: &dyn Store) -> Vec<Spent> {
    store.spent(Day(0)).await.expect("spent")
}

/// Messages, units and the estimate, of each row.
async fn sums(store: &dyn Store) -> Vec<(u64, u64, String)> {
    let sum = |row: &Spent| row.estimated.values().copied().fold(Amount::default(), Amount::plus).to_string();
    spent(store).await.iter().map(|row| (row.messages, row.units, sum(row))).collect()
}

/// However often it is tried, a send takes what it takes once; what was never carried took nothing.
pub async fn a_charge_is_reserved_once(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    for _ in 0..2 {
        let (lease, intent) = claim_send(store).await;
        for _ in 0..2 {
            assert_eq!(admit(store, &lease, &intent, &priced(2, "0.0158")).await, Admission::Granted);
        }
        assert_eq!(sums(store).await, [(1, 2, "0.0158".to_owned())]);
        store.settle(&lease, &intent.id, Settled::again(seconds(1), "not yet")).await.expect("settle");
        clock.advance(seconds(1));
    }
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, sent("m")).await.expect("settle");
    let (lease, intent) = claim_send(store).await;
    admit(store, &lease, &intent, &priced(1, "0.0079")).await;
    assert_eq!(sums(store).await, [(2, 3, "0.0237".to_owned())]);
    store.settle(&lease, &intent.id, Settled::Dead { reason: "no such number".into() }).await.expect("settle");
    assert_eq!(sums(store).await, [(1, 2, "0.0158".to_owned())]);
}

/// What may have been carried may have been billed.
pub async fn a_charge_stands_where_nobody_knows(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    for end in [Settled::Held { reason: "fog".into() }, Settled::Dead { reason: "given up".into() }] {
        let (lease, intent) = claim_send(store).await;
        admit(store, &lease, &intent, &priced(1, "1")).await;
        store.settle(&lease, &intent.id, Settled::in_doubt(seconds(0), "fog")).await.expect("settle");
        let (lease, intent) = claim_send(store).await;
        store.settle(&lease, &intent.id, end).await.expect("settle");
    }
    assert_eq!(sums(store).await, [(2, 2, "2.00".to_owned())]);
}

/// A day is full, by messages or by money; the next one is not.
pub async fn limits_are_of_a_day(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["1", "2", "3", "4"]).await;
    let two = limit(Some("US"), Some(2), None);
    let elsewhere = limit(Some("GB"), Some(1), Some("0.40"));
    let asked = Admit { limits: vec![elsewhere, two.clone()], ..priced(1, "0.40") };
    for receipt in ["m1", "m2"] {
        let (lease, intent) = claim_send(store).await;
        assert_eq!(admit(store, &lease, &intent, &asked).await, Admission::Granted);
        store.settle(&lease, &intent.id, sent(receipt)).await.expect("settle");
    }
    let (lease, intent) = claim_send(store).await;
    let full = Admission::OverLimit { limit: two, messages: 2, spent: None };
    assert_eq!(admit(store, &lease, &intent, &asked).await, full);
    let one_dollar = limit(None, None, Some("1.00"));
    let dear = Admit { limits: vec![one_dollar.clone()], ..priced(1, "0.200001") };
    let over = Admission::OverLimit { limit: one_dollar.clone(), messages: 2, spent: Some(usd("0.80")) };
    assert_eq!(admit(store, &lease, &intent, &dear).await, over);
    let exact = Admit { limits: vec![one_dollar], ..priced(1, "0.20") };
    assert_eq!(admit(store, &lease, &intent, &exact).await, Admission::Granted);
    assert_eq!(admit(store, &lease, &intent, &dear).await, Admission::Granted, "it is reserved already");
    store.settle(&lease, &intent.id, sent("m3")).await.expect("settle");
    clock.advance(Duration::from_secs(12 * 3_600));
    let (lease, intent) = claim_send(store).await;
    assert_eq!(admit(store, &lease, &intent, &asked).await, Admission::Granted, "a new day");
    let days: Vec<_> = spent(store).await.iter().map(|row| (row.day.to_string(), row.messages)).collect();
    assert_eq!(days, [("2026-11-20".to_owned(), 3), ("2026-11-21".to_owned(), 1)]);
    let since = store.spent("2026-11-21".parse().expect("a day")).await.expect("spent");
    assert_eq!(since.len(), 1);
}

/// A limit of money is not kept by guessing.
pub async fn what_has_no_price_does_not_pass_a_limit_of_money(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    let dollar = limit(None, None, Some("1"));
    let asked = Admit { charge: charge(1, None), limits: vec![dollar.clone()], ..priced(1, "1") };
    assert_eq!(admit(store, &lease, &intent, &asked).await, Admission::Unpriced { limit: dollar });
    assert!(spent(store).await.is_empty());
}

/// What people write is counted too, once; so is what nobody has a price for.
pub async fn inbound_messages_are_counted(store: &dyn Store, _: &HandClock) {
    let inbound = |text: &str| by_ada("c", text).charged(charge(1, Some(usd("0.0075"))));
    let mut stop = inbound("stop");
    stop.event = stop.event.with_keyword(Keyword::Stop);
    accept(store, [inbound("hi"), inbound("hi"), stop]).await;
    accept(store, [inbound("hi")]).await;
    let unpriced = Charge { country: None, channel: "rcs".into(), units: 1, cost: None };
    let stranger = said("d", "ho").from_sender(Sender { address: ADA.into(), alone: true }).charged(unpriced);
    accept(store, [stranger]).await;
    let rows = spent(store).await;
    let estimated = BTreeMap::from([("USD".to_owned(), usd("0.015").amount)]);
    let expected = Spent {
        day: "2026-11-20".parse().expect("a day"),
        tenant: "default".into(),
        account: "suite".into(),
        country: Some("US".into()),
        channel: "sms".into(),
        direction: Direction::Inbound,
        messages: 2,
        units: 2,
        unpriced: 0,
        estimated,
        billed: BTreeMap::new(),
        pending: 0,
        unknown: 0,
    };
    let blank = BTreeMap::new();
    let unknown = Spent {
        country: None,
        channel: "rcs".into(),
        messages: 1,
        units: 1,
        unpriced: 1,
        estimated: blank,
        ..expected.clone()
    };
    assert_eq!(rows, [unknown, expected]);
}
