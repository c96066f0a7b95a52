use crate::bench::Bench;

#[tokio::test(start_paused = true)]
async fn timers_are_iso_8601_durations_of_some_length() {
    let bench = Bench::new();
    let (state, inactive, closed) = (("State", "active"), "Timers.Inactive", "Timers.Closed");
    bench
        .refuses(
            &bench.conversations(),
            &[
                (&[(inactive, "PT1M")], 400, 50_382),
                (&[(closed, "PT10M")], 400, 50_382),
                (&[state, (inactive, "PT59S")], 400, 50_375),
                (&[state, (closed, "PT9M59S")], 400, 50_376),
                (&[state, (inactive, "1M")], 400, 50_379),
                (&[state, (closed, "PT")], 400, 50_380),
                (&[("State", "closed"), (inactive, "PT1M")], 400, 50_384),
                (&[("State", "")], 400, 50_374),
                (&[("State", "open")], 400, 50_378),
            ],
        )
        .await;
    let plain = bench.post(&bench.conversations(), &[state]).await;
    assert_eq!(plain.body["timers"], serde_json::json!({}));
    let path = format!("{}/{}", bench.conversations(), plain.text("/sid"));
    // A conversation that is there may be given timers without a state.
    let timed = bench.post(&path, &[(inactive, "PT1M"), (closed, "P1D")]).await;
    assert_eq!(timed.status, 200);
    assert_eq!(timed.body["timers"].as_object().unwrap().len(), 2);
    let without = bench.post(&path, &[(inactive, "PT0S")]).await;
    assert_eq!(without.body["timers"].as_object().unwrap().keys().collect::<Vec<_>>(), ["date_closed"]);
    bench.refuses(&path, &[(&[(inactive, "PT1S")], 400, 50_375), (&[(closed, "soon")], 400, 50_380)]).await;
}

#[tokio::test(start_paused = true)]
async fn the_account_gives_timers_to_all_new_conversations() {
    let bench = Bench::new();
    let path = "/v1/Configuration";
    let (inactive, closed) = ("DefaultInactiveTimer", "DefaultClosedTimer");
    bench
        .refuses(
            path,
            &[
                (&[(inactive, "PT1S")], 400, 50_375),
                (&[(closed, "PT1M")], 400, 50_376),
                (&[(inactive, "x")], 400, 50_379),
                (&[(closed, "x")], 400, 50_380),
            ],
        )
        .await;
    let set = bench.post(path, &[(inactive, "PT1M"), (closed, "PT1H")]).await;
    assert_eq!(
        (set.text("/default_inactive_timer"), set.text("/default_closed_timer")),
        ("PT1M".into(), "PT1H".into())
    );
    let sid = bench.post(&bench.conversations(), &[]).await.text("/sid");
    bench.wait(61).await;
    assert_eq!(bench.get(&format!("/v1/Conversations/{sid}")).await.text("/state"), "inactive");
    bench.wait(3_540).await;
    assert_eq!(bench.get(&format!("/v1/Conversations/{sid}")).await.text("/state"), "closed");
    let unset = bench.post(path, &[(inactive, "PT0S"), (closed, "PT0S")]).await;
    assert!(unset.body["default_inactive_timer"].is_null() && unset.body["default_closed_timer"].is_null());
}
