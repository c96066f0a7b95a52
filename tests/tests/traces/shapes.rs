//! The exact tree of everything that can become of a message.

use std::collections::BTreeSet;

use messaging_core::TraceContext;
use messaging_tests::{
    collector::Collector,
    operated::Gateway,
    process::{binary, mortal},
};
use opentelemetry_proto::tonic::trace::v1::Span;

use crate::{house::House, line::Mishap, tree::attribute};

/// What Twilio tells of a text that arrives.
const RECEIPTS: [&str; 4] = [
    "        receipt twilio: queued",
    "        receipt twilio: sending",
    "        receipt twilio: sent",
    "        receipt twilio: delivered",
];

/// The tree of a text that is answered, with what happens to its reply.
fn answered<'a>(attempts: &[&'a str], receipts: &[&'a str]) -> Vec<&'a str> {
    let before = ["webhook twilio: 200", "  inbox twilio: new", "    turn twilio: replied"];
    let reply = ["      invoke_agent twilio: answered", "      outbox twilio: sent"];
    [&before[..], &reply, attempts, receipts].concat()
}

/// The tree of a mention: Slack tells it twice, by two names, and tells the app what it said itself.
const MENTION: [&str; 8] = [
    "webhook slack: 200",
    "  inbox slack: new",
    "    webhook slack: duplicate",
    "    turn slack: replied",
    "      invoke_agent slack: answered",
    "      outbox slack: sent",
    "        send slack: sent",
    "        receipt slack: echoed",
];

async fn every_channel(house: House) {
    let process = house.start(&[]).await;
    house.text("hello by text").await;
    let spans = house.sees(&answered(&["        send twilio: sent"], &RECEIPTS)).await;
    let agent = spans.iter().find(|span| span.name.starts_with("invoke_agent")).unwrap();
    let told: TraceContext = house.asked.about("hello by text").parse().unwrap();
    assert_eq!(
        (told.trace_id().as_slice(), told.span_id().to_bytes().as_slice(), told.is_sampled()),
        (agent.trace_id.as_slice(), agent.span_id.as_slice(), true),
        "the agent is told on whose behalf it is asked"
    );
    let hashes: BTreeSet<_> =
        spans.iter().filter_map(|span| attribute(span, "messaging.message.conversation_id")).collect();
    assert_eq!(hashes.len(), 1, "one conversation has one hash: {hashes:?}");
    assert!(hashes.first().is_some_and(|hash| hash.len() == 32 && !hash.contains("555")));
    house.mention("hello by mention");
    house.sees(&MENTION).await;
    house.chat("hello by page").await;
    house
        .sees(&[
            "webhook web: 202",
            "  inbox web: new",
            "    turn web: replied",
            "      invoke_agent web: answered",
            "      outbox web: sent",
            "        send web: sent",
        ])
        .await;
    assert_eq!(process.terminate(), Some(0), "a clean drain");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_channel_gives_one_tree_over_http() {
    let gateway = Gateway::new("traces-http", binary());
    every_channel(House::around(gateway, Collector::http().await, "http/protobuf").await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_channel_gives_one_tree_over_grpc() {
    let gateway = Gateway::new("traces-grpc", mortal());
    every_channel(House::around(gateway, Collector::grpc().await, "grpc").await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_becomes_of_a_message_has_its_tree() {
    let house = House::around(Gateway::new("traces", binary()), Collector::http().await, "http/protobuf").await;
    let process = house.start(&[]).await;

    house.mention("stream");
    let mut streamed = MENTION.to_vec();
    streamed.insert(5, "      stream slack: shown");
    streamed.pop();
    house.sees(&streamed).await;

    house.line.meets([Mishap::TooFast(1)]);
    house.text("a little too fast").await;
    house.sees(&answered(&["        send twilio: sent [retry]"], &RECEIPTS)).await;

    house.line.meets([Mishap::TooFast(3)]);
    house.text("much too fast").await;
    let attempts = ["        send twilio: again (rate_limited)", "        send twilio: sent"];
    house.sees(&answered(&attempts, &RECEIPTS)).await;

    house.line.meets([Mishap::Unheard]);
    house.text("nobody heard").await;
    let attempts = ["        send twilio: doubted (unavailable)", "        look twilio: sent [happened]"];
    house.sees(&answered(&attempts, &[])).await;

    house.text("be silent").await;
    house
        .sees(&[
            "webhook twilio: 200",
            "  inbox twilio: new",
            "    turn twilio: silent",
            "      invoke_agent twilio: silent",
        ])
        .await;

    house.text("refuse").await;
    house
        .sees(&[
            "webhook twilio: 200",
            "  inbox twilio: new",
            "    turn twilio: dead [dead_lettered]",
            "      invoke_agent twilio: refused",
        ])
        .await;

    house.text_told_twice("told twice").await;
    let mut twice = answered(&["        send twilio: sent"], &RECEIPTS);
    twice.insert(2, "    webhook twilio: duplicate");
    house.sees(&twice).await;
    assert_eq!(process.terminate(), Some(0), "a clean drain");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_turn_about_two_messages_is_linked_and_texts_are_told_where_that_is_allowed() {
    let turns = "policy = \"burst\"\nwindow = \"1s\"\n[traces]\ntext = [\"default\"]";
    let gateway = Gateway::new("traces-burst", binary());
    let house = House::with(gateway, Collector::http().await, "http/protobuf", turns).await;
    let process = house.start(&[]).await;
    house.text("first").await;
    house.text("second").await;
    let first = house.sees(&answered(&["        send twilio: sent"], &RECEIPTS)).await;
    let second = house.sees(&["webhook twilio: 200", "  inbox twilio: new", "    turn twilio: replied ->"]).await;
    let turn = |spans: &[Span]| spans.iter().find(|span| span.name.starts_with("turn")).unwrap().clone();
    let link = &turn(&second).links[0];
    assert_eq!((&link.trace_id, &link.span_id), (&first[0].trace_id, &turn(&first).span_id));
    let texts = |spans: &[Span]| {
        spans.iter().filter_map(|span| attribute(span, "messaging.gateway.text")).collect::<BTreeSet<_>>()
    };
    assert_eq!(texts(&first), BTreeSet::from(["first".to_owned(), "re: first".to_owned()]));
    assert_eq!(texts(&second), BTreeSet::from(["second".to_owned()]));
    assert_eq!(process.terminate(), Some(0), "a clean drain");
}
