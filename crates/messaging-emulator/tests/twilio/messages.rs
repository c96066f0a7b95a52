use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn a_message_has_twilios_fields_and_types() {
    let bench = Bench::new();
    let sent = bench.sms(&"a".repeat(161)).await;
    assert_eq!(sent.status, 201);
    let sid = sent.text("/sid");
    assert!(sid.len() == 34 && sid.starts_with("SM"), "{sid}");
    for (field, value) in [
        ("/status", "queued"),
        ("/num_segments", "2"),
        ("/num_media", "0"),
        ("/direction", "outbound-api"),
        ("/api_version", "2010-04-01"),
        ("/from", US),
        ("/to", ALICE),
        ("/account_sid", &bench.settings.account_sid),
    ] {
        assert_eq!(sent.text(field), value, "{field}");
    }
    for null in ["error_code", "error_message", "date_sent", "price", "messaging_service_sid"] {
        assert!(sent.body[null].is_null(), "{null}");
    }
    assert!(sent.text("/date_created").ends_with(" +0000"), "{}", sent.text("/date_created"));
    let uri = sent.text("/uri");
    assert_eq!(uri, format!("/2010-04-01/Accounts/{}/Messages/{sid}.json", bench.settings.account_sid));
    bench.wait(2).await;
    let fetched = bench.get(&uri).await;
    assert_eq!(
        (fetched.text("/status").as_str(), fetched.text("/date_sent")),
        ("delivered", sent.text("/date_created"))
    );
    assert_eq!((fetched.text("/price"), fetched.text("/price_unit")), ("-0.01580".into(), "USD".into()));
    assert_eq!(bench.screens(), [(format!("{ALICE},{US}"), true, "a".repeat(161))]);
}

#[tokio::test(start_paused = true)]
async fn what_twilio_refuses_is_refused_and_shown_to_nobody() {
    let bench = Bench::new();
    let long = "a".repeat(1_601);
    let service = bench.settings.messaging_service_sid.clone();
    let cases: &[(&[(&str, &str)], i64)] = &[
        (&[("From", US), ("Body", "hi")], 21_604),
        (&[("To", ALICE), ("Body", "hi")], 21_603),
        (&[("To", ALICE), ("From", US)], 21_602),
        (&[("To", ALICE), ("From", US), ("Body", "")], 21_602),
        (&[("To", ALICE), ("From", US), ("Body", &long)], 21_617),
        (&[("To", "15550100777"), ("From", US), ("Body", "hi")], 21_211),
        (&[("To", " 15550100777"), ("From", US), ("Body", "hi")], 21_211),
        (&[("To", ALICE), ("From", "us"), ("Body", "hi")], 21_212),
        (&[("To", ALICE), ("From", "+15550100002"), ("Body", "hi")], 21_606),
        (&[("To", "whatsapp:+15550100777"), ("From", US), ("Body", "hi")], 21_910),
        (&[("To", US), ("From", US), ("Body", "hi")], 21_266),
        (&[("To", ALICE), ("MessagingServiceSid", "MG0"), ("Body", "hi")], 21_705),
        (&[("To", ALICE), ("From", US), ("Body", "hi"), ("StatusCallback", "nowhere")], 21_609),
        (&[("To", ALICE), ("From", US), ("MediaUrl", "ftp://x/y")], 21_620),
        (&[("To", "+15005550001"), ("From", US), ("Body", "hi")], 21_211),
        (&[("To", "+15005550002"), ("From", US), ("Body", "hi")], 21_612),
        (&[("To", "+15005550003"), ("From", US), ("Body", "hi")], 21_408),
        (&[("To", "+15005550004"), ("From", US), ("Body", "hi")], 21_610),
        (&[("To", "+15005550009"), ("From", US), ("Body", "hi")], 21_614),
        (&[("To", ALICE), ("From", "+15005550001"), ("Body", "hi")], 21_212),
        (&[("To", ALICE), ("From", "+15005550007"), ("Body", "hi")], 21_606),
        (&[("To", ALICE), ("From", "+15005550008"), ("Body", "hi")], 21_611),
    ];
    for (pairs, code) in cases {
        assert_eq!(bench.post(&bench.messages(), pairs).await.code(), (400, *code), "{code}");
    }
    assert!(bench.screens().is_empty());
    let whole = "a".repeat(1_600);
    let pairs = [("To", ALICE), ("MessagingServiceSid", service.as_str()), ("Body", whole.as_str())];
    let accepted = bench.post(&bench.messages(), &pairs).await;
    assert_eq!((accepted.text("/status").as_str(), accepted.text("/num_segments").as_str()), ("accepted", "0"));
    assert!(accepted.body["from"].is_null());
    bench.twilio.write_sms("whatsapp:+15550100777", "whatsapp:+15550100001", "hola");
    let whatsapp = [("To", "whatsapp:+15550100777"), ("From", "whatsapp:+15550100001"), ("Body", "hi")];
    assert_eq!(bench.post(&bench.messages(), &whatsapp).await.status, 201);
    let places: Vec<_> = bench.screens().into_iter().map(|(place, ..)| place).collect();
    let whatsapp = "whatsapp:+15550100777,whatsapp:+15550100001".to_owned();
    assert_eq!(places, [format!("{ALICE},{US}"), whatsapp.clone(), whatsapp]);
}

#[tokio::test(start_paused = true)]
async fn files_are_listed_and_found() {
    let bench = Bench::new();
    let url = "https://app.test/files/cat.png?v=1";
    let sent =
        bench.post(&bench.messages(), &[("To", ALICE), ("From", US), ("Body", "a cat"), ("MediaUrl", url)]).await;
    assert!(sent.text("/sid").starts_with("MM") && sent.text("/num_media") == "1", "{}", sent.body);
    assert_eq!(bench.screens()[0].2, format!("a cat\n{url}"));
    let list = bench.get(&sent.text("/subresource_uris/media")).await;
    assert_eq!(list.text("/media_list/0/content_type"), "image/png");
    let uri = list.text("/media_list/0/uri");
    assert_eq!(bench.get(&uri).await.body, list.body["media_list"][0]);
    let file = bench.get(uri.trim_end_matches(".json")).await;
    assert_eq!((file.status.as_u16(), file.headers["location"].to_str().unwrap()), (307, url));
}

#[tokio::test(start_paused = true)]
async fn a_list_is_filtered_and_paged_newest_first() {
    let bench = Bench::new();
    for index in 0..5 {
        bench.sms(&format!("m{index}")).await;
    }
    bench.post(&bench.messages(), &[("To", "+15550100778"), ("From", US), ("Body", "other")]).await;
    bench.twilio.write_sms(ALICE, US, "in");
    bench.wait(1).await;
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("To", ALICE), ("From", US), ("DateSent>", "2026-09-21"), ("PageSize", "2")])
        .finish();
    let mut next = format!("{}?{query}", bench.messages());
    let (mut bodies, mut pages) = (Vec::new(), Vec::new());
    loop {
        let page = bench.get(&next).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let messages = page.body["messages"].as_array().unwrap();
        bodies.extend(messages.iter().map(|message| message["body"].as_str().unwrap().to_owned()));
        pages.push(page.body["page"].as_u64().unwrap());
        if pages.len() == 1 {
            assert!(page.body["previous_page_uri"].is_null());
            // A message that comes in between does not shift the pages that follow.
            bench.sms("later").await;
            bench.wait(1).await;
        }
        match page.body["next_page_uri"].as_str() {
            Some(uri) => next = uri.to_owned(),
            None => break,
        }
        assert!(next.starts_with("/2010-04-01/") && next.contains("DateSent%3E=2026-09-21"), "{next}");
    }
    assert_eq!(
        (bodies, pages),
        (vec!["m4", "m3", "m2", "m1", "m0"].into_iter().map(String::from).collect(), vec![0, 1, 2])
    );

    let count = async |query: &str| {
        let page = bench.get(&format!("{}?{query}", bench.messages())).await;
        page.body["messages"].as_array().map(Vec::len)
    };
    assert_eq!(count("").await, Some(8));
    assert_eq!(count("From=%2B15550100777").await, Some(1));
    assert_eq!(count("DateSent%3C=2026-09-20").await, Some(0));
    assert_eq!(count("DateSent%3C=2026-09-21").await, Some(8));
    assert_eq!(count("DateSent%3C=2026-09-21T14%3A00%3A00Z").await, Some(0));
    assert_eq!(count("DateSent=2026-09-21").await, Some(8));
    assert_eq!(count("DateSent%3E=2026-09-21T14%3A13%3A20Z").await, Some(8));
    assert_eq!(count("DateSent%3E=2027-01-01").await, Some(0));
    for wrong in ["PageSize=1001", "PageSize=0", "PageSize=x", "Page=x", "PageToken=PA1", "DateSent=today"] {
        assert_eq!(bench.get(&format!("{}?{wrong}", bench.messages())).await.status, 400, "{wrong}");
    }
}
