use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn a_text_can_be_taken_away_once_it_was_sent() {
    let bench = Bench::new();
    let uri = bench.sms("secret").await.text("/uri");
    assert_eq!(bench.post(&uri, &[("Body", "")]).await.code(), (409, 20_009));
    bench.wait(2).await;
    assert_eq!(bench.post(&uri, &[("Body", "other")]).await.code(), (400, 20_422));
    let redacted = bench.post(&uri, &[("Body", "")]).await;
    assert_eq!((redacted.status.as_u16(), redacted.body["body"].as_str()), (200, Some("")));
    assert_eq!(bench.get(&uri).await.body["body"], "");
    assert_eq!(redacted.text("/status"), "delivered");
    assert_ne!(redacted.text("/date_updated"), redacted.text("/date_created"));
}

#[tokio::test(start_paused = true)]
async fn only_a_scheduled_message_is_called_off() {
    let bench = Bench::new();
    let uri = bench.sms("hi").await.text("/uri");
    assert_eq!(bench.post(&uri, &[("Status", "canceled")]).await.code(), (400, 30_409));
    assert_eq!(bench.post(&uri, &[("Status", "delivered")]).await.code(), (400, 20_422));
}

#[tokio::test(start_paused = true)]
async fn a_message_is_deleted_when_it_is_done() {
    let bench = Bench::new();
    let uri = bench.sms("hi").await.text("/uri");
    assert_eq!(bench.delete(&uri).await.code(), (409, 20_009));
    bench.wait(2).await;
    assert_eq!(bench.delete(&uri).await.status, 204);
    assert_eq!(bench.get(&uri).await.code(), (404, 20_404));
    assert_eq!(bench.delete(&uri).await.code(), (404, 20_404));
    // What came in is done from the beginning.
    let sid = bench.twilio.write_sms(ALICE, US, "in");
    let path = bench.messages().replace(".json", &format!("/{sid}.json"));
    assert_eq!(bench.delete(&path).await.status, 204);
}

#[tokio::test(start_paused = true)]
async fn feedback_is_confirmed() {
    let bench = Bench::new();
    let sent = bench.sms("hi").await;
    let uri = sent.text("/subresource_uris/feedback");
    let feedback = bench.post(&uri, &[("Outcome", "unconfirmed")]).await;
    assert_eq!((feedback.status.as_u16(), feedback.text("/outcome").as_str()), (200, "unconfirmed"));
    for (field, value) in [
        ("/message_sid", sent.text("/sid")),
        ("/account_sid", bench.settings.account_sid.clone()),
        ("/uri", uri.clone()),
    ] {
        assert_eq!(feedback.text(field), value, "{field}");
    }
    assert!(feedback.text("/date_created").ends_with("+0000") && feedback.text("/date_updated").ends_with("+0000"));
    assert_eq!(bench.post(&uri, &[]).await.text("/outcome"), "confirmed");
    assert_eq!(bench.post(&uri, &[("Outcome", "good")]).await.code(), (400, 20_422));
    assert_eq!(bench.get(&uri).await.code(), (405, 20_004));
}

#[tokio::test(start_paused = true)]
async fn a_file_is_deleted_and_found_by_its_date() {
    let bench = Bench::new();
    let media = [("MediaUrl", "https://app.test/a.png"), ("MediaUrl", "https://app.test/b.pdf")];
    let sent = bench.post(&bench.messages(), &[&[("To", ALICE), ("From", US)], &media[..]].concat()).await;
    let (uri, list) = (sent.text("/uri"), sent.text("/subresource_uris/media"));
    let count =
        async |query: &str| bench.get(&format!("{list}?{query}")).await.body["media_list"].as_array().map(Vec::len);
    assert_eq!(count("DateCreated=2026-09-21").await, Some(2));
    assert_eq!(count("DateCreated%3C=2026-09-20").await, Some(0));
    assert_eq!(count("DateCreated%3E=2026-09-21").await, Some(2));
    assert_eq!(bench.get(&format!("{list}?DateCreated=x")).await.code(), (400, 20_001));
    let first = bench.get(&list).await;
    assert_eq!(
        (first.text("/media_list/0/content_type"), first.text("/media_list/1/content_type")),
        ("image/png".into(), "application/pdf".into())
    );
    let file = first.text("/media_list/0/uri");
    assert_eq!(bench.delete(&file).await.status, 204);
    assert_eq!(bench.delete(&file).await.code(), (404, 20_404));
    assert_eq!(bench.get(&uri).await.text("/num_media"), "1");
}
