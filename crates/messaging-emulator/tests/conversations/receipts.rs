use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn everybody_outside_the_chat_has_a_receipt() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let bob = [("MessagingBinding.Address", "+15550100778"), ("MessagingBinding.ProxyAddress", US)];
    bench.post(&format!("{path}/Participants"), &bob).await;
    bench.twilio.write_sms(ALICE, US, "stop");
    let posted = bench.post(&format!("{path}/Messages"), &[("Author", "assistant"), ("Body", "hi")]).await;
    let message = format!("{path}/Messages/{}", posted.text("/sid"));
    assert_eq!(posted.body["delivery"]["total"], 2);
    assert_eq!(bench.get(&format!("{message}/Receipts")).await.body["delivery_receipts"].as_array().unwrap().len(), 0);
    bench.wait(10).await;
    let list = bench.get(&format!("{message}/Receipts")).await;
    assert_eq!(list.text("/meta/key"), "delivery_receipts");
    let receipts = list.body["delivery_receipts"].as_array().unwrap();
    let lines: Vec<_> = receipts.iter().map(|one| (one["status"].as_str().unwrap(), &one["error_code"])).collect();
    assert_eq!(lines, [("failed", &21_610.into()), ("delivered", &0.into())]);
    for receipt in receipts {
        let sid = receipt["sid"].as_str().unwrap();
        let fetched = bench.get(&format!("{message}/Receipts/{sid}")).await;
        assert_eq!(fetched.body, *receipt);
        assert_eq!(receipt["message_sid"], posted.body["sid"]);
        assert_eq!(fetched.text("/url"), format!("https://twilio.test{message}/Receipts/{sid}"));
    }
    let delivery = bench.get(&message).await.body["delivery"].clone();
    let expected = serde_json::json!({
        "total": 2, "sent": "some", "delivered": "some", "read": "none", "failed": "some", "undelivered": "none"
    });
    assert_eq!(delivery, expected);
    let nobody = format!("{message}/Receipts/DY{}", "0".repeat(32));
    assert_eq!(bench.get(&nobody).await.code(), (404, 20_404));
    assert_eq!(bench.delete(&nobody).await.code(), (405, 20_004));
}

#[tokio::test(start_paused = true)]
async fn a_message_to_the_chat_alone_has_none() {
    let bench = Bench::new();
    let sid = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let path = format!("{}/{sid}", bench.conversations());
    bench.post(&format!("{path}/Participants"), &[("Identity", "ann")]).await;
    let posted = bench.post(&format!("{path}/Messages"), &[("Body", "hi")]).await;
    assert!(posted.body["delivery"].is_null());
    bench.wait(10).await;
    let list = bench.get(&format!("{path}/Messages/{}/Receipts", posted.text("/sid"))).await;
    assert_eq!(list.body["delivery_receipts"], serde_json::json!([]));
}
