use messaging_emulator::twilio::Behaviour;
use serde_json::Value;

use crate::bench::{Bench, US};

const ALICE: &str = "whatsapp:+15550100777";
const OURS: &str = "whatsapp:+15550100001";
const STATUS: &str = "https://app.test/status";

async fn send(bench: &Bench, more: &[(&str, &str)]) -> String {
    let pairs = [&[("To", ALICE), ("From", OURS), ("StatusCallback", STATUS)], more].concat();
    let sent = bench.post(&bench.messages(), &pairs).await;
    assert_eq!((sent.status.as_u16(), sent.text("/status").as_str()), (201, "queued"), "{}", sent.body);
    sent.text("/uri")
}

#[tokio::test(start_paused = true)]
async fn free_text_needs_an_open_window() {
    let bench = Bench::live(|_| {});
    let uri = send(&bench, &[("Body", "hello?")]).await;
    bench.wait(2).await;
    let failed = bench.get(&uri).await;
    assert_eq!((failed.text("/status").as_str(), &failed.body["error_code"]), ("failed", &63_016.into()));
    assert!(failed.body["price"].is_null() && failed.text("/error_message").contains("Message Template"));
    let told = bench.heard().pop().unwrap();
    assert_eq!((told.get("MessageStatus"), told.get("ErrorCode")), (Some("failed".into()), Some("63016".into())));
    assert_eq!(told.get("ChannelPrefix").unwrap(), "whatsapp");
    assert!(told.get("ChannelInstallSid").unwrap().starts_with("XE") && told.get("ChannelStatusMessage").is_some());
    // A template goes at any time.
    send(&bench, &[("ContentSid", "HX00000000000000000000000000000001")]).await;
    assert_eq!(bench.screens().len(), 1);
    // Whoever writes is answered for 24 hours.
    bench.twilio.write_sms(ALICE, OURS, "hi");
    bench.wait(24 * 60 * 60 - 60).await;
    send(&bench, &[("Body", "in time")]).await;
    bench.wait(120).await;
    send(&bench, &[("Body", "too late")]).await;
    let shown: Vec<_> = bench.screens().into_iter().map(|(.., text)| text).collect();
    assert_eq!(shown, ["[content HX00000000000000000000000000000001]", "hi", "in time"]);
}

#[tokio::test(start_paused = true)]
async fn a_sandbox_reaches_only_who_joined() {
    let bench = Bench::live(|settings| settings.whatsapp_sandbox = Some(US.into()));
    let uri = send(&bench, &[("ContentSid", "HX00000000000000000000000000000001")]).await;
    bench.wait(2).await;
    assert_eq!(bench.get(&uri).await.body["error_code"], 63_015);
    bench.twilio.write_sms(ALICE, OURS, "join our-sandbox");
    send(&bench, &[("Body", "welcome")]).await;
    assert_eq!(bench.screens()[1].2, "welcome");
}

#[tokio::test(start_paused = true)]
async fn a_read_message_says_so() {
    let bench = Bench::live(|settings| {
        settings.carriers.insert("+15550100777".into(), Behaviour::Read);
    });
    bench.twilio.write_sms(ALICE, OURS, "hi");
    let uri = send(&bench, &[("Body", "hello"), ("PersistentAction", "geo:37.78,-122.41|Here")]).await;
    assert_eq!(bench.screens()[1].2, "hello\ngeo:37.78,-122.41|Here");
    bench.wait(5).await;
    assert_eq!(bench.get(&uri).await.text("/status"), "read");
    let told = bench.heard();
    let steps: Vec<_> = told.iter().filter_map(|heard| heard.get("MessageStatus")).collect();
    assert_eq!(steps, ["queued", "sending", "sent", "delivered", "read"]);
    let last = told.last().unwrap();
    assert_eq!((last.get("EventType"), last.get("RawDlrDoneDate")), (Some("READ".into()), None));
    // A phone does not tell who read an SMS.
    let pairs = [("To", "+15550100777"), ("From", US), ("Body", "hi")];
    let uri = bench.post(&bench.messages(), &pairs).await.text("/uri");
    bench.wait(5).await;
    assert_eq!(bench.get(&uri).await.text("/status"), "delivered");
}

#[tokio::test(start_paused = true)]
async fn other_channels_have_addresses_of_their_own() {
    let bench =
        Bench::live(|settings| settings.phone_numbers.extend(["messenger:555".into(), "rcs:acme_agent".into()]));
    for (person, ours) in [("messenger:777", "messenger:555"), ("rcs:+15550100777", "rcs:acme_agent")] {
        bench.twilio.write_sms(person, ours, "hi");
        let sent = bench.post(&bench.messages(), &[("To", person), ("From", ours), ("Body", "hello")]).await;
        assert_eq!((sent.status.as_u16(), sent.text("/to").as_str()), (201, person), "{}", sent.body);
        let service = bench.settings.messaging_service_sid.clone();
        let pooled = [("To", person), ("MessagingServiceSid", service.as_str()), ("Body", "hello")];
        assert_eq!(bench.post(&bench.messages(), &pooled).await.status, 201);
        assert_eq!(bench.screens().iter().filter(|(place, ..)| *place == format!("{person},{ours}")).count(), 3);
    }
    bench.wait(1).await;
    let told = &bench.heard()[0];
    assert_eq!((told.get("From"), told.get("WaId")), (Some("messenger:777".into()), None));
    assert_eq!(bench.get(&bench.messages()).await.body["messages"].as_array().unwrap().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn a_conversation_keeps_to_the_window() {
    let bench = Bench::live(|_| {});
    let sid = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let path = format!("{}/{sid}", bench.conversations());
    let binding = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", OURS)];
    assert_eq!(bench.post(&format!("{path}/Participants"), &binding).await.status, 201);
    bench.post(&format!("{path}/Messages"), &[("Body", "hello?")]).await;
    bench.wait(2).await;
    let told = bench.events("onDeliveryUpdated").pop().unwrap();
    assert_eq!((told.get("Status"), told.get("ErrorCode")), (Some("failed".into()), Some("63016".into())));
    bench.twilio.write_sms(ALICE, OURS, "hi");
    bench.post(&format!("{path}/Messages"), &[("Body", "hello")]).await;
    let shown: Vec<_> = bench.screens().into_iter().map(|(.., text)| text).collect();
    assert_eq!(shown, ["hi", "hello"]);
    assert_ne!(bench.get(&bench.messages()).await.body["messages"], Value::Null);
}
