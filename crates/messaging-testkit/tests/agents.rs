//! Agents of somebody else's in the simulated world, and what is said when a promise is broken.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::{Request, Response, StatusCode};
use messaging_agent::{HttpAgent, Turn, Writer, from_fn, from_stream};
use messaging_emulator::FaultPlan;
use messaging_gateway::TurnPolicy;
use messaging_http::{BodyStream, StreamTransport, TransportError};
use messaging_testkit::{Faults, Report, Sabotage, World, toy::toy_named};
use tokio::time::sleep;

fn asked(seed: u64) -> World {
    World::seed(seed).words(|_, index| if index % 3 == 2 { "thanks".into() } else { format!("question {index}?") })
}

/// Says nothing to thanks, and otherwise two things, the first of them word by word.
fn helpful(seed: u64) -> World {
    asked(seed).agent(from_stream(|turn: Turn, writer: Writer| async move {
        assert!(!turn.text().contains('#'), "no mark is told: {}", turn.text());
        assert!(turn.history.iter().all(|line| !line.text.contains('#')), "no mark is told: {:?}", turn.history);
        if turn.text().contains("question") {
            for word in ["Let ", "me ", "see: ", turn.messages[0].content.text.as_str()] {
                // house: real time, because it is none: the clock of a world is paused
                sleep(Duration::from_millis(200)).await;
                writer.delta(word).await;
            }
            writer.message("Anything else?").await;
        }
        Ok(())
    }))
}

fn replies(report: &Report, words: &str) -> usize {
    report.journal.kept().iter().filter(|line| line.contains(" show ") && line.contains(words)).count()
}

#[test]
fn an_agent_of_somebody_elses_answers_everybody_once() {
    let (mut answered, mut silent) = (0, 0);
    for seed in 0..60_u64 {
        let policy = if seed.is_multiple_of(2) { TurnPolicy::Queue } else { TurnPolicy::Supersede };
        let report = helpful(seed).policy(policy).faults(Faults::everything()).run().assert_nothing_lost();
        answered += report.counts.answered;
        silent += report.counts.silent;
        assert!(replies(&report, "Let me see: question") > 0, "seed {seed}");
    }
    assert!(answered > 400 && silent > 50, "answered {answered}, silent {silent}");
}

#[test]
fn same_seed_same_world() {
    for seed in 0..10 {
        let hash = || helpful(seed).faults(Faults::everything()).run().journal.hash();
        assert_eq!(hash(), hash(), "seed {seed}");
    }
}

#[test]
fn half_of_an_answer_is_not_an_answer() {
    let plan = FaultPlan { swallow: 300, until: Duration::from_secs(600), ..FaultPlan::default() };
    let report = helpful(1).faults(Faults { provider: plan, ..Faults::default() }).run();
    assert!(!report.found.lost.is_empty(), "{report}");
    // A reply that is told again, whatever it says.
    let twice = (0..5).map(|seed| helpful(seed).sabotage(Sabotage::NoDedup).faults(Faults::everything()).run());
    assert!(twice.into_iter().any(|report| !report.found.duplicated.is_empty()));
}

#[test]
fn a_broken_promise_is_told_with_its_seed_and_its_story() {
    let plan = FaultPlan { swallow: 300, until: Duration::from_secs(600), ..FaultPlan::default() };
    let world = World::seed(5).faults(Faults { provider: plan, ..Faults::default() });
    let panic = catch_unwind(AssertUnwindSafe(|| world.run().assert_nothing_lost())).unwrap_err();
    let said = panic.downcast_ref::<String>().unwrap();
    assert!(said.contains("seed 5") && said.contains("lost: [\"") && said.contains("World::seed(5)"), "{said}");
    let lost = said.split("lost: [\"re:").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(said.lines().filter(|line| line.contains(lost)).count() > 1, "nothing of {lost} in {said}");
}

#[test]
fn two_accounts_keep_their_conversations_apart() {
    let world = |seed| World::seed(seed).also(toy_named("second")).conversations(5).faults(Faults::everything());
    for seed in 0..40 {
        let report = world(seed).run().assert_nothing_lost();
        for account in ["toy", "second"] {
            let turns = format!(" turn {account}:");
            assert!(report.journal.kept().iter().any(|line| line.contains(&turns)), "seed {seed}: {account}");
        }
    }
    assert_eq!(world(3).run().journal.hash(), world(3).run().journal.hash());
}

#[test]
fn silence_is_no_answer_where_there_was_one() {
    let agent = from_fn(|_: Turn| async { Ok(vec!["yes".into()]) });
    let plan = FaultPlan { swallow: 1_000, until: Duration::from_secs(600), ..FaultPlan::default() };
    let report = asked(2).agent(agent).faults(Faults { provider: plan, ..Faults::default() }).run();
    assert_eq!(report.found.lost.len(), 16, "{report}");
}

/// An agent that is a service and tells its answer as `text/event-stream`, unless it is busy or breaks off.
fn service(seed: u64) -> StreamTransport {
    let dice = Arc::new(Mutex::new(fastrand::Rng::with_seed(seed)));
    StreamTransport::new(tower::service_fn(move |request: Request<Bytes>| {
        let turn: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
        let asked = turn["messages"][0]["text"].as_str().unwrap().to_owned();
        let (busy, breaks) = {
            let mut dice = dice.lock().unwrap();
            (dice.u8(..10) == 0, dice.u8(..5) == 0)
        };
        let said = ["You ", "asked: ", &asked].map(|text| {
            let data = serde_json::json!({ "text": text });
            Ok(Bytes::from(format!("event: delta\ndata: {data}\n\n")))
        });
        let end = if breaks {
            Err(TransportError::maybe_sent("the agent died"))
        } else {
            Ok(Bytes::from_static(b"event: done\ndata: {}\n\n"))
        };
        let pieces = stream::iter(said.into_iter().chain([end])).then(async |piece| {
            // house: real time, because it is none: the clock of a world is paused
            sleep(Duration::from_millis(150)).await;
            piece
        });
        let mut response = Response::new(BodyStream::new(pieces));
        response.headers_mut().insert("content-type", "text/event-stream".parse().unwrap());
        if busy {
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        }
        async move { Ok(response) }
    }))
}

#[test]
fn an_agent_over_a_stream_that_breaks_answers_everybody_once() {
    let asked = |seed| asked(seed).agent(HttpAgent::streaming("http://agent.test/".parse().unwrap(), service(seed)));
    for seed in 0..40 {
        let report = asked(seed).faults(Faults::everything()).run().assert_nothing_lost();
        assert!(replies(&report, "You asked: ") > 8, "seed {seed}: {report}");
    }
    let hash = || asked(7).faults(Faults::everything()).run().journal.hash();
    assert_eq!(hash(), hash());
}
