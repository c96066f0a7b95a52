use std::time::Duration;

use messaging_emulator::{FaultPlan, Journal};

use crate::bench::{ALICE, Bench, US};

const CALLBACK: &str = "https://app.test/webhooks/twilio/status?intent=1";

async fn send(bench: &Bench) -> String {
    // What follows the # is for Twilio itself.
    let callback = format!("{CALLBACK}#rc=2");
    let pairs = [("To", ALICE), ("From", US), ("Body", "hi"), ("StatusCallback", callback.as_str())];
    let sid = bench.post(&bench.messages(), &pairs).await.text("/sid");
    bench.wait(10).await;
    sid
}

#[tokio::test(start_paused = true)]
async fn a_running_service_reports_every_step() {
    let bench = Bench::with(FaultPlan::default(), 7, Journal::live(100));
    let sid = send(&bench).await;
    let heard = bench.heard();
    let steps: Vec<_> = heard.iter().map(|heard| heard.get("MessageStatus").unwrap()).collect();
    assert_eq!(steps, ["queued", "sending", "sent", "delivered"]);
    for heard in &heard {
        assert_eq!((heard.url.as_str(), heard.get("MessageSid")), (CALLBACK, Some(sid.clone())));
        assert_eq!(heard.get("SmsStatus"), heard.get("MessageStatus"));
        assert_eq!(heard.headers["x-twilio-signature"], heard.signature(&bench.settings.auth_token));
    }
    assert_eq!(bench.twilio.truth().open, 0);
}

#[tokio::test(start_paused = true)]
async fn a_world_reports_as_often_as_planned() {
    for (receipt, times) in [(0, 0), (1_000, 1)] {
        let plan = FaultPlan { receipt, until: Duration::from_secs(300), ..FaultPlan::default() };
        let bench = Bench::with(plan, 7, Journal::new());
        send(&bench).await;
        let heard = bench.heard();
        assert_eq!(heard.len(), times);
        assert!(heard.iter().all(|heard| heard.get("MessageStatus").as_deref() == Some("delivered")));
    }
}

#[tokio::test(start_paused = true)]
async fn a_conversation_reports_those_outside_the_chat() {
    let bench = Bench::with(FaultPlan::default(), 7, Journal::live(100));
    let path = bench.conversation().await;
    let posted = bench.post(&format!("{path}/Messages"), &[("Body", "hi")]).await;
    bench.post(&format!("{path}/Messages"), &[("Body", &"a".repeat(1_601))]).await;
    bench.wait(10).await;
    let heard = bench.events("onDeliveryUpdated");
    let steps: Vec<_> = heard.iter().map(|heard| (heard.get("Status").unwrap(), heard.get("ErrorCode"))).collect();
    let plain = |status: &str| (status.to_owned(), None);
    assert_eq!(steps, [plain("sent"), plain("delivered"), ("failed".to_owned(), Some("21617".to_owned()))]);
    assert_eq!(heard[0].get("MessageSid"), Some(posted.text("/sid")));
    assert_eq!(heard[0].get("DeliveryReceiptSid"), heard[1].get("DeliveryReceiptSid"));
    let phone = format!("{ALICE},{US}");
    assert_eq!(bench.screens().iter().filter(|(place, ..)| *place == phone).count(), 1);
}

#[tokio::test(start_paused = true)]
async fn callbacks_come_twice_and_out_of_order_where_planned() {
    let until = Duration::from_secs(300);
    let plan = FaultPlan { duplicate: 1_000, reorder: 1_000, until, ..FaultPlan::default() };
    let order = ["queued", "sending", "sent", "delivered"];
    let mut mixed = 0;
    for seed in 0..8 {
        let bench = Bench::with(plan, seed, Journal::live(100));
        send(&bench).await;
        bench.wait(30).await;
        let steps: Vec<_> = bench.heard().iter().map(|heard| heard.get("MessageStatus").unwrap()).collect();
        for status in order {
            assert_eq!(steps.iter().filter(|step| *step == status).count(), 2, "{steps:?}");
        }
        mixed += usize::from(steps[..4] != order);
    }
    assert!(mixed >= 4, "{mixed} of 8 are out of order");
}
