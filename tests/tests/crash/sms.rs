//! Texts to a number, answered under the policy in which newer messages supersede.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use messaging_http::Transport;
use messaging_tests::{
    console::get,
    process::{Process, environment},
};

use crate::{
    USUAL,
    agent::{self, Manner},
    gateway::Gateway,
    line,
    rounds::{self, Aim},
    traffic::Traffic,
};

const SEED: u64 = 20_261_120;

/// Every text the app sent, with how often, read from the emulator's public API.
async fn sent(client: &Transport, emulator: &BTreeMap<String, String>) -> BTreeMap<String, usize> {
    let basic = STANDARD.encode(format!("{}:{}", emulator["TWILIO_ACCOUNT_SID"], emulator["TWILIO_AUTH_TOKEN"]));
    let (base, mut sent) = (&emulator["TWILIO_BASE_URL"], BTreeMap::new());
    let mut next = Some(format!("/2010-04-01/Accounts/{}/Messages.json?PageSize=1000", emulator["TWILIO_ACCOUNT_SID"]));
    while let Some(path) = next {
        let page = get(client, &format!("{base}{path}"), &format!("Basic {basic}")).await.expect("a page");
        for message in page["messages"].as_array().unwrap() {
            if message["direction"] == "outbound-api" {
                *sent.entry(message["body"].as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
        next = page["next_page_uri"].as_str().map(str::to_owned);
    }
    sent
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_survive_deaths_at_every_point() {
    println!("seed {SEED}");
    let mut dice = fastrand::Rng::with_seed(SEED);
    let gateway = Gateway::new("crash-sms");
    let env = gateway.scratch.file("emulator.env");
    let webhook = format!("{}/webhooks/twilio", gateway.url);
    let arguments =
        ["emulate", "twilio", "--port", "0", "--webhook-url", &webhook, "--write-env", env.to_str().unwrap()];
    let _emulator = Process::start(&gateway.folder(), &arguments, &[]);
    let emulator = environment(&env);
    let agent = agent::start(Manner::Whole, dice.u64(..)).await;
    let line = line::start(emulator["TWILIO_BASE_URL"].clone(), gateway.client.clone(), dice.u64(..)).await;
    let (account, token) = (&emulator["TWILIO_ACCOUNT_SID"], &emulator["TWILIO_AUTH_TOKEN"]);
    let (number, base) = (&emulator["TWILIO_PHONE_NUMBER"], &line.url);
    gateway.configure(
        &agent.url,
        &format!(
            "[turns]\npolicy = \"supersede\"\nlease = \"3s\"\nheartbeat = \"50ms\"\ntries = 1000\ncrashes = 1000\n[accounts.twilio]\n\
             provider = \"twilio\"\naccount_sid = \"{account}\"\nauth_token = \"{token}\"\n\
             phone_number = \"{number}\"\nbase_url = \"{base}\"\nsender_rates = {{ \"{number}\" = 1000 }}\n"
        ),
    );

    let aims: Vec<Aim> = USUAL.into_iter().chain([("turn.superseded", 1), ("gateway.draining", 1)]).collect();
    let traffic = Arc::new(Traffic::new(&emulator["TWILIO_BASE_URL"], gateway.client.clone()));
    let writing = tokio::spawn(Arc::clone(&traffic).flow());
    let rounds = rounds::times("MESSAGING_CRASHES", 60);
    let under_way = || (agent.under_way.count(), line.under_way.count());
    let tally = rounds::run(rounds, &aims, &mut dice, |variables| gateway.start(variables), under_way).await;
    traffic.stop();
    writing.await.unwrap();

    let counts = gateway.end_everything().await;
    let (sent, acknowledged) = (sent(&gateway.client, &emulator).await, traffic.acknowledged());
    let lost: BTreeSet<_> = acknowledged.iter().filter(|text| !sent.contains_key(&agent::answer(text))).collect();
    let twice: Vec<_> = sent.iter().filter(|(_, times)| **times > 1).collect();
    println!(
        "SMS: {rounds} deaths, {} messages acknowledged, {} lost, {} twice; {counts}",
        acknowledged.len(),
        lost.len(),
        twice.len()
    );
    assert!(acknowledged.len() > rounds * 3, "too little traffic: {}", acknowledged.len());
    assert!(lost.is_empty(), "{lost:?}");
    assert!(twice.is_empty(), "{twice:?}");
    tally.close(&aims, rounds / 60);
}
