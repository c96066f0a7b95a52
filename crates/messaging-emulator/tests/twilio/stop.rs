use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn who_says_stop_gets_nothing_until_start() {
    let bench = Bench::new();
    bench.twilio.write_sms(ALICE, US, " stop ");
    assert_eq!(bench.sms("hi").await.code(), (400, 21_610));
    assert_eq!(
        bench.post(&bench.messages(), &[("To", "+15550100778"), ("From", US), ("Body", "hi")]).await.status,
        201
    );
    bench.twilio.write_sms(ALICE, US, "start");
    assert_eq!(bench.sms("hi").await.status, 201);
    bench.wait(1).await;
    // The application hears both words, and answers neither: Twilio does.
    assert_eq!(bench.heard().len(), 2);
    let screens = bench.screens();
    assert!(screens[1].2.starts_with("You have successfully been unsubscribed") && !screens[1].1, "{screens:?}");
}
