use messaging_core::{
    ConversationRef, Event, EventKind, Keyword, Place,
    message::{Author, Message},
};
use messaging_store::{Arrival, Charge, Lane, Money, Sender, Store};
use serde_json::json;

use crate::{console::read, site::Works};

/// Somebody opts out of an account, by a message that costs something.
async fn stop(works: &Works, account: &str) {
    let place = Place::new("direct", ["+15550100001", "+15550100777"]);
    let message = Message::new("m", Author::new("+15550100777"), "STOP");
    let event = Event::new("m", place.clone(), EventKind::MessageAdded(message)).with_keyword(Keyword::Stop);
    let cost = Some(Money::new("0.0075".parse().unwrap(), "USD"));
    let charge = Charge { country: Some("US".into()), channel: "sms".into(), units: 1, cost };
    let sender = Sender { address: "+15550100777".into(), alone: true };
    let arrival = Arrival::new(Lane::new(ConversationRef::new(account, place)), event);
    works.store.accept(vec![arrival.from_sender(sender).charged(charge)]).await.unwrap();
}

#[tokio::test]
async fn what_messages_cost_is_told_by_day() {
    let works = Works::start().await;
    let site = works.private().await;
    assert_eq!(read(site.address, "/api/costs").await.json(), json!({ "v": 1, "costs": [] }));
    stop(&works, "web").await;
    stop(&works, "other").await;
    let all = read(site.address, "/api/costs?since=2026-01-01").await.json();
    assert_eq!(all["costs"].as_array().unwrap().len(), 2);
    let one = read(site.address, "/api/costs?account=web").await.json()["costs"].clone();
    let day = one[0]["day"].clone();
    let expected = json!([{
        "day": day, "tenant": "default", "account": "web", "country": "US", "channel": "sms", "direction": "inbound",
        "messages": 1, "units": 1, "unpriced": 0, "estimated": { "USD": "0.0075" }, "billed": {}, "pending": 0, "unknown": 0,
    }]);
    assert_eq!(one, expected);
    assert_eq!(read(site.address, "/api/costs?since=9999-12-31").await.json()["costs"], json!([]));
    assert_eq!(read(site.address, "/api/costs?since=yesterday").await.status, 400);
}

#[tokio::test]
async fn who_opted_out_is_listed() {
    let works = Works::start().await;
    let site = works.private().await;
    stop(&works, "web").await;
    let listed = read(site.address, "/api/contacts").await.json()["opted_out"].clone();
    assert_eq!((&listed[0]["account"], &listed[0]["address"]), (&json!("web"), &json!("+15550100777")));
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(read(site.address, "/api/contacts?limit=0").await.json()["opted_out"], json!([]));
}
