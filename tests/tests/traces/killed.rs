//! The gateway is killed, and goes on with the same trace.

use messaging_tests::{collector::Collector, operated::Gateway, process::mortal};

use crate::{house::House, line::Mishap};

/// Kills the gateway at `point`, starts it again, and waits for this tree.
async fn killed_at(point: &str, protocol: &'static str, expected: &[&str]) {
    killed_after(&[], point, protocol, expected).await;
}

/// The same where these things happen to the sends.
async fn killed_after(mishaps: &[Mishap], point: &str, protocol: &'static str, expected: &[&str]) {
    let collector = if protocol == "grpc" { Collector::grpc().await } else { Collector::http().await };
    let gateway = Gateway::new(&format!("traces-{}-{}", point.replace('.', "-"), &protocol[..4]), mortal());
    let house = House::around(gateway, collector, protocol).await;
    let process = house.start(&[("MESSAGING_FAIL_POINT", &format!("{point}:1"))]).await;
    house.line.meets(mishaps.iter().copied());
    house.text("hello").await;
    assert_eq!(process.wait(), None, "killed");
    let process = house.start(&[]).await;
    house.sees(expected).await;
    assert_eq!(process.terminate(), Some(0), "a clean drain");
}

const BETWEEN: [&str; 10] = [
    "webhook twilio: stored",
    "  inbox twilio: new",
    "    turn twilio: replied",
    "      invoke_agent twilio: answered",
    "      outbox twilio: sent",
    "        send twilio: sent",
    "        receipt twilio: queued",
    "        receipt twilio: sending",
    "        receipt twilio: sent",
    "        receipt twilio: delivered",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_death_between_turn_and_send_leaves_one_tree_over_http() {
    killed_at("turn.finished", "http/protobuf", &BETWEEN).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_death_between_turn_and_send_leaves_one_tree_over_grpc() {
    killed_at("turn.finished", "grpc", &BETWEEN).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_death_within_a_turn_is_told_as_an_interruption() {
    let mut interrupted = BETWEEN.to_vec();
    interrupted.insert(2, "    turn twilio: interrupted");
    killed_at("turn.replied", "http/protobuf", &interrupted).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_death_within_a_send_is_told_as_an_interruption() {
    let mut interrupted = BETWEEN.to_vec();
    interrupted.splice(
        5..6,
        [
            "        send twilio: interrupted",
            "        look twilio: doubted [did_not]",
            "        look twilio: doubted [did_not]",
            "        look twilio: again [did_not]",
            "        send twilio: sent",
        ],
    );
    killed_at("send.admitted", "http/protobuf", &interrupted).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_death_within_a_look_is_told_as_an_interruption() {
    let mut interrupted = BETWEEN[..5].to_vec();
    interrupted.extend([
        "        send twilio: doubted (unavailable)",
        "        look twilio: interrupted",
        "        look twilio: sent [happened]",
    ]);
    killed_after(&[Mishap::Unheard], "look.started", "http/protobuf", &interrupted).await;
}
