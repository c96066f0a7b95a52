use messaging_core::{ConversationRef, Delivery, DeliveryStatus, Event, EventKind, error::VendorError};
use messaging_server::PublicSettings;
use messaging_store::{Arrival, Lane, Store};
use messaging_web::Visitor;
use serde_json::Value;

use crate::{
    chat::{listen, say, visitor},
    site::Works,
};

#[tokio::test]
async fn how_far_an_answer_got_is_an_event_and_stays_with_its_line() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let ana = visitor(site.address).await;
    let mut events = listen(site.address, &ana, None).await;
    say(site.address, &ana, "c1", "hi").await;
    events.next().await.unwrap();
    let answer: Value = events.next().await.unwrap().data;
    assert!(answer.get("delivery").is_none(), "{answer}");

    let place = ana.parse::<Visitor>().unwrap().place();
    let lane = Lane::new(ConversationRef::new("web", place.clone()));
    let records = works.store.records(&lane, messaging_store::Slice::After(0), 10).await.unwrap();
    let mut failed = Delivery::new(records[1].message.clone().unwrap(), DeliveryStatus::Failed);
    failed.error = Some(VendorError::new("30003", "unreachable"));
    let told = Event::new("d", place, EventKind::Delivery(failed));
    works.store.accept(vec![Arrival::new(lane, told)]).await.unwrap();
    // Any message wakes the stream; a store that another process writes to is asked again by itself, later.
    say(site.address, &ana, "c2", "still there?").await;
    let event = events.next().await.unwrap();
    let told = event.data;
    assert_eq!(event.name, "delivery");
    assert_eq!((&told["of"], &told["status"]), (&answer["cursor"], &"failed".into()));
    assert_eq!(told["problem"]["code"], "30003");
    assert_eq!(told["cursor"].to_string(), event.id);

    let mut again = listen(site.address, &ana, None).await;
    again.next().await.unwrap();
    let line: Value = again.next().await.unwrap().data;
    assert_eq!((&line["cursor"], &line["delivery"]), (&answer["cursor"], &"failed".into()));
}
