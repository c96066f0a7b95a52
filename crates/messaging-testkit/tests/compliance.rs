//! Consent, windows, limits and prices: what a gateway lets out, what it says instead, and what it writes down.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod shop;

use std::time::Duration;

use messaging_core::{Delivery, DeliveryStatus, Error, ErrorKind, EventKind, Keyword, VendorError, message::Price};
use messaging_store::{Day, Direction, Shelf};
use shop::{Shop, serve};
use tokio::time::sleep;

const DAY: Duration = Duration::from_secs(24 * 3_600);

/// Nobody looks for work that was not announced: a day is over at once.
const PATIENT: &str = r#"{ "limits": { "poll": "30m" } }"#;

/// Runs the gateway of a shop while people do something.
async fn while_open(shop: &Shop, people: impl Future<Output = ()>) {
    let gateway = shop.gateway.clone();
    tokio::select! {
        () = gateway.run(std::future::pending()) => panic!("the gateway ended"),
        () = people => {}
    }
}

async fn reasons(shop: &Shop) -> Vec<String> {
    let shelf = shop.gateway.shelved(Shelf::Rejected, 10).await.unwrap();
    shelf.into_iter().map(|thing| thing.reason).collect()
}

#[tokio::test(start_paused = true)]
async fn who_opted_out_gets_nothing_until_they_opt_in_again() {
    let shop = Shop::open(serve(), "{}");
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(1)).await;
        shop.hears_keyword("stop", Keyword::Stop).await;
        shop.hears("two").await;
        sleep(Duration::from_secs(1)).await;
        assert_eq!(shop.sent(), ["re: one"]);
        shop.hears_keyword("start", Keyword::Start).await;
        shop.hears("three").await;
        sleep(Duration::from_secs(1)).await;
    })
    .await;
    assert_eq!(shop.sent(), ["re: one", "re: three"]);
    let reasons = reasons(&shop).await;
    assert!(reasons[0].contains("opted out on 1970-01-01 (out)") && reasons[0].contains("START"), "{reasons:?}");
    let counts = shop.gateway.counts().await.unwrap();
    assert!(counts.balance());
    assert_eq!((counts.accepted, counts.answered, counts.rejected, counts.noted), (3, 2, 1, 2));
}

#[tokio::test(start_paused = true)]
async fn stop_ends_what_waits_for_a_better_moment() {
    let mut open = serve();
    open.send = |_| Err(Error::new(ErrorKind::RateLimited, "later").with_retry_after(Duration::from_secs(7_200)));
    let shop = Shop::open(open, "{}");
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(1)).await;
        assert_eq!(shop.gateway.counts().await.unwrap().in_flight, 1);
        shop.hears_keyword("stop", Keyword::Stop).await;
        assert_eq!(shop.gateway.counts().await.unwrap().rejected, 1, "at once, not in two hours");
    })
    .await;
    assert!(reasons(&shop).await[0].contains("opted out"));
    assert!(
        shop.gateway
            .spent(Day(0))
            .await
            .unwrap()
            .iter()
            .all(|row| row.direction == Direction::Inbound || row.messages == 0)
    );
}

#[tokio::test(start_paused = true)]
async fn outside_the_window_the_template_goes_or_nothing() {
    for template in [Some("a template"), None] {
        let mut open = serve();
        // The answer comes when the window has closed.
        (open.window, open.thinks, open.template) = (Some(Duration::from_secs(60)), Duration::from_secs(90), template);
        let shop = Shop::open(open, "{}");
        while_open(&shop, async {
            shop.hears("one").await;
            sleep(Duration::from_secs(120)).await;
        })
        .await;
        if template.is_some() {
            assert_eq!(shop.sent(), ["a template"]);
        } else {
            assert_eq!(shop.sent(), [""; 0]);
            let reasons = reasons(&shop).await;
            assert!(reasons[0].contains("(closed)") && reasons[0].contains("declare a template"), "{reasons:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_day_takes_what_it_may_and_not_more() {
    let settings = r#"{ "limits": { "poll": "30m" }, "compliance": {
        "prices": { "currency": "USD", "US": { "sms": { "outbound": "0.0079" } } },
        "limits": [{ "country": "US", "spend_per_day": "0.02" }] } }"#;
    let shop = Shop::open(serve(), settings);
    while_open(&shop, async {
        for text in ["one", "two", "three"] {
            shop.hears(text).await;
            sleep(Duration::from_secs(1)).await;
        }
        assert_eq!(shop.sent(), ["re: one", "re: two"]);
        sleep(DAY).await;
        shop.hears("four").await;
        sleep(Duration::from_secs(1)).await;
    })
    .await;
    assert_eq!(shop.sent(), ["re: one", "re: two", "re: four"]);
    let reasons = reasons(&shop).await;
    let limit = "today's limit of 0.02 USD a day for US, every channel is reached: 2 messages and 0.0158 USD went out";
    assert!(reasons[0].contains(limit), "{reasons:?}");
    let spent = shop.gateway.spent(Day(0)).await.unwrap();
    let outbound: Vec<_> = spent.iter().filter(|row| row.direction == Direction::Outbound).collect();
    let sums: Vec<_> = outbound.iter().map(|row| (row.messages, row.estimated["USD"].to_string())).collect();
    assert_eq!(sums, [(2, "0.0158".to_owned()), (1, "0.0079".to_owned())]);
    let inbound: Vec<_> = spent.iter().filter(|row| row.direction == Direction::Inbound).collect();
    assert_eq!((inbound[0].messages, inbound[0].unpriced, inbound[1].messages), (3, 3, 1));
}

#[tokio::test(start_paused = true)]
async fn without_a_price_units_are_counted_and_no_money() {
    let shop = Shop::open(serve(), r#"{ "compliance": { "limits": [{ "channel": "sms", "messages_per_day": 1 }] } }"#);
    while_open(&shop, async {
        for text in ["one", "two"] {
            shop.hears(text).await;
            sleep(Duration::from_secs(1)).await;
        }
    })
    .await;
    assert_eq!(shop.sent(), ["re: one"]);
    let spent = shop.gateway.spent(Day(0)).await.unwrap();
    let row = spent.iter().find(|row| row.direction == Direction::Outbound).unwrap();
    assert_eq!((row.messages, row.units, row.unpriced, row.estimated.len()), (1, 1, 1, 0));
    let priced = r#"{ "compliance": { "prices": { "currency": "USD", "GB": { "sms": { "outbound": "1" } } },
        "limits": [{ "spend_per_day": "100" }] } }"#;
    let shop = Shop::open(serve(), priced);
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(1)).await;
    })
    .await;
    let reasons = reasons(&shop).await;
    assert!(reasons[0].contains("no price for it") && reasons[0].contains("100.00 USD"), "{reasons:?}");
}

#[tokio::test(start_paused = true)]
async fn a_send_that_is_tried_again_is_counted_once() {
    let mut open = serve();
    open.send = |tried| match tried {
        0 | 1 => Err(Error::new(ErrorKind::Unavailable, "not today").not_sent()),
        _ => Ok(()),
    };
    let shop = Shop::open(open, "{}");
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(60)).await;
    })
    .await;
    assert_eq!(shop.sent().len(), 1);
    let spent = shop.gateway.spent(Day(0)).await.unwrap();
    assert_eq!(
        spent.iter().map(|row| (row.direction, row.messages)).collect::<Vec<_>>(),
        [(Direction::Inbound, 1), (Direction::Outbound, 1)]
    );
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_refuses_for_the_persons_sake_is_believed() {
    let mut open = serve();
    open.send = |_| {
        let refused = Error::new(ErrorKind::Invalid, "the recipient has unsubscribed");
        Err(refused.with_vendor(VendorError::new("out", "unsubscribed")))
    };
    let shop = Shop::open(open, "{}");
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(1)).await;
        shop.hears("two").await;
        sleep(Duration::from_secs(1)).await;
    })
    .await;
    assert_eq!(shop.tried(), 1, "the second one does not reach the provider");
    let reasons = reasons(&shop).await;
    assert!(reasons.iter().all(|reason| reason.contains("unsubscribed") && reason.contains("START")), "{reasons:?}");
    assert_eq!(shop.gateway.opted_out(10).await.unwrap().len(), 1);
    assert!(
        shop.gateway
            .spent(Day(0))
            .await
            .unwrap()
            .iter()
            .all(|row| row.direction == Direction::Inbound || row.messages == 0)
    );

    open.send = |_| Err(Error::new(ErrorKind::Invalid, "too late").with_vendor(VendorError::new("closed", "window")));
    let shop = Shop::open(open, "{}");
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(1)).await;
    })
    .await;
    let reasons = self::reasons(&shop).await;
    assert!(reasons[0].contains("too late; declare a template"), "{reasons:?}");
    assert!(shop.gateway.opted_out(10).await.unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_delivery_that_failed_for_the_persons_sake_is_believed_too() {
    let shop = Shop::open(serve(), "{}");
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(1)).await;
        let mut delivery = Delivery::new("m0", DeliveryStatus::Undelivered);
        delivery.error = Some(VendorError::new("out", "unsubscribed"));
        shop.is_told("d", EventKind::Delivery(delivery), None).await;
        shop.hears("two").await;
        sleep(Duration::from_secs(1)).await;
    })
    .await;
    assert_eq!(shop.sent(), ["re: one"]);
    assert!(reasons(&shop).await[0].contains("the provider said so"));
}

#[tokio::test(start_paused = true)]
async fn what_was_billed_stands_next_to_the_estimate() {
    let mut open = serve();
    open.price = |asked| match asked {
        0 => Ok(None),
        1 => Err(Error::new(ErrorKind::Unexpected, "an answer nobody can read")),
        _ => Ok(Some(Price::new("0.00830", "usd"))),
    };
    let settings =
        r#"{ "compliance": { "prices": { "currency": "USD", "US": { "sms": { "outbound": "0.0079" } } } } }"#;
    let shop = Shop::open(open, settings);
    let row = async || {
        let spent = shop.gateway.spent(Day(0)).await.unwrap();
        let row = spent.into_iter().find(|row| row.direction == Direction::Outbound).unwrap();
        (row.pending, row.billed.get("USD").map(ToString::to_string))
    };
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(Duration::from_secs(1)).await;
        assert_eq!(row().await, (1, None));
        shop.is_told("d", EventKind::Delivery(Delivery::new("m0", DeliveryStatus::Delivered)), None).await;
        sleep(Duration::from_secs(75)).await;
        assert_eq!(shop.priced(), 1, "a minute after the last word");
        sleep(Duration::from_secs(600)).await;
        assert_eq!((shop.priced(), row().await), (2, (1, None)));
        sleep(Duration::from_secs(3_600)).await;
        assert_eq!(row().await, (0, Some("0.0083".into())));
        sleep(DAY).await;
    })
    .await;
    assert_eq!(shop.priced(), 3, "asked no more");
    assert_eq!(row().await, (0, Some("0.0083".into())));
}

#[tokio::test(start_paused = true)]
async fn a_price_that_nobody_names_is_unknown_in_the_end() {
    let mut open = serve();
    open.price = |_| Ok(None);
    let shop = Shop::open(open, PATIENT);
    while_open(&shop, async {
        shop.hears("one").await;
        sleep(DAY * 2).await;
    })
    .await;
    assert_eq!(shop.priced(), 4);
    let spent = shop.gateway.spent(Day(0)).await.unwrap();
    let row = spent.iter().find(|row| row.direction == Direction::Outbound).unwrap();
    assert_eq!((row.pending, row.unknown, row.billed.len()), (0, 1, 0));
}

#[tokio::test(start_paused = true)]
async fn a_drain_waits_for_no_price() {
    let mut open = serve();
    open.price = |_| Err(Error::new(ErrorKind::Timeout, "no answer"));
    let shop = Shop::open(open, PATIENT);
    let started = tokio::time::Instant::now();
    let stop = async {
        shop.hears("one").await;
        sleep(DAY + Duration::from_secs(1)).await;
    };
    shop.gateway.run(stop).await;
    assert!(started.elapsed() < DAY + Duration::from_secs(30), "{:?}", started.elapsed());
}
