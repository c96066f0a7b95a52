//! `serve` and `emulate` as two processes, SQLite between kills: 20 times `kill -9` under traffic, nothing lost, nothing
//! twice, nothing held.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod agent;
mod line;
mod traffic;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use messaging_http::{ClientSettings, Transport, client};
use messaging_tests::{
    console::get,
    process::{Process, Scratch, environment, free_port},
    served::eventually,
};
use serde_json::Value;
use traffic::Traffic;

const SEED: u64 = 20_261_120;
const ROUNDS: u32 = 20;
const TOKEN: &str = "kill-console-token";

/// Every text the app sent, with how often, read from the emulator's public API.
async fn sent(client: &Transport, emulator: &BTreeMap<String, String>) -> BTreeMap<String, usize> {
    use base64::{Engine, engine::general_purpose::STANDARD};
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
async fn killed_twenty_times_nothing_is_lost_and_nothing_is_said_twice() {
    println!("seed {SEED}");
    let (scratch, mut dice) = (Scratch::new("kill"), fastrand::Rng::with_seed(SEED));
    let folder = scratch.file(".");
    let (port, console) = (free_port(), free_port());
    let gateway = format!("http://127.0.0.1:{port}");
    let env = scratch.file("emulator.env");
    let webhook = format!("{gateway}/webhooks/twilio");
    let arguments =
        ["emulate", "twilio", "--port", "0", "--webhook-url", &webhook, "--write-env", env.to_str().unwrap()];
    let _emulator = Process::start(&folder, &arguments, &[]);
    let emulator = environment(&env);
    let client = client(ClientSettings::default()).unwrap();

    let agent = agent::start(dice.u64(..)).await;
    let line = line::start(emulator["TWILIO_BASE_URL"].clone(), client.clone(), dice.u64(..)).await;
    let config = format!(
        "public_url = \"{gateway}\"\nlisten = \"127.0.0.1:{port}\"\nconsole = \"127.0.0.1:{console}\"\n\
         store = \"sqlite:./messaging.db\"\n[agent]\nurl = \"{}\"\n[turns]\nlease = \"3s\"\nheartbeat = \"1s\"\n\
         [sends]\nlooks = [0.2, 1, 3]\ntimeout = \"2s\"\n[accounts.twilio]\nprovider = \"twilio\"\n\
         account_sid = \"{}\"\nauth_token = \"{}\"\nphone_number = \"{}\"\nbase_url = \"{}\"\n\
         sender_rates = {{ \"{}\" = 1000 }}\n",
        agent.url,
        emulator["TWILIO_ACCOUNT_SID"],
        emulator["TWILIO_AUTH_TOKEN"],
        emulator["TWILIO_PHONE_NUMBER"],
        line.url,
        emulator["TWILIO_PHONE_NUMBER"],
    );
    std::fs::write(scratch.file("messaging.toml"), config).unwrap();
    let start = || Process::start(&folder, &["serve"], &[("MESSAGING_CONSOLE_TOKEN", TOKEN)]);
    let ready = async || get(&client, &format!("{gateway}/readyz"), "").await.is_some();

    let mut serve = start();
    eventually("ready", &ready, |ready| *ready).await;
    let traffic = Arc::new(Traffic::new(&emulator["TWILIO_BASE_URL"], client.clone()));
    let writing = tokio::spawn(Arc::clone(&traffic).flow());
    let (mut turns, mut sends) = (0, 0);
    for _ in 0..ROUNDS {
        // house: real time, because it is another process that lives that long.
        tokio::time::sleep(Duration::from_millis(dice.u64(150..700))).await;
        let (turn, send) = (agent.under_way(), line.under_way());
        serve.kill();
        (turns, sends) = (turns + u32::from(turn > 0), sends + u32::from(send > 0));
        serve = start();
        eventually("ready again", &ready, |ready| *ready).await;
    }
    traffic.stop();
    writing.await.unwrap();

    let status = format!("http://127.0.0.1:{console}/api/status");
    let counts =
        async || get(&client, &status, &format!("Bearer {TOKEN}")).await.map(|status| status["counts"].clone());
    let ended = |counts: &Option<Value>| counts.as_ref().is_some_and(|counts| counts["in_flight"] == 0);
    let counts = eventually("everything ended", counts, ended).await.unwrap();
    let sent = sent(&client, &emulator).await;
    let acknowledged = traffic.acknowledged();
    let lost: BTreeSet<_> = acknowledged.iter().filter(|text| !sent.contains_key(&agent::answer(text))).collect();
    let twice: Vec<_> = sent.iter().filter(|(_, times)| **times > 1).collect();
    println!(
        "{ROUNDS} kills, {turns} with turns and {sends} with sends in flight; {} messages acknowledged, {} lost, {} twice; {counts}",
        acknowledged.len(),
        lost.len(),
        twice.len()
    );
    assert!(acknowledged.len() > 100, "too little traffic: {}", acknowledged.len());
    assert!(turns > 0 && sends > 0, "no kill landed with a turn ({turns}) or with a send ({sends}) in flight");
    assert!(lost.is_empty(), "{lost:?}");
    assert!(twice.is_empty(), "{twice:?}");
    assert_eq!((&counts["held"], &counts["dead"]), (&Value::from(0), &Value::from(0)), "{counts}");
    assert_eq!(serve.terminate(), Some(0), "a clean drain");
}
