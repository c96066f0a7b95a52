use crate::bench::{ALICE, Bench, US, WEBHOOK};

fn numbers(bench: &Bench) -> String {
    bench.messages().replace("Messages", "IncomingPhoneNumbers")
}

#[tokio::test(start_paused = true)]
async fn a_number_is_found_and_told_what_to_call() {
    let bench = Bench::live(|settings| settings.phone_numbers.push("+15550100002".into()));
    let all = bench.get(&numbers(&bench)).await;
    assert_eq!(all.body["incoming_phone_numbers"].as_array().unwrap().len(), 2);
    let found = bench.get(&format!("{}?PhoneNumber=%2B15550100001", numbers(&bench))).await;
    let number = &found.body["incoming_phone_numbers"][0];
    assert_eq!((number["phone_number"].as_str(), number["sms_url"].as_str()), (Some(US), Some(WEBHOOK)));
    assert_eq!((number["sms_method"].as_str(), number["capabilities"]["sms"].as_bool()), (Some("POST"), Some(true)));
    let uri = number["uri"].as_str().unwrap();
    assert_eq!(bench.get(uri).await.body, *number);
    let told = [("SmsUrl", "https://new.test/sms#rc=1"), ("SmsMethod", "get"), ("FriendlyName", "front desk")];
    let changed = bench.post(uri, &told).await;
    assert_eq!(
        (changed.text("/sms_url"), changed.text("/sms_method")),
        ("https://new.test/sms#rc=1".into(), "GET".into())
    );
    assert_eq!(changed.text("/friendly_name"), "front desk");
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert!(bench.heard()[0].method == "GET" && bench.heard()[0].url.starts_with("https://new.test/sms?"));
    let named = bench.get(&format!("{}?FriendlyName=front+desk", numbers(&bench))).await;
    assert_eq!(named.body["incoming_phone_numbers"].as_array().unwrap().len(), 1);
    // An application goes before the URL, and is not emulated.
    let application = "AP00000000000000000000000000000000";
    assert_eq!(bench.post(uri, &[("SmsApplicationSid", application)]).await.text("/sms_application_sid"), application);
    bench.twilio.write_sms(ALICE, US, "hello?");
    bench.wait(1).await;
    assert_eq!(bench.heard().len(), 1);
    assert!(bench.twilio.warnings()[0].contains("goes before SmsUrl"), "{:?}", bench.twilio.warnings());
    assert_eq!(bench.post(uri, &[("SmsApplicationSid", ""), ("SmsUrl", "")]).await.text("/sms_url"), "");
}

#[tokio::test(start_paused = true)]
async fn a_number_is_told_nothing_wrong() {
    let bench = Bench::live(|_| {});
    let uri = bench.get(&numbers(&bench)).await.text("/incoming_phone_numbers/0/uri");
    for (pairs, code) in [
        (vec![("SmsUrl", "nowhere")], 21_402),
        (vec![("SmsMethod", "PUT")], 21_403),
        (vec![("SmsApplicationSid", "AP1")], 21_420),
        (vec![("SmsUrl", ""), ("SmsFallbackUrl", "https://spare.test/")], 21_406),
    ] {
        assert_eq!(bench.post(&uri, &pairs).await.code(), (400, code), "{pairs:?}");
    }
    let other = uri.replace("PN0", "PN1");
    assert_eq!(bench.get(&other).await.code(), (404, 20_404));
    assert_eq!(bench.delete(&uri).await.code(), (405, 20_004));
    assert_eq!(bench.get(&uri.replace(".json", "")).await.code(), (404, 20_404));
}
