use futures_util::StreamExt;
use messaging_core::{Delivery, DeliveryStatus, EventKind, error::VendorError};
use messaging_store::News;

use crate::plain::{echo, happened, house, reference, said};

#[tokio::test(start_paused = true)]
async fn how_far_a_reply_got_is_told_to_whoever_reads_along() {
    let house = house(echo);
    let mut news = Box::pin(house.gateway.news(&reference(), 0));
    house.tell([said("hi")]).await;
    house.run(1).await;
    let (question, answer) = (news.next().await.unwrap().unwrap(), news.next().await.unwrap().unwrap());
    assert!(matches!((&question, &answer), (News::Said(_), News::Said(_))), "{question:?} {answer:?}");
    let mut failed = Delivery::new("sent1", DeliveryStatus::Undelivered);
    failed.error = Some(VendorError::new("30005", "unknown destination handset"));
    let mut hops = house.gateway.hops();
    house.tell([happened("d", EventKind::Delivery(Delivery::new("sent1", DeliveryStatus::Sent)))]).await;
    let News::Delivered(sent) = news.next().await.unwrap().unwrap() else { panic!("a delivery") };
    assert_eq!((sent.cursor, sent.delivery), (answer.cursor(), Some(DeliveryStatus::Sent)));
    assert_eq!(hops.recv().await.unwrap().outcome, "200 sent");
    house.tell([happened("e", EventKind::Delivery(failed.clone()))]).await;
    let News::Delivered(ended) = news.next().await.unwrap().unwrap() else { panic!("a delivery") };
    assert_eq!((ended.delivery, ended.problem), (Some(DeliveryStatus::Undelivered), failed.error));
    let seen: Vec<_> = house.gateway.messages(&reference(), 0).take(2).collect().await;
    assert_eq!(seen[1].as_ref().unwrap().delivery, Some(DeliveryStatus::Undelivered));
}
