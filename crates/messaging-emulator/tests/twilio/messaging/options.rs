use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn options_are_checked() {
    let bench = Bench::new();
    let long = format!("https://app.test/{}", "a".repeat(4_000));
    for (name, value, code) in [
        ("ValidityPeriod", "0", 21_624),
        ("ValidityPeriod", "36001", 21_624),
        ("ValidityPeriod", "x", 21_624),
        ("Attempt", "0", 20_422),
        ("MaxPrice", "cheap", 21_627),
        ("ApplicationSid", "AP1", 21_218),
        ("FallbackFrom", US, 20_422),
        ("ContentRetention", "keep", 20_422),
        ("AddressRetention", "keep", 20_422),
        ("TrafficType", "paid", 20_422),
        ("RiskCheck", "maybe", 20_422),
        ("StatusCallback", "https://my_app.test/status", 21_609),
        ("StatusCallback", &long, 21_609),
    ] {
        let pairs = [("To", ALICE), ("From", US), ("Body", "hi"), (name, value)];
        assert_eq!(bench.post(&bench.messages(), &pairs).await.code(), (400, code), "{name}={value}");
    }
    let eleven: Vec<_> = (0..11).map(|_| ("MediaUrl", "https://app.test/x.png")).collect();
    let pairs = [&[("To", ALICE), ("From", US)], &eleven[..]].concat();
    assert_eq!(bench.post(&bench.messages(), &pairs).await.code(), (400, 21_623));
    assert_eq!(bench.post(&bench.messages(), &pairs[..12]).await.text("/num_media"), "10");
    let fine = [
        ("To", ALICE),
        ("From", US),
        ("Body", "hi"),
        ("ValidityPeriod", "36000"),
        ("Attempt", "2"),
        ("MaxPrice", "0.5"),
        ("ProvideFeedback", "true"),
        ("ForceDelivery", "false"),
        ("SmartEncoded", "true"),
        ("TrafficType", "free"),
        ("ShortenUrls", "false"),
        ("RiskCheck", "disable"),
        ("Tags", "{}"),
        ("MessageIntent", "notifications"),
        ("ApplicationSid", "AP00000000000000000000000000000000"),
    ];
    assert_eq!(bench.post(&bench.messages(), &fine).await.status, 201);
    assert!(bench.twilio.warnings().is_empty(), "{:?}", bench.twilio.warnings());
}

#[tokio::test(start_paused = true)]
async fn a_message_forgets_what_it_is_told_to_forget() {
    let bench = Bench::new();
    let pairs = [
        ("To", ALICE),
        ("From", US),
        ("Body", "hi"),
        ("ContentRetention", "discard"),
        ("AddressRetention", "obfuscate"),
    ];
    let sent = bench.post(&bench.messages(), &pairs).await;
    assert_eq!((sent.text("/body"), sent.text("/to")), ("hi".into(), ALICE.into()));
    bench.wait(2).await;
    let fetched = bench.get(&sent.text("/uri")).await;
    assert_eq!((fetched.text("/body"), fetched.text("/to")), (String::new(), "+1555010XXXX".into()));
    assert_eq!(bench.screens()[0].2, "hi");
}

#[tokio::test(start_paused = true)]
async fn a_long_text_may_go_as_mms() {
    let bench = Bench::new();
    let text = "a".repeat(400);
    let pairs = [("To", ALICE), ("From", US), ("Body", text.as_str()), ("SendAsMms", "true")];
    let sent = bench.post(&bench.messages(), &pairs).await;
    assert!(sent.text("/sid").starts_with("MM") && sent.text("/num_segments") == "1", "{}", sent.body);
}

#[tokio::test(start_paused = true)]
async fn a_smart_text_takes_fewer_segments() {
    let bench = Bench::new();
    let text = "\u{201c}It\u{2019}s fine\u{201d} ".repeat(8);
    let pairs = [("To", ALICE), ("From", US), ("Body", text.as_str()), ("SmartEncoded", "false")];
    assert_eq!(bench.post(&bench.messages(), &pairs).await.text("/num_segments"), "2");
    let pairs = [("To", ALICE), ("From", US), ("Body", text.as_str()), ("SmartEncoded", "true")];
    assert_eq!(bench.post(&bench.messages(), &pairs).await.text("/num_segments"), "1");
    assert!(bench.screens()[1].2.starts_with("\"It's fine\""));
}

#[tokio::test(start_paused = true)]
async fn senders_are_checked() {
    let bench = Bench::live(|settings| settings.phone_numbers.extend(["12345".into(), "ACME".into()]));
    for from in ["12345", "ACME"] {
        let pairs = [("To", ALICE), ("From", from), ("Body", "hi")];
        assert_eq!(bench.post(&bench.messages(), &pairs).await.text("/from"), from);
    }
    let other = "MG00000000000000000000000000000000";
    let own = bench.settings.messaging_service_sid.clone();
    for (pairs, code) in [
        (vec![("To", ALICE), ("From", "54321")], (400, 21_212)),
        (vec![("To", ALICE), ("From", "OTHER")], (400, 21_212)),
        (vec![("To", ALICE), ("MessagingServiceSid", other)], (404, 21_701)),
        (vec![("To", ALICE), ("From", US), ("MessagingServiceSid", other)], (404, 21_701)),
        (vec![("To", "whatsapp:+15550100777"), ("From", "whatsapp:+15550100002")], (400, 63_007)),
        (vec![("To", "whatsapp:+15550100001"), ("From", "whatsapp:+15550100001")], (400, 63_031)),
    ] {
        let pairs = [&pairs[..], &[("Body", "hi")]].concat();
        assert_eq!(bench.post(&bench.messages(), &pairs).await.code(), code, "{pairs:?}");
    }
    let agent = Bench::live(|settings| settings.phone_numbers = vec!["rcs:agent".into()]);
    let pooled = [("MessagingServiceSid", own.as_str()), ("Body", "hi")];
    let to = |to| [&[("To", to)], &pooled[..]].concat();
    assert_eq!(agent.post(&agent.messages(), &to(ALICE)).await.code(), (400, 21_703));
    assert_eq!(agent.post(&agent.messages(), &to("rcs:+15550100777")).await.status, 201);
    let empty = Bench::live(|settings| settings.phone_numbers.clear());
    let pairs = [("To", ALICE), ("MessagingServiceSid", own.as_str()), ("Body", "hi")];
    assert_eq!(empty.post(&empty.messages(), &pairs).await.code(), (400, 21_704));
    let both = [("To", ALICE), ("From", US), ("MessagingServiceSid", own.as_str()), ("Body", "hi")];
    let sent = bench.post(&bench.messages(), &both).await;
    assert_eq!((sent.text("/from"), sent.text("/messaging_service_sid")), (US.into(), own));
}
