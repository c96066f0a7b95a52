use crate::bench::{ALICE, Bench, US};

async fn state(bench: &Bench, path: &str) -> String {
    bench.get(path).await.text("/state")
}

/// From, to and why, of every change of state that was told.
fn changes(bench: &Bench) -> Vec<String> {
    let told = bench.events("onConversationStateUpdated");
    let field = |heard: &crate::bench::Heard, name| heard.get(name).unwrap_or_default();
    let line = |heard| format!("{} {} {}", field(heard, "StateFrom"), field(heard, "StateTo"), field(heard, "Reason"));
    told.iter().map(line).collect()
}

async fn timed(bench: &Bench) -> String {
    let path = bench.conversation().await;
    let timers = [("Timers.Inactive", "PT1M"), ("Timers.Closed", "PT10M")];
    assert_eq!(bench.post(&path, &timers).await.status, 200);
    path
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_is_put_away_and_closed() {
    let bench = Bench::new();
    let path = timed(&bench).await;
    bench.wait(59).await;
    assert_eq!(state(&bench, &path).await, "active");
    bench.wait(2).await;
    assert_eq!(state(&bench, &path).await, "inactive");
    bench.wait(535).await;
    assert_eq!(state(&bench, &path).await, "inactive");
    bench.wait(10).await;
    assert_eq!(state(&bench, &path).await, "closed");
    assert_eq!(bench.get(&path).await.body["timers"], serde_json::json!({}));
    bench.wait(1).await;
    assert_eq!(changes(&bench), ["active inactive TIMER", "inactive closed TIMER"]);
    assert_eq!(bench.post(&format!("{path}/Messages"), &[("Body", "hi")]).await.code(), (400, 50_377));
    // The pair is free again.
    let next = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let pair = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];
    let path = format!("{}/{next}/Participants", bench.conversations());
    assert_eq!(bench.post(&path, &pair).await.status, 201);
}

#[tokio::test(start_paused = true)]
async fn a_message_wakes_and_starts_the_timers_again() {
    let bench = Bench::new();
    let path = timed(&bench).await;
    bench.wait(50).await;
    bench.post(&format!("{path}/Messages"), &[("Body", "still here")]).await;
    bench.wait(50).await;
    assert_eq!(state(&bench, &path).await, "active");
    bench.wait(15).await;
    assert_eq!(state(&bench, &path).await, "inactive");
    bench.twilio.write_sms(ALICE, US, "me too");
    assert_eq!(state(&bench, &path).await, "active");
    bench.wait(61).await;
    assert_eq!(state(&bench, &path).await, "inactive");
    let expected = ["active inactive TIMER", "inactive active EVENT", "active inactive TIMER"];
    assert_eq!(changes(&bench), expected);
}

#[tokio::test(start_paused = true)]
async fn a_change_over_rest_is_told_as_such_where_it_asks_for_it() {
    let bench = Bench::new();
    let path = timed(&bench).await;
    bench.post(&path, &[("State", "inactive")]).await;
    bench.post_loudly(&path, &[("State", "active")]).await;
    bench.wait(1).await;
    assert_eq!(changes(&bench), ["inactive active API"]);
    // A change of state starts the timers again; without timers nothing ends.
    let plain = bench.post(&bench.conversations(), &[("State", "inactive")]).await.text("/sid");
    bench.wait(86_400).await;
    assert_eq!(state(&bench, &format!("/v1/Conversations/{plain}")).await, "inactive");
    assert_eq!(state(&bench, &path).await, "closed");
}

#[tokio::test(start_paused = true)]
async fn a_shorter_timer_is_obeyed_although_a_longer_one_ran() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    bench.post(&path, &[("Timers.Closed", "P7D")]).await;
    bench.wait(5).await;
    bench.post(&path, &[("Timers.Closed", "PT10M")]).await;
    bench.wait(601).await;
    assert_eq!(state(&bench, &path).await, "closed");
}

#[tokio::test(start_paused = true)]
async fn what_is_being_set_up_is_left_alone_until_it_is() {
    let bench = Bench::new();
    let made = bench.post(&bench.conversations(), &[("State", "initializing")]).await;
    assert_eq!(made.text("/state"), "initializing");
    let path = format!("{}/{}", bench.conversations(), made.text("/sid"));
    for (path, pairs) in [
        (path.clone(), [("FriendlyName", "x")]),
        (format!("{path}/Messages"), [("Body", "hi")]),
        (format!("{path}/Participants"), [("Identity", "bob")]),
    ] {
        assert_eq!(bench.post(&path, &pairs).await.code(), (400, 50_386), "{path}");
    }
    bench.wait(1).await;
    assert_eq!(state(&bench, &path).await, "active");
    bench.wait(1).await;
    assert_eq!(changes(&bench), ["initializing active EVENT"]);
}
