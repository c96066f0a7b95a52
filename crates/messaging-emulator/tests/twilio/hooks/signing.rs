use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use messaging_emulator::twilio::SharedKey;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::bench::{ALICE, Bench, US, WEBHOOK};

fn hmac256(secret: &str, text: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(text.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

#[tokio::test(start_paused = true)]
async fn a_shared_key_signs_in_place_of_the_token() {
    let key = SharedKey { name: "webhooks_sharedkey_1".into(), secret: "emu-shared".into() };
    assert!(!format!("{key:?}").contains("emu-shared"));
    let bench = Bench::live(|settings| settings.shared_key = Some(key));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let told = bench.heard().remove(0);
    let how = told.headers["x-twilio-webhooks-signature-settings"].to_str().unwrap();
    assert_eq!(how, "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256");
    let mut pairs = told.pairs();
    pairs.sort();
    let text = pairs.into_iter().fold(told.url.clone(), |text, (key, value)| text + &key + &value);
    assert_eq!(told.headers["x-twilio-signature"], hmac256("emu-shared", &text));
}

#[tokio::test(start_paused = true)]
async fn switches_are_turned_while_running() {
    let bench = Bench::live(|settings| settings.inbound_twice = true);
    let before = bench.side("GET", "account", &Value::Null).await;
    assert_eq!((&before.body["inbound_twice"], &before.body["shared_key"]), (&true.into(), &Value::Null));
    let key = json!({ "name": "webhooks_sharedkey_2", "secret": "emu-other" });
    let told = bench.side("PUT", "account", &json!({ "shared_key": key, "whatsapp_sandbox": US })).await;
    let after = json!({
        "advanced_opt_out": false,
        "inbound_twice": false,
        "whatsapp_sandbox": US,
        "shared_key": { "name": "webhooks_sharedkey_2" },
    });
    assert_eq!(told.body, after);
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let how = bench.heard()[0].headers["x-twilio-webhooks-signature-settings"].to_str().unwrap().to_owned();
    assert_eq!(how, "key=webhooks_sharedkey_2,algorithm=HMAC_SHA256");
    assert_eq!(bench.side("PUT", "account", &json!({ "shared": true })).await.status, 400);
}

#[tokio::test(start_paused = true)]
async fn a_body_of_json_is_hashed_into_the_url() {
    let bench = Bench::live(|_| {});
    let body = json!({ "url": format!("{WEBHOOK}#rc=1"), "json": { "a": [1, "ü"] } });
    let answer = bench.side("POST", "webhooks", &body).await;
    assert_eq!(answer.body["delivery"]["status"], 200);
    let told = bench.heard().remove(0);
    let hash =
        Sha256::digest(told.body.as_bytes()).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    assert_eq!(told.url, format!("{WEBHOOK}&bodySHA256={hash}"));
    assert_eq!(
        (told.headers["content-type"].to_str().unwrap(), told.body.as_str()),
        ("application/json", "{\"a\":[1,\"ü\"]}")
    );
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(bench.settings.auth_token.as_bytes()).unwrap();
    mac.update(told.url.as_bytes());
    assert_eq!(told.headers["x-twilio-signature"], STANDARD.encode(mac.finalize().into_bytes()));
}

#[tokio::test(start_paused = true)]
async fn a_form_of_any_content_is_signed() {
    let bench = Bench::live(|_| {});
    let parameters = json!({ "b": ["2", "1", "2"], "a b": "ü & é" });
    for (method, body) in [("POST", "a+b=%C3%BC+%26+%C3%A9&b=2&b=1&b=2"), ("get", "")] {
        let body_of = json!({ "url": "https://app.test/x", "method": method, "parameters": parameters });
        bench.side("POST", "webhooks", &body_of).await;
        let told = bench.heard().pop().unwrap();
        assert_eq!((told.method.to_lowercase(), told.body.as_str()), (method.to_lowercase(), body));
        let text = match method {
            "POST" => "https://app.test/xa bü & éb1b2".to_owned(),
            _ => "https://app.test/x?a+b=%C3%BC+%26+%C3%A9&b=2&b=1&b=2".to_owned(),
        };
        let mut mac = Hmac::<sha1::Sha1>::new_from_slice(bench.settings.auth_token.as_bytes()).unwrap();
        mac.update(text.as_bytes());
        assert_eq!(told.headers["x-twilio-signature"], STANDARD.encode(mac.finalize().into_bytes()), "{method}");
    }
    assert_eq!(bench.side("POST", "webhooks", &json!({ "uri": "x" })).await.status, 400);
    let answer = bench.side("POST", "webhooks", &json!({ "url": "nowhere" })).await;
    assert!(answer.text("/delivery/error").contains("11100"), "{}", answer.body);
}

#[tokio::test(start_paused = true)]
async fn a_password_in_the_url_is_signed_and_sent_apart() {
    let bench = Bench::live(|_| {});
    bench.side("POST", "webhooks", &json!({ "url": "https://user:pass@app.test/x", "parameters": { "a": "b" } })).await;
    let told = bench.heard().remove(0);
    assert_eq!(told.url, "https://app.test/x");
    assert_eq!(told.headers["authorization"], format!("Basic {}", STANDARD.encode("user:pass")));
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(bench.settings.auth_token.as_bytes()).unwrap();
    mac.update(b"https://user:pass@app.test/xab");
    assert_eq!(told.headers["x-twilio-signature"], STANDARD.encode(mac.finalize().into_bytes()));
}
