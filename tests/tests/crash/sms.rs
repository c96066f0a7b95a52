//! Texts to a number, answered under the policy in which newer messages supersede.

use std::time::Duration;

use messaging_tests::{
    operated::{Gateway, Texts},
    process::mortal,
};

use crate::{
    USUAL,
    rounds::{self, Aim},
};

const SEED: u64 = 20_261_120;

#[tokio::test(flavor = "multi_thread")]
async fn texts_survive_deaths_at_every_point() {
    println!("seed {SEED}");
    let mut dice = fastrand::Rng::with_seed(SEED);
    let turns = "policy = \"supersede\"\nlease = \"3s\"\nheartbeat = \"50ms\"\ntries = 1000\ncrashes = 1000";
    let texts = Texts::around(Gateway::new("crash-sms", mortal()), turns, &mut dice).await;
    let aims: Vec<Aim> = USUAL.into_iter().chain([("turn.superseded", 1), ("gateway.draining", 1)]).collect();
    let writing = texts.write(Duration::from_millis(30));
    let rounds = rounds::times("MESSAGING_CRASHES", 60);
    let under_way = || (texts.agent.under_way.count(), texts.line.under_way.count());
    let tally = rounds::run(rounds, &aims, &mut dice, |variables| texts.gateway.start(variables), under_way).await;
    texts.traffic.stop();
    writing.await.unwrap();

    let counts = texts.gateway.end_everything().await;
    println!("SMS: {rounds} deaths; {counts}");
    texts.ends().await.judge("SMS", rounds * 3);
    tally.close(&aims, rounds::least(rounds));
}
