use std::collections::BTreeMap;

use messaging_resilience::{Policy, Quota, standard_measured};
use messaging_telemetry::Pipeline;

use crate::script::{Script, Step, hi, limited, unreachable};

/// What was measured, without the help.
fn page(pipeline: &Pipeline) -> String {
    let (_, page) = pipeline.page(None).unwrap();
    page.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
}

#[tokio::test(start_paused = true)]
async fn every_layer_is_measured() {
    let pipeline = Pipeline::start(&BTreeMap::new(), "test", "one").unwrap();
    let meters = pipeline.meters().account("support", "script");
    let script = Script::new([Step::fail(unreachable()), Step::fail(limited(2))]);
    let policy = Policy::default().with_seed(1).with_quota(Quota::per_second(4.try_into().unwrap()));
    let client = standard_measured(script.client(), &policy, &meters);
    client.send(hi()).await.unwrap();
    let told = page(&pipeline);
    let one = "messaging_gateway_account=\"support\",messaging_operation_name=\"send\",messaging_system=\"script\"";
    for line in [
        format!("messaging_gateway_retries_total{{error_type=\"rate_limited\",{one}}} 1"),
        format!("messaging_gateway_retries_total{{error_type=\"unavailable\",{one}}} 1"),
        format!("messaging_client_operation_duration_seconds_count{{{one}}} 1"),
        format!("messaging_client_operation_duration_seconds_count{{error_type=\"unavailable\",{one}}} 1"),
        format!("messaging_gateway_rate_limit_remaining{{{one}}} 3"),
        "messaging_gateway_breaker_state{messaging_gateway_account=\"support\",messaging_system=\"script\"} 0"
            .to_owned(),
    ] {
        assert!(told.contains(&line), "{line}\n{told}");
    }
    assert!(!told.contains("rate_limit_wait"), "nobody waited for a limit of ours: {told}");
    for _ in 0..6 {
        client.send(hi()).await.unwrap();
    }
    let told = page(&pipeline);
    assert!(told.contains(&format!("messaging_gateway_rate_limit_wait_seconds_count{{{one}}}")), "{told}");
    assert!(told.contains(&format!("messaging_gateway_rate_limit_remaining{{{one}}} 0")), "{told}");
    script.then((0..200).map(|_| Step::fail(unreachable())));
    for _ in 0..20 {
        client.send(hi()).await.unwrap_err();
    }
    let open = "messaging_gateway_breaker_state{messaging_gateway_account=\"support\",messaging_system=\"script\"} 2";
    let told = page(&pipeline);
    assert!(told.contains(open), "{told}");
}
