//! Creations that fail, or only seem to.

use std::time::Duration;

use messaging_emulator::{FaultPlan, Journal};

use crate::bench::{ALICE, Bench, US};

const PAIR: [(&str, &str); 2] = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];

fn bench(plan: FaultPlan) -> Bench {
    Bench::with(FaultPlan { until: Duration::from_secs(10_000), ..plan }, 7, Journal::new())
}

async fn is_there(bench: &Bench) -> bool {
    bench.get("/v1/Conversations/order").await.status == 200
}

#[tokio::test(start_paused = true)]
async fn creations_are_spared_unless_told_otherwise() {
    let bench = bench(FaultPlan { break_before: 1_000, ..FaultPlan::default() });
    assert_eq!(bench.post("/v1/Conversations", &[("UniqueName", "order")]).await.status, 201);
    bench.twilio.err_in_creations(true);
    assert_eq!(bench.post("/v1/Conversations", &[]).await.code(), (503, 20_503));
    bench.twilio.err_in_creations(false);
    assert_eq!(bench.post("/v1/Conversations/order/Participants", &PAIR).await.status, 201);
}

#[tokio::test(start_paused = true)]
async fn what_was_made_unheard_is_found_by_its_name_or_by_the_conflict() {
    for (plan, heard) in [
        (FaultPlan { break_after: 1_000, ..FaultPlan::default() }, true),
        (FaultPlan { vanish_after: 1_000, ..FaultPlan::default() }, false),
        (FaultPlan { late: 1_000, ..FaultPlan::default() }, false),
    ] {
        let bench = bench(plan);
        bench.twilio.err_in_creations(true);
        let answer = bench.try_send(bench.form("/v1/Conversations", &[("UniqueName", "order")])).await;
        assert_eq!(answer.map(|answer| answer.status.as_u16()).ok(), heard.then_some(503));
        bench.wait(30).await;
        assert!(is_there(&bench).await);
        let sid = bench.get("/v1/Conversations/order").await.text("/sid");
        let _ = bench.try_send(bench.form(&format!("/v1/Conversations/{sid}/Participants"), &PAIR)).await;
        bench.wait(30).await;
        bench.twilio.set_plan(FaultPlan::default());
        assert_eq!(bench.post("/v1/Conversations", &[("UniqueName", "order")]).await.code(), (409, 50_353));
        let again = bench.post(&format!("/v1/Conversations/{sid}/Participants"), &PAIR).await;
        assert_eq!((again.code(), again.text("/message").ends_with(&sid)), ((409, 50_416), true));
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_not_made_is_not_there() {
    for plan in [
        FaultPlan { throttle: 1_000, ..FaultPlan::default() },
        FaultPlan { break_before: 1_000, ..FaultPlan::default() },
        FaultPlan { vanish_before: 1_000, ..FaultPlan::default() },
        FaultPlan { refuse: 1_000, ..FaultPlan::default() },
    ] {
        let bench = bench(plan);
        bench.twilio.err_in_creations(true);
        let path = format!("{}/ConversationWithParticipants", bench.service());
        for path in ["/v1/Conversations", path.as_str()] {
            let answer = bench.try_send(bench.form(path, &[("UniqueName", "order")])).await;
            assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status.as_u16() >= 429));
        }
        bench.wait(30).await;
        assert!(!is_there(&bench).await);
    }
}
