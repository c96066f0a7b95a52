//! Mentions in a channel, answered piece by piece in their threads.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use messaging_tests::{
    operated::{Agent, Gateway, Line, Manner, answer},
    process::mortal,
    slack_emulated::EmulatedSlack,
};

use crate::{
    USUAL,
    rounds::{self, Aim},
};

const SEED: u64 = 20_261_129;

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_grow_survive_deaths_at_every_point() {
    println!("seed {SEED}");
    let mut dice = fastrand::Rng::with_seed(SEED);
    let gateway = Gateway::new("crash-slack", mortal());
    let events = format!("{}/webhooks/slack", gateway.url);
    let slack = Arc::new(EmulatedSlack::start(|settings| settings.events_url = Some(events)).await);
    slack.emulator.connect(gateway.client.clone());
    let agent = Agent::start(Manner::Pieces, dice.u64(..)).await;
    let line = Line::start(slack.url.clone(), gateway.client.clone(), dice.u64(..)).await;
    let (settings, base) = (slack.emulator.settings(), &line.url);
    let rates = [
        "channel",
        "posts",
        "chat.startStream",
        "chat.appendStream",
        "chat.stopStream",
        "chat.update",
        "chat.delete",
        "conversations.replies",
        "conversations.history",
    ]
    .map(|name| format!("\"{name}\" = 100000"))
    .join(", ");
    gateway.configure(
        &agent.url,
        &format!(
            "[turns]\nlease = \"3s\"\nheartbeat = \"1s\"\ntries = 1000\ncrashes = 1000\n[streams]\nchunk = 4\nevery = \"50ms\"\n\
             [accounts.slack]\nprovider = \"slack\"\nbot_token = \"{}\"\nsigning_secret = \"{}\"\n\
             base_url = \"{base}\"\nrate_limits = {{ {rates} }}\n",
            settings.bot_token, settings.signing_secret
        ),
    );

    let live = [("live.begun", 6), ("live.returned", 6), ("live.grown", 3)];
    let aims: Vec<Aim> = USUAL.into_iter().chain(live).collect();
    let writer = {
        let (slack, channel, user) = (Arc::clone(&slack), settings.channel.clone(), settings.user_id.clone());
        tokio::spawn(async move {
            for number in 0.. {
                slack.emulator.write(&user, &channel, &format!("@bot message {number}"), None).unwrap();
                // house: real time, because the process that listens is another one.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        })
    };
    let rounds = rounds::times("MESSAGING_CRASHES", 60);
    let under_way = || (agent.under_way.count(), line.under_way.count());
    let tally = rounds::run(rounds, &aims, &mut dice, |variables| gateway.start(variables), under_way).await;
    writer.abort();

    let counts = gateway.end_everything().await;
    let truth = slack.emulator.truth();
    let acknowledged: Vec<_> =
        truth.written.iter().filter(|(_, written)| written.acknowledged.is_some()).map(|(text, _)| text).collect();
    let mut threads: BTreeMap<&str, String> = BTreeMap::new();
    for shown in truth.shown.iter().filter(|shown| shown.from_app) {
        threads.entry(shown.thread.as_deref().unwrap_or_default()).or_default().push_str(&shown.text);
    }
    let screens: Vec<String> = threads.values().map(|text| text.split_whitespace().collect()).collect();
    let times = |text: &str| {
        let answer: String = answer(text.trim_start_matches("@bot ")).split_whitespace().collect();
        screens.iter().map(|screen| screen.matches(&answer).count()).sum::<usize>()
    };
    let lost: Vec<_> = acknowledged.iter().filter(|text| times(text) == 0).collect();
    let twice: Vec<_> = truth.written.keys().filter(|text| times(text) > 1).collect();
    println!(
        "Slack: {rounds} deaths, {} messages acknowledged, {} lost, {} twice; {counts}",
        acknowledged.len(),
        lost.len(),
        twice.len()
    );
    assert!(acknowledged.len() > rounds, "too little traffic: {}", acknowledged.len());
    assert!(lost.is_empty(), "{lost:?}");
    assert!(twice.is_empty(), "{twice:?}");
    tally.close(&aims, rounds::least(rounds));
    Arc::into_inner(slack).expect("nobody else").stop().await;
}
