use fastrand::Rng;
use serde_json::{Value, json};

use crate::bench::{ALICE, Bench, US};

const NAMES: [&str; 22] = [
    "To",
    "From",
    "Body",
    "MediaUrl",
    "MessagingServiceSid",
    "ContentSid",
    "ContentVariables",
    "StatusCallback",
    "ValidityPeriod",
    "ScheduleType",
    "SendAt",
    "SendAsMms",
    "SmartEncoded",
    "PersistentAction",
    "AddressRetention",
    "ContentRetention",
    "FallbackFrom",
    "Status",
    "Outcome",
    "SmsUrl",
    "SmsMethod",
    "FriendlyName",
];

fn value(rng: &mut Rng, service: &str) -> String {
    match rng.u32(..24) {
        0 => ALICE.to_owned(),
        1 => US.to_owned(),
        2 => service.to_owned(),
        3 => format!("whatsapp:{ALICE}"),
        4 => format!("rcs:{ALICE}"),
        5 => "fixed".to_owned(),
        6 => "2026-09-21T14:33:20Z".to_owned(),
        7 => "9999-12-31T23:59:59Z".to_owned(),
        8 => "-1".to_owned(),
        9 => "18446744073709551616".to_owned(),
        10 => "é😀{{1}}\u{0}".repeat(rng.usize(..600)),
        11 => "https://app.test/x.png#rc=5&rp=all&tt=100".to_owned(),
        12 => "http://[::1]:8443/%ff?a=%".to_owned(),
        13 => "https://u:p@/".to_owned(),
        14 => "{\"1\": [{}]}".to_owned(),
        15 => format!("HX{}", "0".repeat(32)),
        16 => "discard".to_owned(),
        17 => "obfuscate".to_owned(),
        18 => "true".to_owned(),
        19 => "canceled".to_owned(),
        20 => "stop".to_owned(),
        21 => String::new(),
        _ => (0..rng.usize(..6)).map(|_| rng.char('!'..'ÿ')).collect(),
    }
}

#[tokio::test(start_paused = true)]
async fn nonsense_is_answered() {
    let (mut rng, bench) = (Rng::with_seed(20_261_121), Bench::live(|_| {}));
    let service = bench.settings.messaging_service_sid.clone();
    let root = bench.messages().replace("/Messages.json", "");
    let media = bench.conversations().replace("/Conversations", "");
    for round in 0..3_000 {
        let known: Vec<_> = bench.get(&format!("{root}/Messages.json")).await.body["messages"]
            .as_array()
            .map(|all| all.iter().filter_map(|one| one["sid"].as_str().map(str::to_owned)).collect())
            .unwrap_or_default();
        let sid = if known.is_empty() { "SM0".to_owned() } else { known[rng.usize(..known.len())].clone() };
        let path = match rng.u32(..9) {
            0..=3 => format!("{root}/Messages.json"),
            4 => format!("{root}/Messages/{sid}.json"),
            5 => format!("{root}/Messages/{sid}/Media.json"),
            6 => format!("{root}/Messages/{sid}/Feedback.json"),
            7 => format!("{root}/IncomingPhoneNumbers/PN{:0>32}.json", "15550100001"),
            _ => [format!("{media}/Media"), format!("{media}/MediaSet"), "/temporary-media/x".to_owned()]
                [rng.usize(..3)]
            .clone(),
        };
        let pairs: Vec<_> =
            (0..rng.usize(..6)).map(|_| (NAMES[rng.usize(..NAMES.len())], value(&mut rng, &service))).collect();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut request = bench.form(&path, &pairs);
        *request.method_mut() = ["GET", "POST", "POST", "DELETE"][rng.usize(..4)].parse().unwrap();
        let answer = bench.try_send(request).await;
        assert!(answer.is_ok(), "round {round}");
        let answer = answer.unwrap();
        let status = answer.status.as_u16();
        assert!(matches!(status, 200 | 201 | 204 | 307 | 400 | 404 | 405 | 409), "{status} round {round}");
        assert!(status < 400 || answer.body["code"].is_u64(), "round {round}");
        bench.wait(rng.u64(..3)).await;
    }
    bench.wait(30 * 24 * 60 * 60).await;
    assert_eq!(bench.twilio.truth().open, 0);
}

#[tokio::test(start_paused = true)]
async fn nonsense_beside_the_api_is_answered() {
    let (mut rng, bench) = (Rng::with_seed(20_261_121), Bench::live(|_| {}));
    let words = [
        "from",
        "to",
        "text",
        "media",
        "fields",
        "channel",
        "number",
        "behaviour",
        "sid",
        "body",
        "url",
        "json",
        "parameters",
        "shared_key",
        "base64",
        "content_type",
    ];
    for round in 0..2_000 {
        let one = |rng: &mut Rng| match rng.u32(..8) {
            0 => json!(ALICE),
            1 => json!("whatsapp"),
            2 => json!("slow"),
            3 => json!([{ "content_type": "image/png", "base64": "AAAA" }]),
            4 => json!({ "Body": "x", "MediaUrl0": "y" }),
            5 => json!("https://app.test/x"),
            6 => Value::Null,
            _ => json!(rng.i64(..)),
        };
        let body: serde_json::Map<_, _> =
            (0..rng.usize(..4)).map(|_| (words[rng.usize(..words.len())].to_owned(), one(&mut rng))).collect();
        let path = ["people/messages?wait=1", "carriers", "numbers", "templates", "account", "webhooks", "alerts", "x"];
        let method = ["GET", "POST", "PUT", "DELETE"][rng.usize(..4)];
        let answer = bench.side(method, path[rng.usize(..path.len())], &Value::Object(body)).await;
        assert!(matches!(answer.status.as_u16(), 200 | 202 | 400 | 404), "{} round {round}", answer.status);
    }
}
